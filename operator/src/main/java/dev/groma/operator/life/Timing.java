package dev.groma.operator.life;

import java.time.Duration;

/**
 * How patient the operator is.
 *
 * @param patience how long caches may contradict each other, and a Pod may take to start, before
 *     the operator looks closer
 * @param recheck how often an open job is looked at when no event comes, in case one was lost
 * @param lostAfter how long an object may take to go beyond its grace period before its node counts
 *     as lost
 */
public record Timing(Duration patience, Duration recheck, Duration lostAfter) {

  /** Checks that all are positive. */
  public Timing {
    if (!patience.isPositive() || !recheck.isPositive() || !lostAfter.isPositive()) {
      throw new IllegalArgumentException(
          "patience, recheck and lostAfter must be positive, were %s, %s and %s"
              .formatted(patience, recheck, lostAfter));
    }
  }

  /**
   * Ten seconds, a minute, five minutes. Chosen: watches lag by far less than ten seconds, and most
   * Pods start within them; five minutes are what Kubernetes itself gives a node that does not
   * answer (the default toleration of node.kubernetes.io/unreachable).
   */
  public static Timing usual() {
    return new Timing(Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(5));
  }
}
