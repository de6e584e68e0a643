package dev.groma.engine.sitelayout.roads;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/**
 * A road in plan: straights joined by arcs, as stations.
 *
 * @param xy x0, y0, x1, y1, ...; no two stations that follow each other at one place
 * @param minRadius of the tightest arc between the turns at both ends, in metres; infinite for a
 *     straight road
 * @param tightest where that arc is; null for a straight road
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere, and handed over at birth
record Alignment(double[] xy, double minRadius, @Nullable Coordinate tightest) {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  /**
   * Longest way between stations on a straight, in metres; earthworks follow the ground this
   * finely.
   */
  private static final double STRAIGHT_STEP = 5;

  /** Turn between stations on an arc, in radians: a chord is off by 0.14 % of the radius. */
  private static final double ARC_STEP = Math.toRadians(6);

  /** Turns below this need no arc; the outer edge of the road gains less than 0.1 m. */
  private static final double STRAIGHT = Math.toRadians(1);

  /** Corners sharper than this cannot be rounded: the tangents would be 11 radii long. */
  private static final double SHARPEST = Math.toRadians(170);

  /** How a line is drawn through points of a route. */
  record Style(double tolerance, boolean dropsCorners, double radius) {}

  /**
   * Draws a line through points.
   *
   * @param points at least two; first and last are kept
   * @param kept points at the beginning and at the end that stay where they are, so that a road
   *     leaves an asset at a right angle
   */
  static Alignment of(Coordinate[] points, int kept, Style style) {
    List<Coordinate> corners = simplified(points, kept, style.tolerance());
    if (style.dropsCorners()) {
      dropTightCorners(corners, kept, style.radius());
    }
    return rounded(corners, style.radius());
  }

  private static List<Coordinate> simplified(Coordinate[] points, int kept, double tolerance) {
    int lead = Math.min(kept, points.length - 1);
    List<Coordinate> corners = new ArrayList<>(Arrays.asList(points).subList(0, lead));
    Coordinate[] rest = Arrays.copyOfRange(points, lead, points.length);
    if (rest.length > 2) {
      LineString line = FACTORY.createLineString(rest);
      rest = DouglasPeuckerSimplifier.simplify(line, tolerance).getCoordinates();
    }
    for (Coordinate point : rest) {
      if (corners.isEmpty() || corners.getLast().distance(point) > 1e-6) {
        corners.add(point);
      }
    }
    return corners;
  }

  /** Drops the corner with the smaller turn wherever two arcs do not fit between two corners. */
  private static void dropTightCorners(List<Coordinate> corners, int kept, double radius) {
    int first = Math.max(1, kept);
    int at = 0;
    while (at + 1 < corners.size()) {
      double length = corners.get(at).distance(corners.get(at + 1));
      if (tangent(corners, at, radius) + tangent(corners, at + 1, radius) <= length) {
        at++;
        continue;
      }
      boolean canDropThis = at >= first && at < corners.size() - 1;
      boolean canDropNext = at + 1 >= first && at + 1 < corners.size() - 1;
      if (!canDropThis && !canDropNext) {
        at++;
        continue;
      }
      boolean dropThis = canDropThis && (!canDropNext || turn(corners, at) < turn(corners, at + 1));
      corners.remove(dropThis ? at : at + 1);
      at = Math.max(0, at - 2);
    }
  }

  /** How far from a corner its arc begins. */
  private static double tangent(List<Coordinate> corners, int at, double radius) {
    if (at == 0 || at == corners.size() - 1) {
      return 0;
    }
    double turn = turn(corners, at);
    return turn < STRAIGHT ? 0 : radius * Math.tan(Math.min(turn, SHARPEST) / 2);
  }

  private static double turn(List<Coordinate> corners, int at) {
    Coordinate a = corners.get(at - 1);
    Coordinate b = corners.get(at);
    Coordinate c = corners.get(at + 1);
    double cross = (b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x);
    double dot = (b.x - a.x) * (c.x - b.x) + (b.y - a.y) * (c.y - b.y);
    return Math.abs(Math.atan2(cross, dot));
  }

  private static Alignment rounded(List<Coordinate> corners, double radius) {
    int count = corners.size();
    double[] tangents = new double[count];
    for (int i = 0; i < count; i++) {
      tangents[i] = tangent(corners, i, radius);
    }
    double[] fitting = tangents.clone();
    for (int i = 0; i + 1 < count; i++) {
      double length = corners.get(i).distance(corners.get(i + 1));
      double both = tangents[i] + tangents[i + 1];
      if (both > length) {
        fitting[i] = Math.min(fitting[i], tangents[i] * length / both);
        fitting[i + 1] = Math.min(fitting[i + 1], tangents[i + 1] * length / both);
      }
    }
    Stations stations = new Stations();
    double least = Double.POSITIVE_INFINITY;
    Coordinate tightest = null;
    stations.go(corners.getFirst());
    for (int i = 1; i + 1 < count; i++) {
      double own = ownRadius(corners, i, tangents[i], fitting[i], radius);
      if (!isAtAnEnd(i, count) && own < least) {
        least = own;
        tightest = corners.get(i);
      }
      if (tangents[i] == 0) {
        stations.go(corners.get(i));
      } else {
        stations.arc(corners.get(i - 1), corners.get(i), corners.get(i + 1), fitting[i], own);
      }
    }
    stations.go(corners.getLast());
    return new Alignment(stations.toArray(), least, tightest);
  }

  /** Of the arc at a corner: infinite where it hardly turns, 0 where there is none. */
  private static double ownRadius(
      List<Coordinate> corners, int at, double tangent, double fitting, double radius) {
    if (tangent == 0) {
      return turn(corners, at) < STRAIGHT ? Double.POSITIVE_INFINITY : 0;
    }
    return radius * fitting / tangent;
  }

  /** The turn into an asset and the one at a junction are as sharp as the room there asks. */
  private static boolean isAtAnEnd(int corner, int count) {
    return corner == 1 || corner == count - 2;
  }

  /** The line in plan. */
  LineString line() {
    Coordinate[] points = new Coordinate[xy.length / 2];
    for (int i = 0; i < points.length; i++) {
      points[i] = new Coordinate(xy[2 * i], xy[2 * i + 1]);
    }
    return FACTORY.createLineString(points);
  }

  /** Collects stations; stretches shorter than a decimetre are left out. */
  private static final class Stations {

    private static final double SHORTEST = 0.1;

    private double[] xy = new double[64];
    private int size;

    void go(Coordinate to) {
      if (size == 0) {
        add(to.x, to.y);
        return;
      }
      double fromX = xy[2 * size - 2];
      double fromY = xy[2 * size - 1];
      double length = Math.hypot(to.x - fromX, to.y - fromY);
      if (length < SHORTEST) {
        if (size > 1) {
          size--;
          add(to.x, to.y);
        }
        return;
      }
      int steps = (int) Math.ceil(length / STRAIGHT_STEP);
      for (int i = 1; i <= steps; i++) {
        double share = (double) i / steps;
        add(fromX + share * (to.x - fromX), fromY + share * (to.y - fromY));
      }
    }

    void arc(Coordinate from, Coordinate corner, Coordinate to, double tangent, double radius) {
      double inX = (corner.x - from.x) / corner.distance(from);
      double inY = (corner.y - from.y) / corner.distance(from);
      double outX = (to.x - corner.x) / corner.distance(to);
      double outY = (to.y - corner.y) / corner.distance(to);
      double cross = inX * outY - inY * outX;
      double side = Math.signum(cross);
      double beginX = corner.x - inX * tangent;
      double beginY = corner.y - inY * tangent;
      go(new Coordinate(beginX, beginY));
      double middleX = beginX - inY * side * radius;
      double middleY = beginY + inX * side * radius;
      double turn = Math.abs(Math.atan2(cross, inX * outX + inY * outY));
      double start = Math.atan2(beginY - middleY, beginX - middleX);
      int steps = Math.max(1, (int) Math.ceil(turn / ARC_STEP));
      for (int i = 1; i <= steps; i++) {
        double angle = start + side * turn * i / steps;
        Coordinate at =
            new Coordinate(middleX + radius * Math.cos(angle), middleY + radius * Math.sin(angle));
        go(at);
      }
    }

    private void add(double x, double y) {
      if (2 * size + 2 > xy.length) {
        xy = Arrays.copyOf(xy, 2 * xy.length);
      }
      xy[2 * size] = x;
      xy[2 * size + 1] = y;
      size++;
    }

    double[] toArray() {
      return Arrays.copyOf(xy, 2 * size);
    }
  }
}
