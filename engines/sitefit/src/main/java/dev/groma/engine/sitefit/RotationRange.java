package dev.groma.engine.sitefit;

/**
 * Which rotations of the house are tried.
 *
 * @param min degrees counterclockwise, -360 to 360
 * @param max degrees, at least {@code min} and at most 360 more; at 360 more it is the same as min
 * @param step of the grid in degrees, above 0; angles that align edges come on top
 */
public record RotationRange(double min, double max, double step) {

  /** The full turn in steps of one degree. */
  public static final RotationRange DEFAULT = new RotationRange(0, 360, 1);

  /** Below this the grid has more angles than anyone waits for. */
  public static final double LEAST_STEP = 0.01;

  public RotationRange {
    if (!(min >= -360 && max <= 360 && min <= max && max - min <= 360)
        || !(step >= LEAST_STEP && step <= 360)) {
      throw new IllegalArgumentException("no range from " + min + " to " + max + " by " + step);
    }
  }

  /** Whether every direction is allowed. */
  public boolean isFullTurn() {
    return max - min == 360;
  }

  /**
   * The rotation that means the same and lies in the range; NaN where there is none.
   *
   * @param degrees any
   */
  public double within(double degrees) {
    double above = (degrees - min) % 360;
    double turned = min + (above < 0 ? above + 360 : above);
    if (turned > max + 1e-9 && turned - 360 >= min - 1e-9) {
      turned -= 360;
    }
    return turned <= max + 1e-9 ? Math.clamp(turned, min, max) : Double.NaN;
  }
}
