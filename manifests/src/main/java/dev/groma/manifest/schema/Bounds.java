package dev.groma.manifest.schema;

import dev.groma.engine.number.Decimals;

/**
 * What a number, a length or a count may be; infinite where it is not bounded.
 *
 * @param least smallest value allowed
 * @param most largest value allowed
 */
public record Bounds(double least, double most) {

  static final Bounds NONE = new Bounds(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  boolean contain(double value) {
    return value >= least && value <= most;
  }

  /** Whether there is a bound on either side. */
  public boolean isBounded() {
    return !equals(NONE);
  }

  /** Such as {@code between 0 and 5}, {@code at least 1} or {@code at most 7}. */
  public String describe() {
    if (most == Double.POSITIVE_INFINITY) {
      return "at least " + Decimals.shortest(least);
    }
    if (least == Double.NEGATIVE_INFINITY) {
      return "at most " + Decimals.shortest(most);
    }
    return "between %s and %s".formatted(Decimals.shortest(least), Decimals.shortest(most));
  }
}
