package dev.groma.engine.geometry;

/** A sequence of points; a ring repeats its first point at the end. Immutable. */
public interface Points {

  /** How many points. */
  int size();

  /** x of a point, counted from 0. */
  double x(int point);

  /** y of a point, counted from 0. */
  double y(int point);

  /** The points x0, y0, x1, y1, ...; the array must not change afterwards. */
  static Points of(double... xy) {
    if (xy.length % 2 != 0) {
      throw new IllegalArgumentException("an even count of numbers expected, not " + xy.length);
    }
    return new FlatPoints(xy);
  }

  /**
   * The area inside a ring: positive where it runs counterclockwise. Computed from its first point,
   * so that a ring far from the origin loses no digits.
   */
  default double signedArea() {
    double twice = 0;
    for (int i = 2; i + 1 < size(); i++) {
      twice += (x(i - 1) - x(0)) * (y(i) - y(0)) - (x(i) - x(0)) * (y(i - 1) - y(0));
    }
    return twice / 2;
  }
}
