package dev.groma.bridge.consume;

import dev.groma.bridge.pump.Breaker;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;

/** Lets messages in trouble through one after the other, and all as soon as it is over. */
record Turns(Breaker breaker, StopSignal stop, InstantSource clock) implements Gate {

  @Override
  public boolean awaitTurn() {
    try {
      while (!stop.isGiven()) {
        // Asked for first, so that an end of the trouble in between is not missed.
        CompletableFuture<Void> recovery = breaker.recovery();
        Instant now = clock.instant();
        if (breaker.mayTry(now)) {
          return true;
        }
        stop.awaitThisOr(recovery, breaker.untilTry(now));
      }
    } catch (InterruptedException asStop) {
      Thread.currentThread().interrupt();
    }
    return false;
  }
}
