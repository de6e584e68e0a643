package dev.groma.engine.sitelayout.earthworks;

/**
 * Volumes in cubic metres, measured in place.
 *
 * @param cut ground above the design, at least 0
 * @param fill space below the design, at least 0
 */
public record CutFill(double cut, double fill) {

  /** Nothing to move. */
  public static final CutFill NONE = new CutFill(0, 0);

  public CutFill {
    if (!(cut >= 0 && fill >= 0 && Double.isFinite(cut + fill))) {
      throw new IllegalArgumentException("no volumes: cut " + cut + ", fill " + fill);
    }
  }

  /** Both together. */
  public CutFill plus(CutFill other) {
    return new CutFill(cut + other.cut, fill + other.fill);
  }

  /** What is left without a part; rounding never makes it negative. */
  public CutFill minus(CutFill part) {
    return new CutFill(Math.max(0, cut - part.cut), Math.max(0, fill - part.fill));
  }

  /** Cut minus fill. */
  public double net() {
    return cut - fill;
  }

  /** All earth that is moved: cut plus fill. */
  public double moved() {
    return cut + fill;
  }
}
