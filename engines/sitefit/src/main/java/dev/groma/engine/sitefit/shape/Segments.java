package dev.groma.engine.sitefit.shape;

/** Distances of points and segments. */
public final class Segments {

  private Segments() {}

  /** From a point to the segment a-b, squared. */
  public static double squaredDistance(
      double px, double py, double ax, double ay, double bx, double by) {
    double dx = bx - ax;
    double dy = by - ay;
    double fromX = px - ax;
    double fromY = py - ay;
    double along = fromX * dx + fromY * dy;
    double squaredLength = dx * dx + dy * dy;
    if (along >= squaredLength) {
      fromX = px - bx;
      fromY = py - by;
    } else if (along > 0) {
      double share = along / squaredLength;
      fromX -= share * dx;
      fromY -= share * dy;
    }
    return fromX * fromX + fromY * fromY;
  }

  /** How far a point lies to the left of the line from a to b; negative to the right. */
  public static double leftOf(double px, double py, double ax, double ay, double bx, double by) {
    double dx = bx - ax;
    double dy = by - ay;
    return (dx * (py - ay) - dy * (px - ax)) / Math.sqrt(dx * dx + dy * dy);
  }
}
