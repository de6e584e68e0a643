package dev.groma.bridge.consume;

import dev.groma.bridge.queue.Queue;
import dev.groma.bridge.queue.QueueException;
import dev.groma.bridge.queue.Received;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A message from its receipt to its settlement.
 *
 * <p>A heartbeat and the settlement exclude each other, and none comes after the settlement has
 * begun: it would hide a message that was handed back, or fail on one that was deleted.
 */
final class InHand {

  private static final Logger LOG = LoggerFactory.getLogger(InHand.class);

  private final Received received;
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private Instant nextBeat;
  private boolean settling;

  InHand(Received received, Duration heartbeat) {
    this.received = received;
    this.nextBeat = received.at().plus(heartbeat);
  }

  Received received() {
    return received;
  }

  synchronized boolean isDue(Instant now) {
    return !settling && !now.isBefore(nextBeat);
  }

  /** Keeps the message hidden; what goes wrong with that is told, and ends nothing. */
  synchronized void beat(Queue queue, Duration visibility, Duration heartbeat, Instant now) {
    if (settling) {
      return;
    }
    nextBeat = now.plus(heartbeat);
    try {
      if (!queue.hide(received.receiptHandle(), visibility)) {
        LOG.warn(
            "message {} is not ours any more: it will come back, and its job be found",
            received.message().id());
      }
    } catch (QueueException e) {
      LOG.warn("message {} could not be kept hidden: {}", received.message().id(), e.getMessage());
    }
  }

  /** Waits for a heartbeat under way; none begins after this. */
  synchronized void beginSettling() {
    settling = true;
  }

  /** The message is gone, or was given back. */
  void end() {
    ended.complete(null);
  }

  /** Completes with {@link #end}. */
  CompletableFuture<Void> ended() {
    return ended;
  }
}
