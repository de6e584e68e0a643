package dev.groma.engine.sitefit.fit;

import dev.groma.engine.geometry.Bounds;
import dev.groma.engine.sitefit.shape.DistanceField;
import dev.groma.engine.sitefit.shape.Segments;
import dev.groma.engine.sitefit.shape.Shape;
import dev.groma.engine.sitefit.shape.Sounding;

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
  private final double[] convexX;
  private final double[] convexY;
  private final Bounds bounds;
  private final double cos;
  private final double sin;

  TurnedHouse(House house, double radians) {
    this.house = house;
    this.radians = radians;
    int size = house.shape().size();
    x = new double[size];
    y = new double[size];
    cos = Math.cos(radians);
    sin = Math.sin(radians);
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
    convexX = convex(x);
    convexY = convex(y);
  }

  /** Of the corners that are not reflex. */
  private double[] convex(double[] all) {
    double[] convex = new double[all.length - house.shape().reflexSize()];
    int size = 0;
    for (int corner = 0; corner < all.length; corner++) {
      if (!house.shape().isReflex(corner)) {
        convex[size++] = all[corner];
      }
    }
    return convex;
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

  /**
   * From the house to the boundary of a shape in which it lies. Negative where a corner of the one
   * lies on the forbidden side of the other, by so much that no motion that moves every point of
   * the house by less brings it inside. Of no meaning where nothing but edges cross.
   *
   * <p>Two polygons, one in the other, are nearest at a convex corner of the inner or at a reflex
   * vertex of the outer one, so only these are looked at.
   *
   * @param enough smaller distances need not be told apart
   */
  public double room(DistanceField outer, double px, double py, double enough) {
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < convexX.length; i++) {
      least = Math.min(least, outer.signedDistance(px + convexX[i], py + convexY[i]));
      if (least < enough) {
        return least;
      }
    }
    Shape shape = outer.shape();
    for (int i = 0; i < shape.reflexSize(); i++) {
      double vx = shape.x(shape.reflex(i)) - px;
      double vy = shape.y(shape.reflex(i)) - py;
      double reach = house.radius() + Math.max(least, 0);
      if (vx * vx + vy * vy < reach * reach) {
        least = Math.min(least, signedDistanceTo(vx, vy));
      }
    }
    return least;
  }

  /** From a point, taken from the pivot, to the outline: negative inside. */
  public double signedDistanceTo(double px, double py) {
    return -house.field().signedDistance(px * cos + py * sin, py * cos - px * sin);
  }

  /** From a point, taken from the pivot, to the outline, with its direction: negative inside. */
  public Sounding sounding(double px, double py) {
    Sounding turned = house.field().sounding(px * cos + py * sin, py * cos - px * sin);
    return new Sounding(
        -turned.distance(),
        turned.x() * cos - turned.y() * sin,
        turned.x() * sin + turned.y() * cos);
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
