package dev.groma.bridge.pump;

import dev.groma.bridge.message.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A circuit breaker: open while jobs cannot be stored. Every now and then one attempt goes through,
 * and when it succeeds all do.
 *
 * <p>Safe for use by many threads.
 */
public final class Breaker {

  /** The first pause, doubled with each attempt that fails, up to the longest. Chosen. */
  private static final Duration FIRST = Duration.ofSeconds(1);

  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final int MOST_DOUBLINGS = 5;

  /**
   * So many refusals by admission in a row are believed to be about their messages; more are taken
   * for a policy that refuses everything. Chosen: the price of a broken policy in dead letters.
   */
  private static final int BELIEVED_DENIALS = 3;

  private final RandomGenerator random;

  private CompletableFuture<Void> recovery = new CompletableFuture<>();
  private @Nullable Trouble trouble;
  private Instant nextAttempt = Instant.EPOCH;
  private Instant nextProbe = Instant.EPOCH;
  private int failures;
  private int denials;
  private long successes;

  /** Closed. */
  public Breaker(RandomGenerator random) {
    this.random = random;
  }

  /** A job was stored, or was there: the API server works. */
  public synchronized void succeeded() {
    if (trouble != null) {
      trouble = null;
      recovery.complete(null);
      recovery = new CompletableFuture<>();
    }
    failures = 0;
    denials = 0;
    successes++;
  }

  /** A job could not be stored. */
  public synchronized void failed(Trouble why, Instant now) {
    trouble = why;
    failures++;
    nextAttempt = now.plus(pause());
    nextProbe = nextAttempt;
  }

  /** Half of the pause is certain, the rest is chance, so that replicas do not come together. */
  private Duration pause() {
    long full = FIRST.toMillis() << Math.min(failures - 1, MOST_DOUBLINGS);
    long most = Math.min(full, LONGEST.toMillis());
    return Duration.ofMillis(most / 2 + random.nextLong(most / 2 + 1));
  }

  /** Admission refused a job; whether that is to be taken for a fault of the job. */
  public synchronized boolean believesDenial() {
    denials++;
    return denials <= BELIEVED_DENIALS;
  }

  /**
   * Whether a message in hand may be tried: always while it is closed, else once after each pause.
   */
  public synchronized boolean mayTry(Instant now) {
    if (trouble == null) {
      return true;
    }
    if (now.isBefore(nextAttempt)) {
      return false;
    }
    nextAttempt = now.plus(pause());
    return true;
  }

  /** How long until a message in hand may be tried, if nothing else happens. */
  public synchronized Duration untilTry(Instant now) {
    return trouble == null || !now.isBefore(nextAttempt)
        ? Duration.ZERO
        : Duration.between(now, nextAttempt);
  }

  /** Completes when the trouble of this moment is over. */
  public synchronized CompletableFuture<Void> recovery() {
    return recovery;
  }

  /** The same for a message that is yet to be received; what is in hand takes no turn from it. */
  public synchronized boolean mayProbe(Instant now) {
    if (trouble == null) {
      return true;
    }
    if (now.isBefore(nextProbe)) {
      return false;
    }
    nextProbe = now.plus(pause());
    return true;
  }

  /** Why it is open; empty while it is closed. */
  public synchronized Optional<Trouble> trouble() {
    return Optional.ofNullable(trouble);
  }

  /** How many jobs were stored so far. */
  public synchronized long successes() {
    return successes;
  }
}
