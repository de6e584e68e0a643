package dev.groma.engine.sitefit.shape;

/** The edges of a shape, prepared for distances. */
final class Edges {

  private final double[] x;
  private final double[] y;
  private final double[] dx;
  private final double[] dy;
  private final double[] perSquaredLength;

  Edges(Shape shape) {
    int size = shape.size();
    x = new double[size];
    y = new double[size];
    dx = new double[size];
    dy = new double[size];
    perSquaredLength = new double[size];
    for (int edge = 0; edge < size; edge++) {
      x[edge] = shape.x(edge);
      y[edge] = shape.y(edge);
      dx[edge] = shape.x(shape.next(edge)) - x[edge];
      dy[edge] = shape.y(shape.next(edge)) - y[edge];
      perSquaredLength[edge] = 1 / (dx[edge] * dx[edge] + dy[edge] * dy[edge]);
    }
  }

  int size() {
    return x.length;
  }

  /** Where along the line of an edge a point lies: 0 at its start, 1 at its end. */
  private double along(int edge, double px, double py) {
    return ((px - x[edge]) * dx[edge] + (py - y[edge]) * dy[edge]) * perSquaredLength[edge];
  }

  /** Whether a point is nearest to neither end of an edge. */
  boolean isBeside(int edge, double px, double py) {
    double along = along(edge, px, py);
    return along > 0 && along < 1;
  }

  /** Whether a point lies to the left of the line of an edge. */
  boolean isLeft(int edge, double px, double py) {
    return dx[edge] * (py - y[edge]) - dy[edge] * (px - x[edge]) > 0;
  }

  double squaredDistance(int edge, double px, double py) {
    double share = Math.max(0, Math.min(1, along(edge, px, py)));
    double awayX = px - x[edge] - share * dx[edge];
    double awayY = py - y[edge] - share * dy[edge];
    return awayX * awayX + awayY * awayY;
  }

  /** The nearest of some edges: those from one place of a list to another. */
  int nearest(int[] list, int from, int to, double px, double py) {
    int nearest = list[from];
    if (to - from > 1) {
      double least = Double.POSITIVE_INFINITY;
      for (int i = from; i < to; i++) {
        double squared = squaredDistance(list[i], px, py);
        if (squared < least) {
          least = squared;
          nearest = list[i];
        }
      }
    }
    return nearest;
  }

  /** The distance to an edge, its direction, and a sign. */
  Sounding sounding(int edge, double px, double py, boolean inside) {
    double share = Math.max(0, Math.min(1, along(edge, px, py)));
    double awayX = px - x[edge] - share * dx[edge];
    double awayY = py - y[edge] - share * dy[edge];
    double distance = Math.sqrt(awayX * awayX + awayY * awayY);
    double unit = distance > 0 ? 1 / distance : 0;
    return new Sounding(inside ? distance : -distance, awayX * unit, awayY * unit);
  }
}
