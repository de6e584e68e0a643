package dev.groma.engine.sitefit.fit;

import dev.groma.engine.geometry.Bounds;
import dev.groma.engine.sitefit.shape.Segments;

/** The corners of a house at one rotation, around its pivot. Edge i runs from corner i to i + 1. */
public final class TurnedHouse {

  private final House house;
  private final double radians;
  final double[] x;
  final double[] y;
  final double minX;
  final double minY;
  final double maxX;
  final double maxY;
  private final Bounds bounds;
  private final double circleX;
  private final double circleY;

  TurnedHouse(House house, double radians) {
    this.house = house;
    this.radians = radians;
    int size = house.shape().size();
    x = new double[size];
    y = new double[size];
    double cos = Math.cos(radians);
    double sin = Math.sin(radians);
    double left = Double.POSITIVE_INFINITY;
    double bottom = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double top = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < size; i++) {
      x[i] = house.shape().x(i) * cos - house.shape().y(i) * sin;
      y[i] = house.shape().x(i) * sin + house.shape().y(i) * cos;
      left = Math.min(left, x[i]);
      bottom = Math.min(bottom, y[i]);
      right = Math.max(right, x[i]);
      top = Math.max(top, y[i]);
    }
    minX = left;
    minY = bottom;
    maxX = right;
    maxY = top;
    bounds = new Bounds(left, bottom, right, top);
    circleX = house.circle().x() * cos - house.circle().y() * sin;
    circleY = house.circle().x() * sin + house.circle().y() * cos;
  }

  /** The house that was turned. */
  public House house() {
    return house;
  }

  /** By how much, counterclockwise. */
  public double radians() {
    return radians;
  }

  /** Around the house, taken from the pivot. */
  public Bounds bounds() {
    return bounds;
  }

  /** How many corners. */
  public int size() {
    return x.length;
  }

  /** x of a corner. */
  public double x(int corner) {
    return x[corner];
  }

  /** y of a corner. */
  public double y(int corner) {
    return y[corner];
  }

  /** The corner after one. */
  public int next(int corner) {
    return corner + 1 == x.length ? 0 : corner + 1;
  }

  /** Whether a point, taken from the pivot, lies inside. */
  boolean contains(double px, double py) {
    boolean inside = false;
    for (int i = 0, j = x.length - 1; i < x.length; j = i++) {
      if (y[i] > py != y[j] > py && px < x[i] + (py - y[i]) / (y[j] - y[i]) * (x[j] - x[i])) {
        inside = !inside;
      }
    }
    return inside;
  }

  /** From a point, taken from the pivot, to the outline, squared. */
  double squaredDistanceToOutline(double px, double py) {
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0, j = x.length - 1; i < x.length; j = i++) {
      least = Math.min(least, Segments.squaredDistance(px, py, x[j], y[j], x[i], y[i]));
    }
    return least;
  }

  /** From a point, taken from the pivot, to the house: 0 inside. */
  public double distanceTo(double px, double py) {
    return contains(px, py) ? 0 : Math.sqrt(squaredDistanceToOutline(px, py));
  }

  /** From a point, taken from the pivot, to the outline: negative inside. */
  public double signedDistanceTo(double px, double py) {
    double distance = Math.sqrt(squaredDistanceToOutline(px, py));
    return contains(px, py) ? -distance : distance;
  }

  /** No point of the house is farther from a point, taken from the pivot, than this. */
  public double distanceToAtMost(double px, double py) {
    double toCircle = Math.hypot(px - circleX, py - circleY) - house.circle().radius();
    return Math.max(toCircle, 0);
  }

  /**
   * From the segment a-b, taken from the pivot, to the outline, squared; 0 or nearly where they
   * touch, of no meaning where they cross.
   */
  public double squaredDistanceToSegment(double ax, double ay, double bx, double by) {
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0, j = x.length - 1; i < x.length; j = i++) {
      least = Math.min(least, Segments.squaredDistance(x[i], y[i], ax, ay, bx, by));
      least = Math.min(least, Segments.squaredDistance(ax, ay, x[j], y[j], x[i], y[i]));
      least = Math.min(least, Segments.squaredDistance(bx, by, x[j], y[j], x[i], y[i]));
    }
    return least;
  }
}
