package dev.groma.engine.number;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Writes numbers with at most so many places behind the point: no exponent, no trailing zeros, no
 * negative zero, no locale.
 *
 * <p>The text is within half of the last place of the number, give or take one unit in the number's
 * own last bit; so a tie goes to the even digit unless the number's bits say otherwise.
 *
 * @param places behind the point, 0 to 15
 */
public record Decimals(int places) {

  private static final long[] POWERS = powers();

  /** Integers up to here are exact in a double; beyond, {@link BigDecimal} is the slower way. */
  private static final double EXACT = 0x1p53;

  public Decimals {
    if (places < 0 || places >= POWERS.length) {
      throw new IllegalArgumentException("places must be between 0 and 15, was " + places);
    }
  }

  private static long[] powers() {
    long[] powers = new long[16];
    powers[0] = 1;
    for (int i = 1; i < powers.length; i++) {
      powers[i] = powers[i - 1] * 10;
    }
    return powers;
  }

  /** The number with all its digits, and no exponent: what a person would have typed. */
  public static String shortest(double value) {
    requireFinite(value);
    return value == 0 ? "0" : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  /** The number nearest to the value among those that this format can write. */
  public double round(double value) {
    requireFinite(value);
    double scaled = Math.rint(value * POWERS[places]);
    return Math.abs(scaled) < EXACT ? scaled / POWERS[places] + 0.0 : value;
  }

  /** The value as text. */
  public String format(double value) {
    StringBuilder text = new StringBuilder(24);
    append(text, value);
    return text.toString();
  }

  /**
   * Appends the value as text.
   *
   * @throws IllegalArgumentException when the value is not finite
   */
  public void append(StringBuilder text, double value) {
    requireFinite(value);
    double scaled = Math.rint(value * POWERS[places]);
    if (Math.abs(scaled) < EXACT) {
      appendScaled(text, (long) scaled);
    } else {
      BigDecimal rounded = new BigDecimal(value).setScale(places, RoundingMode.HALF_EVEN);
      text.append(rounded.stripTrailingZeros().toPlainString());
    }
  }

  private void appendScaled(StringBuilder text, long scaled) {
    long size = Math.abs(scaled);
    if (scaled < 0) {
      text.append('-');
    }
    text.append(size / POWERS[places]);
    long fraction = size % POWERS[places];
    if (fraction == 0) {
      return;
    }
    text.append('.');
    for (int place = places - 1; fraction != 0; place--) {
      text.append((char) ('0' + fraction / POWERS[place]));
      fraction %= POWERS[place];
    }
  }

  private static void requireFinite(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("a finite number expected, not " + value);
    }
  }
}
