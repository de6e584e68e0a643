package dev.groma.engine.sitefit;

/**
 * What counts how much. Only the ratios matter; a term without weight is reported all the same.
 *
 * @param clearance from the parcel's boundary
 * @param orientation of the sides to true south
 * @param street nearness to the street
 * @param garden size of the largest free circle
 * @param parallelism of the house's sides and the parcel's edges
 */
public record Weights(
    double clearance, double orientation, double street, double garden, double parallelism) {

  /** Chosen: room around the house and beside it first, then the sun, then habit. */
  public static final Weights DEFAULT = new Weights(0.3, 0.2, 0.1, 0.3, 0.1);

  public Weights {
    if (!(clearance >= 0 && orientation >= 0 && street >= 0 && garden >= 0 && parallelism >= 0)
        || !(sum(clearance, orientation, street, garden, parallelism) > 0)
        || !Double.isFinite(sum(clearance, orientation, street, garden, parallelism))) {
      throw new IllegalArgumentException("weights must be at least 0 and not all 0");
    }
  }

  private static double sum(double a, double b, double c, double d, double e) {
    return a + b + c + d + e;
  }

  /** The same ratios, with a sum of 1. Without a street its weight goes to the others. */
  public Weights normalised(boolean hasStreet) {
    double ofStreet = hasStreet ? street : 0;
    double sum = sum(clearance, orientation, ofStreet, garden, parallelism);
    return sum > 0
        ? new Weights(
            clearance / sum, orientation / sum, ofStreet / sum, garden / sum, parallelism / sum)
        : DEFAULT.normalised(false);
  }
}
