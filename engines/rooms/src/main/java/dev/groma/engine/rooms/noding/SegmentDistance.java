package dev.groma.engine.rooms.noding;

/** Distance from a point to a segment. */
public final class SegmentDistance {

  private SegmentDistance() {}

  /**
   * Squared distance from (x, y) to the nearest point of a segment; ends as x1, y1, x2, y2 each.
   */
  public static double squared(double[] ends, int segment, double x, double y) {
    double x1 = ends[4 * segment];
    double y1 = ends[4 * segment + 1];
    double dx = ends[4 * segment + 2] - x1;
    double dy = ends[4 * segment + 3] - y1;
    double lengthSquared = dx * dx + dy * dy;
    double along = (x - x1) * dx + (y - y1) * dy;
    double share = lengthSquared > 0 ? Math.clamp(along / lengthSquared, 0.0, 1.0) : 0;
    double offX = x - (x1 + share * dx);
    double offY = y - (y1 + share * dy);
    return offX * offX + offY * offY;
  }
}
