package dev.groma.bridge.consume;

import dev.groma.bridge.message.JobEnd;
import dev.groma.bridge.message.Verdict;
import dev.groma.bridge.queue.Received;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Comes to a verdict on a message that can be carried out, however long its jobs take to end.
 *
 * @param ends knows when jobs end
 * @param failedJobsAreDead whether a message whose job failed goes to the dead-letter queue at once
 */
record Verdicts(
    Handling handling, Ends ends, boolean failedJobsAreDead, StopSignal stop, InstantSource clock) {

  /** SQS gives a message back 12 hours after it was received, whatever it is asked for. */
  private static final Duration LONGEST_IN_HAND = Duration.ofHours(12).minusMinutes(10);

  /** Never {@link Verdict.AwaitEnds}. */
  Verdict on(Received received) {
    if (stop.isGiven()) {
      return new Verdict.HandBack();
    }
    return switch (handling.handle(received)) {
      case Verdict.AwaitEnds awaiting -> awaitEnds(awaiting, received.at().plus(LONGEST_IN_HAND));
      case Verdict other -> other;
    };
  }

  /** Until the jobs have ended, or the bridge is to stop: then another bridge waits for them. */
  private Verdict awaitEnds(Verdict.AwaitEnds awaiting, Instant until) {
    List<CompletableFuture<Optional<JobEnd>>> of = awaiting.jobs().stream().map(ends::of).toList();
    CompletableFuture<Void> all = CompletableFuture.allOf(of.toArray(CompletableFuture[]::new));
    try {
      stop.awaitThisOr(all, Duration.between(clock.instant(), until));
      return all.isDone()
          ? Verdict.ofEnds(
              of.stream().flatMap(end -> end.join().stream()).toList(), failedJobsAreDead)
          : new Verdict.HandBack();
    } catch (InterruptedException asStop) {
      Thread.currentThread().interrupt();
      return new Verdict.HandBack();
    } finally {
      of.forEach(end -> end.cancel(false));
    }
  }
}
