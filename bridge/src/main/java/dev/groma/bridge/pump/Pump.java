package dev.groma.bridge.pump;

import dev.groma.api.reason.QueueReason;
import java.time.Duration;
import java.time.Instant;

/**
 * Decides whether to receive.
 *
 * @param batch messages of one call at most, 1 to 10
 * @param concurrency messages in hand at most
 * @param mostPending jobs of the queue that may wait or run at most
 */
public record Pump(int batch, int concurrency, int mostPending) {

  /** How often is looked again where no event tells. Chosen: a person does not notice. */
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

  /**
   * What is known.
   *
   * @param stopping whether the bridge, or this queue's part of it, ends
   * @param suspended whether a person wants it to rest
   * @param inHand messages that are not settled
   * @param waited whether hands were waited for, in vain, since the last call
   * @param pending jobs of the queue that wait or run
   * @param breaker whether jobs can be stored
   */
  public record View(
      boolean stopping,
      boolean suspended,
      int inHand,
      boolean waited,
      int pending,
      Breaker breaker) {}

  /** What to do next. */
  public sealed interface Step {

    /** Ask for so many messages. */
    record Receive(int most) implements Step {}

    /** Ask for none for a while. */
    record Rest(Duration time, QueueReason why) implements Step {}

    /** Wait a moment for so many more messages to be allowed in hand. */
    record AwaitPermits(int number) implements Step {}

    /** Never again. */
    record Stop() implements Step {}
  }

  /** The next step. */
  public Step next(View view, Instant now) {
    if (view.stopping()) {
      return new Step.Stop();
    }
    if (view.suspended()) {
      return new Step.Rest(LOOK_AGAIN, QueueReason.QueueSuspended);
    }
    int room = mostPending - view.pending();
    if (room <= 0) {
      return new Step.Rest(LOOK_AGAIN, QueueReason.TooManyPendingJobs);
    }
    int permits = concurrency - view.inHand();
    int enough = view.waited() ? 1 : enough();
    if (permits < enough) {
      return new Step.AwaitPermits(enough);
    }
    return view.breaker()
        .trouble()
        .map(trouble ->
            mayProbe(view, trouble.kind().ours()) && view.breaker().mayProbe(now)
                ? (Step) new Step.Receive(1)
                : new Step.Rest(LOOK_AGAIN, trouble.kind().reason()))
        .orElseGet(() -> new Step.Receive(Math.min(batch, Math.min(permits, room))));
  }

  /**
   * Half of the hands, or a call would be made for each message as it is settled; a batch where
   * there are many hands. Those that wait for long, for the end of a job, are not waited for.
   */
  private int enough() {
    return Math.max(1, Math.min(batch, concurrency / 2));
  }

  /**
   * A message in hand is the probe where there is one; but where the trouble may be its own, only
   * another message can tell.
   */
  private static boolean mayProbe(View view, boolean ours) {
    return view.inHand() == 0 || !ours;
  }
}
