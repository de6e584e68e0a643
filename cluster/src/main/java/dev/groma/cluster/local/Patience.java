package dev.groma.cluster.local;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Trying again while a Pod is not asked to stop. */
final class Patience {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
  private static final Duration LAST_PAUSE = Duration.ofSeconds(1);

  private final CompletableFuture<PodStop> stop;

  Patience(CompletableFuture<PodStop> stop) {
    this.stop = stop;
  }

  /** Hears, once for each message, why something cannot be done yet. */
  @FunctionalInterface
  interface Complaint {
    void about(String message) throws InterruptedException;
  }

  /** The first value that an attempt gives; null when the Pod is asked to stop before that. */
  <T> @Nullable T insist(Supplier<T> attempt, Complaint complaint) throws InterruptedException {
    String said = "";
    Duration pause = FIRST_PAUSE;
    while (true) {
      String problem = "";
      try {
        return attempt.get();
      } catch (NotReadyException e) {
        problem = e.isWorthAnEvent() ? e.getMessage() : said;
      } catch (IllegalArgumentException e) {
        problem = e.getMessage();
      }
      if (problem != null && !problem.equals(said)) {
        complaint.about(problem);
        said = problem;
      }
      if (isStoppedWithin(pause)) {
        return null;
      }
      Duration longer = pause.multipliedBy(2);
      pause = longer.compareTo(LAST_PAUSE) > 0 ? LAST_PAUSE : longer;
    }
  }

  /** Waits for the stop, for at most this long. */
  boolean isStoppedWithin(Duration pause) throws InterruptedException {
    try {
      stop.get(pause.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
