package dev.groma.bridge.queue;

import dev.groma.bridge.queue.Received.Attribute;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is sent to a queue.
 *
 * @param queueUrl where to
 * @param groupId for a FIFO queue; elsewhere it makes the queue fair
 * @param id under which a FIFO queue knows that it has it already
 */
public record Letter(
    String queueUrl,
    String body,
    Map<String, Attribute> attributes,
    @Nullable String groupId,
    String id) {

  /** Copies the map. */
  public Letter {
    attributes = Map.copyOf(attributes);
  }

  /** Whether it goes to a FIFO queue. */
  boolean isFifo() {
    return queueUrl.endsWith(".fifo");
  }
}
