package dev.groma.bridge.message;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long a message stays away that is let go to come back. */
public final class Backoff {

  private static final int FIRST_SECONDS = 5;
  private static final int MOST_SECONDS = 300;

  /** 5 s doubled six times are more than the most; more would overflow. */
  private static final int MOST_DOUBLINGS = 6;

  private Backoff() {}

  /**
   * min(300 s, 5 s · 2^(n-1)) and up to a fifth more, so that messages that failed together do not
   * come back together.
   *
   * @param receives how often it was received, n, from 1
   */
  public static Duration after(int receives, RandomGenerator random) {
    int doublings = Math.clamp(receives - 1L, 0, MOST_DOUBLINGS);
    int seconds = Math.min(MOST_SECONDS, FIRST_SECONDS << doublings);
    return Duration.ofSeconds(seconds + random.nextInt(seconds / 5 + 1));
  }
}
