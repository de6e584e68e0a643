package dev.groma.operator.layoutjob;

import java.time.Duration;

/**
 * How patient the operator is.
 *
 * @param patience how long caches may contradict each other, and a Pod may take to start, before
 *     the operator looks closer
 * @param recheck how often an open job is looked at when no event comes, in case one was lost
 */
public record Timing(Duration patience, Duration recheck) {

  /** Checks that both are positive. */
  public Timing {
    if (!patience.isPositive() || !recheck.isPositive()) {
      throw new IllegalArgumentException(
          "patience and recheck must be positive, were %s and %s".formatted(patience, recheck));
    }
  }

  /**
   * Ten seconds and a minute. Chosen: watches lag by far less than ten seconds, and most Pods start
   * within them.
   */
  public static Timing usual() {
    return new Timing(Duration.ofSeconds(10), Duration.ofMinutes(1));
  }
}
