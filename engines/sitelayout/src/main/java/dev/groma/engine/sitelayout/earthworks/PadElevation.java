package dev.groma.engine.sitelayout.earthworks;

/** How the elevation of a level pad is chosen. */
public sealed interface PadElevation {

  /**
   * Where {@code factor} times the cut equals the fill; with factor 1 that is the mean elevation of
   * the ground.
   *
   * @param factor cubic metres of fill that a cubic metre of cut makes, above 0
   */
  record Balanced(double factor) implements PadElevation {

    public Balanced {
      if (!(factor > 0 && factor < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("factor must be above 0, was " + factor);
      }
    }
  }

  /** Where cut and fill together are least: the median elevation of the ground. */
  record Least() implements PadElevation {}

  /**
   * As given.
   *
   * @param elevation in metres
   */
  record Fixed(double elevation) implements PadElevation {}
}
