package dev.groma.engine.sitefit.search;

/**
 * A set of placements: rotations next to each other, and a square of positions. Its middle is the
 * rotation in the middle at the position in the middle.
 *
 * @param sector the rotations
 * @param x of the middle of the square
 * @param y of the middle of the square
 * @param half side of the square
 * @param fits whether the house fits in the middle, as far as corners tell
 * @param value the placement in the middle scores no higher
 * @param garden beside the placement in the middle; its bound is that of all placements
 * @param bound no placement scores higher
 */
record Cell(
    Sector sector,
    double x,
    double y,
    double half,
    boolean fits,
    double value,
    Garden.Free garden,
    double bound) {

  /** All placements, before anything is known of them. */
  static Cell root(Sector all, Garden.Free garden) {
    double unknown = Double.POSITIVE_INFINITY;
    return new Cell(all, 0, 0, unknown, false, unknown, garden, unknown);
  }

  /** How far a point of the house is at most from where it is in the middle, metres. */
  double reach() {
    return reach(sector, half);
  }

  /** As {@link #reach()}. */
  static double reach(Sector sector, double half) {
    return sector.reach() + half * Math.sqrt(2);
  }

  /** Whether the rotations make more of a difference than the positions. */
  boolean isMainlyTurned() {
    return sector.reach() > half * Math.sqrt(2);
  }
}
