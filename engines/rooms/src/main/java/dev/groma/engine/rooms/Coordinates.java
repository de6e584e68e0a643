package dev.groma.engine.rooms;

import java.util.Arrays;

/** A sequence of points in plan units, x and y alternating in one flat array. Immutable. */
public final class Coordinates {

  private final double[] xy;

  private Coordinates(double[] xy) {
    this.xy = xy;
  }

  /** The points x0, y0, x1, y1, ...; the array is copied. */
  public static Coordinates of(double... xy) {
    if (xy.length % 2 != 0) {
      throw new IllegalArgumentException(
          "x and y in pairs expected, not " + xy.length + " numbers");
    }
    return new Coordinates(xy.clone());
  }

  /** As {@link #of}, but the array is handed over: the caller must not touch it again. */
  static Coordinates adopt(double[] xy) {
    return new Coordinates(xy);
  }

  /** How many points. */
  public int size() {
    return xy.length / 2;
  }

  /** x of a point, counted from 0. */
  public double x(int point) {
    return xy[2 * point];
  }

  /** y of a point, counted from 0. */
  public double y(int point) {
    return xy[2 * point + 1];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Coordinates that && Arrays.equals(xy, that.xy);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(xy);
  }

  /** As in WKT: {@code (0.0 0.0, 4.0 0.0, 4.0 3.0, 0.0 0.0)}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("(");
    for (int i = 0; i < size(); i++) {
      text.append(i == 0 ? "" : ", ").append(x(i)).append(' ').append(y(i));
    }
    return text.append(')').toString();
  }
}
