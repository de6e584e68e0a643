package dev.groma.engine.number;

/**
 * How finely the numbers of a plan are written.
 *
 * @param lengths coordinates and lengths, in the plan's unit
 * @param areas in the plan's unit squared
 */
public record Precision(Decimals lengths, Decimals areas) {

  /**
   * Share of the extent that a coordinate may be off; chosen: far below what a drawing can show.
   */
  private static final int EXTENT_DIGITS = 5;

  /** Decimal digits that a double carries for certain. */
  private static final int DOUBLE_DIGITS = 15;

  /**
   * Coordinates to the unit's own step (such as 0.0001 for metres: a tenth of a millimetre) or to a
   * hundred-thousandth of the power of ten above the extent, whichever is finer, so that a plan
   * drawn from 0 to 1 keeps its shape. Areas to a tenth of what that step means along the extent.
   *
   * @param step of the unit, a power of ten at most 1
   * @param extent of the plan: the longer side of its bounding box, at least 0
   * @param farthest the largest absolute coordinate: a double has no more digits to give
   */
  public static Precision of(double step, double extent, double farthest) {
    int magnitude = extent > 0 ? (int) Math.floor(Math.log10(extent)) : 0;
    int above = extent > 0 ? (int) Math.ceil(Math.log10(extent)) : 0;
    int wanted = Math.max((int) Math.round(-Math.log10(step)), EXTENT_DIGITS - above);
    int carried = DOUBLE_DIGITS - 1 - (farthest >= 1 ? (int) Math.floor(Math.log10(farthest)) : 0);
    int places = Math.clamp(wanted, 0, Math.min(carried, DOUBLE_DIGITS));
    int areaPlaces = Math.clamp(places - magnitude + 1, 0, DOUBLE_DIGITS);
    return new Precision(new Decimals(places), new Decimals(areaPlaces));
  }

  /** The step of coordinates, such as 0.0001. */
  public double lengthStep() {
    return Math.pow(10, -lengths.places());
  }

  /** The step of areas. */
  public double areaStep() {
    return Math.pow(10, -areas.places());
  }
}
