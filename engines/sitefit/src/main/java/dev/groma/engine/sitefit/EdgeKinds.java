package dev.groma.engine.sitefit;

import dev.groma.engine.sitefit.shape.Segments;
import dev.groma.engine.sitefit.shape.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Tells which edges of a parcel lie at the street, at its rear, or at a side. */
final class EdgeKinds {

  /** Edges that bend less than this go on along the same street. Chosen: a gentle curve. */
  private static final double SAME_STREET = Math.toRadians(15);

  /** An edge faces away from the street when it does so more than sideways. */
  private static final double REAR = Math.toRadians(45);

  private EdgeKinds() {}

  static List<EdgeKind> of(Shape parcel, Frontage frontage, double originX, double originY) {
    EdgeKind[] kinds = new EdgeKind[parcel.size()];
    Arrays.setAll(kinds, edge -> parcel.isOfHole(edge) ? EdgeKind.HOLE : EdgeKind.SIDE);
    List<Integer> street =
        switch (frontage) {
          case Frontage.Unknown unknown -> List.of();
          case Frontage.Edges edges -> matching(parcel, edges, originX, originY);
          case Frontage.NearestTo point ->
              nearest(parcel, point.x() - originX, point.y() - originY);
        };
    street.forEach(edge -> kinds[edge] = EdgeKind.STREET);
    if (!street.isEmpty()) {
      markRear(parcel, street, kinds);
    }
    return List.of(kinds);
  }

  private static List<Integer> matching(
      Shape parcel, Frontage.Edges edges, double originX, double originY) {
    List<Integer> found = new ArrayList<>();
    for (Frontage.Ends ends : edges.ends()) {
      double x1 = ends.x1() - originX;
      double y1 = ends.y1() - originY;
      double x2 = ends.x2() - originX;
      double y2 = ends.y2() - originY;
      for (int edge = 0; edge < parcel.size(); edge++) {
        if (joins(parcel, edge, x1, y1, x2, y2) || joins(parcel, edge, x2, y2, x1, y1)) {
          found.add(edge);
        }
      }
    }
    return found;
  }

  private static boolean joins(Shape parcel, int edge, double x1, double y1, double x2, double y2) {
    int end = parcel.next(edge);
    return parcel.x(edge) == x1
        && parcel.y(edge) == y1
        && parcel.x(end) == x2
        && parcel.y(end) == y2;
  }

  private static List<Integer> nearest(Shape parcel, double x, double y) {
    int nearest = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int edge = 0; edge < parcel.size(); edge++) {
      double distance = squaredDistance(parcel, edge, x, y);
      if (!parcel.isOfHole(edge) && distance < least) {
        least = distance;
        nearest = edge;
      }
    }
    List<Integer> street = new ArrayList<>(List.of(nearest));
    for (int edge = parcel.next(nearest);
        !street.contains(edge) && goesOn(parcel, parcel.previous(edge), edge);
        edge = parcel.next(edge)) {
      street.add(edge);
    }
    for (int edge = parcel.previous(nearest);
        !street.contains(edge) && goesOn(parcel, edge, parcel.next(edge));
        edge = parcel.previous(edge)) {
      street.add(edge);
    }
    return street;
  }

  private static double squaredDistance(Shape parcel, int edge, double x, double y) {
    int end = parcel.next(edge);
    return Segments.squaredDistance(
        x, y, parcel.x(edge), parcel.y(edge), parcel.x(end), parcel.y(end));
  }

  private static boolean goesOn(Shape parcel, int first, int second) {
    return turn(parcel.direction(first), parcel.direction(second)) < SAME_STREET;
  }

  /** Between two directions, 0 to pi. */
  private static double turn(double from, double to) {
    return Math.abs(Math.IEEEremainder(to - from, 2 * Math.PI));
  }

  private static void markRear(Shape parcel, List<Integer> street, EdgeKind[] kinds) {
    double dx = 0;
    double dy = 0;
    for (int edge : street) {
      dx += parcel.x(parcel.next(edge)) - parcel.x(edge);
      dy += parcel.y(parcel.next(edge)) - parcel.y(edge);
    }
    double away = Math.atan2(-dy, -dx);
    for (int edge = 0; edge < parcel.size(); edge++) {
      if (kinds[edge] == EdgeKind.SIDE && turn(parcel.direction(edge), away) <= REAR) {
        kinds[edge] = EdgeKind.REAR;
      }
    }
  }
}
