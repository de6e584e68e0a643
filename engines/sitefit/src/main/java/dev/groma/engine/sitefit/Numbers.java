package dev.groma.engine.sitefit;

import dev.groma.engine.number.Decimals;

/** Numbers in sentences. */
final class Numbers {

  private static final Decimals FOUR = new Decimals(4);

  private Numbers() {}

  /** At most four places. */
  static String text(double value) {
    return FOUR.format(value);
  }
}
