package dev.groma.engine.sitelayout.earthworks;

/**
 * A plane of the design: elevation as a function of the place.
 *
 * @param z at x = y = 0, in metres
 * @param east rise to the east, metres a metre
 * @param north rise to the north, metres a metre
 */
public record Plane(double z, double east, double north) {

  /** A level plane. */
  public static Plane level(double z) {
    return new Plane(z, 0, 0);
  }

  /** The plane through three points that are not in one line. */
  public static Plane through(
      double x1,
      double y1,
      double z1,
      double x2,
      double y2,
      double z2,
      double x3,
      double y3,
      double z3) {
    double det = (x2 - x1) * (y3 - y1) - (x3 - x1) * (y2 - y1);
    double east = ((z2 - z1) * (y3 - y1) - (z3 - z1) * (y2 - y1)) / det;
    double north = ((x2 - x1) * (z3 - z1) - (x3 - x1) * (z2 - z1)) / det;
    return new Plane(z1 - east * x1 - north * y1, east, north);
  }

  /** Elevation at a place. */
  public double at(double x, double y) {
    return z + east * x + north * y;
  }
}
