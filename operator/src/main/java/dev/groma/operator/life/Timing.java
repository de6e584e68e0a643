package dev.groma.operator.life;

import java.time.Duration;
import java.time.Instant;

/**
 * How patient the operator is.
 *
 * @param patience how long caches may contradict each other, and a Pod may take to start, before
 *     the operator looks closer
 * @param recheck how often an open job is looked at when no event comes, in case one was lost
 * @param lostAfter how long an object may take to go beyond its grace period before its node counts
 *     as lost
 * @param settling how long a Pod runs before that is worth a record of its own; zero for at once
 */
public record Timing(Duration patience, Duration recheck, Duration lostAfter, Duration settling) {

  /** Checks that the first three are positive and that the last is not negative. */
  public Timing {
    if (!patience.isPositive() || !recheck.isPositive() || !lostAfter.isPositive()) {
      throw new IllegalArgumentException(
          "patience, recheck and lostAfter must be positive, were %s, %s and %s"
              .formatted(patience, recheck, lostAfter));
    }
    if (settling.isNegative()) {
      throw new IllegalArgumentException("settling must not be negative, was " + settling);
    }
  }

  /**
   * Ten seconds, a minute, five minutes, two seconds. Chosen: watches lag by far less than ten
   * seconds, and most Pods start within them; five minutes are what Kubernetes itself gives a node
   * that does not answer (the default toleration of node.kubernetes.io/unreachable); most runners
   * are through within a second, and a Pod tells its start in whole seconds.
   */
  public static Timing usual() {
    return new Timing(
        Duration.ofSeconds(10),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5),
        Duration.ofSeconds(2));
  }

  /** A decision for when caches and Pods have had the time that they may take; until then, wait. */
  Decision afterPatience(Instant since, Instant now, Decision then) {
    Duration left = Duration.between(now, since.plus(patience));
    return left.isPositive() ? new Decision.Wait(left) : then;
  }
}
