package dev.groma.operator.attempt;

import org.jspecify.annotations.Nullable;

/** Joins a component's reason and message as people read them. */
final class Words {

  private Words() {}

  /** Such as {@code Evicted: The node was low on resource: memory.} */
  static String join(@Nullable String reason, @Nullable String message) {
    if (reason == null || reason.isBlank()) {
      return message == null || message.isBlank() ? "no reason is given" : message;
    }
    return message == null || message.isBlank() ? reason : reason + ": " + message;
  }
}
