package dev.groma.engine.json;

import dev.groma.engine.number.Decimals;

/** Words for a range of numbers. */
final class Bounds {

  private Bounds() {}

  /** Such as {@code between 0 and 100}, {@code at least 0} or {@code at most 5}. */
  static String describe(double least, double most) {
    if (least == Double.NEGATIVE_INFINITY && most == Double.POSITIVE_INFINITY) {
      return "a finite number";
    }
    if (most == Double.POSITIVE_INFINITY) {
      return "at least " + Decimals.shortest(least);
    }
    if (least == Double.NEGATIVE_INFINITY) {
      return "at most " + Decimals.shortest(most);
    }
    return "between " + Decimals.shortest(least) + " and " + Decimals.shortest(most);
  }
}
