package dev.groma.runner.deadletter;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which messages are meant.
 *
 * @param ids of messages in the dead-letter queue or in the one that they came from; empty: any
 * @param reason of their failure; null: any
 */
public record Selection(Set<String> ids, @Nullable String reason) {

  /** All messages. */
  public static final Selection ALL = new Selection(Set.of(), null);

  public Selection {
    ids = Set.copyOf(ids);
  }

  /** Whether a message is meant. */
  boolean covers(DeadMessage message) {
    boolean named =
        ids.isEmpty() || ids.contains(message.id()) || ids.contains(message.originalId());
    return named && (reason == null || reason.equals(message.reason()));
  }

  /** Ids that none of these messages has. */
  public List<String> missing(List<DeadMessage> messages) {
    return ids.stream()
        .filter(id ->
            messages.stream()
                .noneMatch(message -> message.id().equals(id) || message.originalId().equals(id)))
        .sorted()
        .toList();
  }
}
