package dev.groma.runner.transfer;

import java.time.Duration;

/**
 * How often and with what pauses something is tried.
 *
 * @param tries in all, at least 1
 * @param firstPause the longest pause after the first failure; each further one is twice as long
 * @param longestPause that no pause exceeds
 */
public record Patience(int tries, Duration firstPause, Duration longestPause) {

  /** Enough to sit out a server's restart or a throttled prefix, and to fail within a minute. */
  public static final Patience USUAL =
      new Patience(6, Duration.ofMillis(500), Duration.ofSeconds(15));

  /** Until whoever waits is stopped: for what will be back, however long it takes. */
  public static final Patience UNTIL_STOPPED =
      new Patience(Integer.MAX_VALUE, Duration.ofMillis(500), Duration.ofSeconds(15));

  public Patience {
    if (tries < 1 || firstPause.isNegative() || longestPause.compareTo(firstPause) < 0) {
      throw new IllegalArgumentException("no patience: " + tries + " " + firstPause);
    }
  }

  /** Whether to try again after this many failures. */
  public boolean allows(int failures) {
    return failures < tries;
  }

  /**
   * The pause after this many failures, with full jitter: those who failed together do not come
   * back together.
   *
   * @param failures from 1
   * @param random from 0 to 1, where 1 gives the longest pause
   */
  public Duration pause(int failures, double random) {
    double ceiling = firstPause.toMillis() * Math.pow(2, failures - 1);
    return Duration.ofMillis(Math.round(random * Math.min(ceiling, longestPause.toMillis())));
  }
}
