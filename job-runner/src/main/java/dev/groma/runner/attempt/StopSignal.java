package dev.groma.runner.attempt;

import dev.groma.api.runner.ExitCode;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * SIGTERM's (and Ctrl-C's) way into a run.
 *
 * <p>The first of the two to {@link #decide} has the last word: the run with its outcome, or the
 * signal once the run did not yield in time. Then the process ends with the code of that word, so
 * exit code and termination message never contradict each other.
 */
public final class StopSignal {

  /** How long a run may take to yield; the process must be gone 2 s after the signal. */
  private static final Duration GRACE = Duration.ofMillis(1200);

  /** How long the last word itself may take to be written. */
  private static final Duration WRITING = Duration.ofMillis(500);

  private final AtomicReference<@Nullable ExitCode> decision = new AtomicReference<>();
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook;
  private volatile boolean requested;

  private StopSignal(Runnable onRequest, Runnable overdue) {
    hook = new Thread(() -> onSignal(onRequest, overdue), "stop");
  }

  /**
   * Listens from now on.
   *
   * @param onRequest ends what would not ask by itself whether to stop; returns at once
   * @param overdue says the last word of a run that does not yield
   */
  public static StopSignal listen(Runnable onRequest, Runnable overdue) {
    StopSignal signal = new StopSignal(onRequest, overdue);
    Runtime.getRuntime().addShutdownHook(signal.hook);
    return signal;
  }

  /** Whether the process was asked to stop. */
  public boolean requested() {
    return requested;
  }

  /**
   * Decides the process' end.
   *
   * @return whether the caller was first; if not, it must not say anything any more
   */
  public boolean decide(ExitCode exitCode) {
    return decision.compareAndSet(null, exitCode);
  }

  /** Tells that everything is said; the caller exits with the code that it decided on. */
  public void end() {
    ended.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException stopping) {
      // The signal came meanwhile: the hook ends the process with the decided code.
    }
  }

  private void onSignal(Runnable onRequest, Runnable overdue) {
    requested = true;
    if (decision.get() == null) {
      onRequest.run();
    }
    if (!isEndedWithin(GRACE)) {
      if (decide(ExitCode.STOPPED)) {
        overdue.run();
      } else {
        isEndedWithin(WRITING);
      }
    }
    ExitCode decided = decision.get();
    if (decided != null && decided != ExitCode.STOPPED) {
      Runtime.getRuntime().halt(decided.code());
    }
    // Otherwise the JVM ends with 128 + signal: 143 after SIGTERM, 130 after Ctrl-C.
  }

  private boolean isEndedWithin(Duration time) {
    try {
      return ended.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException impossible) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
