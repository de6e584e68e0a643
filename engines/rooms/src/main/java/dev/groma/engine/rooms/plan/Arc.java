package dev.groma.engine.rooms.plan;

/**
 * A circular arc.
 *
 * @param centerX plan units
 * @param centerY plan units
 * @param radius above 0, plan units
 * @param start angle of its start, radians counterclockwise from the x axis
 * @param sweep angle from start to end, radians, positive counterclockwise; not 0, at most a full
 *     turn
 */
record Arc(double centerX, double centerY, double radius, double start, double sweep) {

  /** Keeps the area of a circle to 0.16 %: 1 - sin(t)/t for t = 2 pi / 64. */
  private static final int LEAST_CHORDS = 64;

  private static final double TURN = 2 * Math.PI;

  /** The arc that starts and ends at the points, turning by the sweep on the way. */
  static Arc between(Point start, Point end, double sweep) {
    double chordX = end.x - start.x;
    double chordY = end.y - start.y;
    double half = Math.hypot(chordX, chordY) / 2;
    double radius = half / Math.abs(Math.sin(sweep / 2));
    // From the chord's middle to the centre, to its left for a counterclockwise arc below half a
    // turn.
    double along = 1 / (2 * Math.tan(sweep / 2));
    double centerX = start.x + chordX / 2 - chordY * along;
    double centerY = start.y + chordY / 2 + chordX * along;
    return new Arc(
        centerX, centerY, radius, Math.atan2(start.y - centerY, start.x - centerX), sweep);
  }

  double length() {
    return radius * Math.abs(sweep);
  }

  boolean isFullTurn() {
    return Math.abs(sweep) >= TURN * (1 - 1e-12);
  }

  /**
   * How many chords stand for the arc: 64 or more to the turn, and none farther from the arc than a
   * quarter of the tolerance.
   */
  long chords(double tolerance) {
    double step = TURN / LEAST_CHORDS;
    double sagitta = tolerance / 4;
    if (sagitta > 0 && sagitta < radius) {
      // sagitta = r (1 - cos(step / 2)) = 2 r sin^2(step / 4)
      step = Math.min(step, 4 * Math.asin(Math.sqrt(sagitta / (2 * radius))));
    }
    return Math.max(1, (long) Math.ceil(Math.abs(sweep) / step * (1 - 1e-12)));
  }

  /** x of the point at a share of the way. */
  double x(double share) {
    return centerX + radius * cos(start + sweep * share);
  }

  /** y of the point at a share of the way. */
  double y(double share) {
    return centerY + radius * cos(start + sweep * share - Math.PI / 2);
  }

  /** Exact at quarter turns, so that arcs meet the straight walls people draw to them. */
  private static double cos(double angle) {
    double cos = Math.cos(angle);
    return Math.abs(cos) < 1e-15 ? 0 : cos;
  }
}
