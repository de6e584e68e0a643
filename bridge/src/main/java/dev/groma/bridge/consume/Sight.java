package dev.groma.bridge.consume;

import dev.groma.api.reason.QueueReason;
import java.time.Instant;
import java.util.Optional;

/**
 * How the receiving goes.
 *
 * @param reason Receiving where all is well
 * @param words more for people; may be empty
 * @param lastReceive when a receive call last came back, or the consumer started
 * @param oldestSentAt of the messages that it brought; empty where it brought none
 */
public record Sight(
    QueueReason reason, String words, Instant lastReceive, Optional<Instant> oldestSentAt) {

  /** The same as of another moment. */
  Sight at(Instant now) {
    return new Sight(reason, words, now, oldestSentAt);
  }

  /** For another reason. */
  Sight because(QueueReason other, String why) {
    return new Sight(other, why, lastReceive, oldestSentAt);
  }
}
