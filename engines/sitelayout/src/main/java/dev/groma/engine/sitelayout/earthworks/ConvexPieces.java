package dev.groma.engine.sitelayout.earthworks;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes convex polygons away from convex polygons: along each side of the one that is taken away,
 * what lies outside is a piece that remains. Pieces are convex, do not overlap, and together are
 * the difference. Polygons are x0, y0, x1, y1, ... counterclockwise.
 */
final class ConvexPieces {

  /** Pieces below this are rounding, in square metres: less than a square of 0.1 mm. */
  private static final double NOTHING = 1e-8;

  private ConvexPieces() {}

  /** The same polygon counterclockwise. */
  static double[] counterclockwise(double[] xy) {
    if (area(xy) >= 0) {
      return xy;
    }
    double[] turned = new double[xy.length];
    for (int i = 0; i < xy.length; i += 2) {
      turned[i] = xy[xy.length - 2 - i];
      turned[i + 1] = xy[xy.length - 1 - i];
    }
    return turned;
  }

  /** Signed area. */
  static double area(double[] xy) {
    double twice = 0;
    for (int i = 2; i + 3 < xy.length; i += 2) {
      twice += (xy[i] - xy[0]) * (xy[i + 3] - xy[1]) - (xy[i + 2] - xy[0]) * (xy[i + 1] - xy[1]);
    }
    return twice / 2;
  }

  /** What is left of a polygon outside another. */
  static void subtract(double[] from, double[] other, List<double[]> result) {
    if (areApart(from, other) || areApart(other, from)) {
      result.add(from);
      return;
    }
    double[] rest = from;
    for (int i = 0; i < other.length && rest.length > 0; i += 2) {
      int next = (i + 2) % other.length;
      double[] outside = half(rest, other, i, next, -1);
      if (outside.length > 4 && area(outside) > NOTHING) {
        result.add(outside);
      }
      rest = half(rest, other, i, next, 1);
    }
  }

  /** Whether a side of the first has all of the second on its outer side. */
  private static boolean areApart(double[] first, double[] second) {
    for (int i = 0; i < first.length; i += 2) {
      int next = (i + 2) % first.length;
      boolean apart = true;
      for (int k = 0; k < second.length && apart; k += 2) {
        apart = side(first, i, next, second[k], second[k + 1]) <= 0;
      }
      if (apart) {
        return true;
      }
    }
    return false;
  }

  /** Above 0 on the left of a side, which is inside. */
  private static double side(double[] ring, int from, int to, double x, double y) {
    return (ring[to] - ring[from]) * (y - ring[from + 1])
        - (ring[to + 1] - ring[from + 1]) * (x - ring[from]);
  }

  private static double[] half(double[] xy, double[] ring, int from, int to, int sign) {
    List<Double> kept = new ArrayList<>(xy.length + 4);
    for (int i = 0; i < xy.length; i += 2) {
      int next = (i + 2) % xy.length;
      double here = sign * side(ring, from, to, xy[i], xy[i + 1]);
      double there = sign * side(ring, from, to, xy[next], xy[next + 1]);
      if (here >= 0) {
        kept.add(xy[i]);
        kept.add(xy[i + 1]);
      }
      if ((here > 0 && there < 0) || (here < 0 && there > 0)) {
        double share = here / (here - there);
        kept.add(xy[i] + share * (xy[next] - xy[i]));
        kept.add(xy[i + 1] + share * (xy[next + 1] - xy[i + 1]));
      }
    }
    return kept.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
