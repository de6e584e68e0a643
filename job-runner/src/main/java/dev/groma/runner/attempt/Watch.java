package dev.groma.runner.attempt;

import dev.groma.api.reason.Reason;
import dev.groma.api.runner.ExitCode;
import dev.groma.runner.transfer.Stoppable;
import dev.groma.runner.transfer.Stoppable.StoppedException;
import dev.groma.runner.transfer.Stoppable.Transfer;
import dev.groma.runner.transfer.TransferException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Watches over one attempt: knows what it is doing, and ends it on a signal or when its time is up.
 * What a time-out means depends on what it interrupts: an engine would take as long again, a
 * transfer may be quicker the next time.
 */
public final class Watch {

  /** What an attempt does, one after the other. */
  public enum Stage {
    FETCHING,
    COMPUTING,
    STORING
  }

  /** How long an attempt may take to yield when its time is up. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  private final Stoppable transfers = new Stoppable();
  private volatile Duration limit = Duration.ZERO;
  private volatile Stage stage = Stage.FETCHING;
  private volatile @Nullable Stage timedOutIn;
  private volatile boolean signalled;

  /**
   * Begins to count.
   *
   * @param time of the whole attempt
   * @param overdue ends an attempt that does not yield when its time is up
   */
  public void start(Duration time, Runnable overdue) {
    limit = time;
    Thread.ofPlatform().daemon().name("time limit").start(() -> count(overdue));
  }

  private void count(Runnable overdue) {
    try {
      Thread.sleep(limit);
      timedOutIn = stage;
      transfers.stop();
      Thread.sleep(GRACE);
      overdue.run();
    } catch (InterruptedException impossible) {
      throw new IllegalStateException("nobody interrupts the time limit", impossible);
    }
  }

  /** Takes note of a signal to stop. */
  public void signal() {
    signalled = true;
    transfers.stop();
  }

  /** Whether the attempt shall end. */
  public boolean isStopRequested() {
    return signalled || timedOutIn != null;
  }

  /** Takes note of what comes now. */
  public void enter(Stage next) {
    stage = next;
  }

  /** Runs a transfer, which ends when the attempt shall end. */
  public <T extends @Nullable Object> T transfer(Transfer<T> transfer)
      throws TransferException, StoppedException {
    return transfers.call(transfer);
  }

  /** What an attempt comes to that was stopped before it had an answer. */
  public Outcome.NoAnswer stopped() {
    Stage timedOut = timedOutIn;
    if (signalled || timedOut == null) {
      return Outcome.NoAnswer.of(
          ExitCode.STOPPED, "the run was asked to stop before it had an answer");
    }
    String time = limit.toSeconds() + " s";
    return switch (timedOut) {
      case FETCHING -> transferTimeout("the inputs were not fetched within " + time);
      case STORING -> transferTimeout("the artifacts were not stored within " + time);
      case COMPUTING ->
          Outcome.NoAnswer.of(
              ExitCode.TIMED_OUT,
              "the engine had no answer within %s; allow more in spec.execution.timeoutSeconds, or give it less work"
                  .formatted(time));
    };
  }

  private static Outcome.NoAnswer transferTimeout(String message) {
    return new Outcome.NoAnswer(
        ExitCode.TRANSIENT,
        Reason.TransferTimeout,
        message + "; allow more in spec.execution.timeoutSeconds if it goes on",
        List.of(),
        null,
        null);
  }
}
