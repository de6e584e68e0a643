package dev.groma.bridge.consume;

import dev.groma.bridge.message.Backoff;
import dev.groma.bridge.message.Verdict;
import dev.groma.bridge.queue.DeadLetters;
import dev.groma.bridge.queue.Queue;
import dev.groma.bridge.queue.QueueException;
import dev.groma.bridge.queue.Received;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries out what is to become of a message. */
record Settlement(
    Queue queue,
    Deletions deletions,
    DeadLetters letters,
    Supplier<@Nullable String> deadLettersUrl,
    Tally tally,
    RandomGenerator random) {

  private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);
  private static final CompletableFuture<?> DONE = CompletableFuture.completedFuture(null);

  /**
   * Settles a message that has no heartbeat any more; completes when it is gone or was given back.
   */
  CompletableFuture<?> carryOut(Received received, Verdict verdict) {
    return switch (verdict) {
      case Verdict.Delete delete -> deletions.delete(received.receiptHandle());
      case Verdict.DeadLetter dead -> bury(received, dead);
      case Verdict.BackOff backOff -> hide(received, Backoff.after(received.receives(), random));
      case Verdict.HandBack handBack -> hide(received, Duration.ZERO);
      // The consumer waits, and comes with another verdict.
      case Verdict.AwaitEnds awaiting ->
          throw new IllegalArgumentException("a message that waits is not settled");
    };
  }

  /** First sent, then deleted: rather two letters than none. */
  private CompletableFuture<?> bury(Received received, Verdict.DeadLetter dead) {
    tally.rejected();
    String url = deadLettersUrl.get();
    if (url == null) {
      LOG.warn(
          "{}: {} (it stays in the queue, which has no dead-letter queue)",
          dead.reason(),
          dead.detail());
      return hide(received, Backoff.after(received.receives(), random));
    }
    try {
      queue.send(letters.of(url, received, dead.reason(), dead.detail()));
    } catch (QueueException e) {
      LOG.warn("{}: {} (not dead-lettered yet: {})", dead.reason(), dead.detail(), e.getMessage());
      return hide(received, Backoff.after(received.receives(), random));
    }
    tally.deadLettered();
    LOG.warn("dead-lettered, {}: {}", dead.reason(), dead.detail());
    return deletions.delete(received.receiptHandle());
  }

  private CompletableFuture<?> hide(Received received, Duration time) {
    try {
      queue.hide(received.receiptHandle(), time);
    } catch (QueueException e) {
      LOG.warn(
          "message {} comes back later than meant: {}", received.message().id(), e.getMessage());
    }
    return DONE;
  }
}
