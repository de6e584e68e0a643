package dev.groma.bridge.queue;

import dev.groma.api.layoutqueue.QueueDepth;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a queue.
 *
 * @param arn of the queue
 * @param depth how many messages it holds
 * @param visibility how long a received message is hidden where the receiver does not say
 * @param retention how long a message is kept; null where the server does not say
 * @param redrive what becomes of messages that are received again and again; null: nothing
 * @param deadLettersUrl of the dead-letter queue; null where there is none, or it may not be seen
 * @param deadLetters messages in that queue; null where it may not be seen
 */
public record QueueAttributes(
    String arn,
    QueueDepth depth,
    Duration visibility,
    @Nullable Duration retention,
    @Nullable Redrive redrive,
    @Nullable String deadLettersUrl,
    @Nullable Long deadLetters) {

  /**
   * A redrive policy.
   *
   * @param arn of the dead-letter queue
   * @param maxReceives after which a message goes there
   */
  public record Redrive(String arn, int maxReceives) {}
}
