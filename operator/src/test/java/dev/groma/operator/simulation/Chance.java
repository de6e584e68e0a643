package dev.groma.operator.simulation;

import java.util.List;
import java.util.SplittableRandom;

/** All that is random in a schedule, from its seed. */
final class Chance {

  private final SplittableRandom random;

  Chance(long seed) {
    random = new SplittableRandom(seed);
  }

  /** Whether it happens, that many times of a thousand. */
  boolean perMille(int likely) {
    return likely > 0 && random.nextInt(1000) < likely;
  }

  /** A number from the first to less than the second. */
  long between(long from, long to) {
    return random.nextLong(from, to);
  }

  /** One of them. */
  <T> T oneOf(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
