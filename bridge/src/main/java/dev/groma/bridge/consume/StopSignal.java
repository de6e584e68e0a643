package dev.groma.bridge.consume;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The wish that a consumer stops, which ends whatever its threads wait for. */
final class StopSignal {

  private final CompletableFuture<Void> given = new CompletableFuture<>();

  void give() {
    given.complete(null);
  }

  boolean isGiven() {
    return given.isDone();
  }

  /** Waits for it, for a time at most. */
  void await(Duration most) throws InterruptedException {
    awaitThisOr(given, most);
  }

  /** Waits for it or for something else, whichever comes first, for a time at most. */
  void awaitThisOr(CompletableFuture<?> other, Duration most) throws InterruptedException {
    CompletableFuture<Object> first = CompletableFuture.anyOf(given, other);
    try {
      first.get(most.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException over) {
      // Whoever waits looks at what has come of it.
      first.cancel(false);
    }
  }
}
