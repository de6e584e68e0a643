package dev.groma.engine.sitefit.shape;

/**
 * The edges of a shape, prepared for distances. What is known of an edge lies together: the search
 * spends most of its time here, on edges in no order.
 */
final class Edges {

  /** Numbers of an edge: start, direction, and one by its squared length. */
  private static final int STRIDE = 5;

  private final int size;
  private final double[] numbers;

  Edges(Shape shape) {
    size = shape.size();
    numbers = new double[STRIDE * size];
    for (int edge = 0; edge < size; edge++) {
      int at = STRIDE * edge;
      double dx = shape.x(shape.next(edge)) - shape.x(edge);
      double dy = shape.y(shape.next(edge)) - shape.y(edge);
      numbers[at] = shape.x(edge);
      numbers[at + 1] = shape.y(edge);
      numbers[at + 2] = dx;
      numbers[at + 3] = dy;
      numbers[at + 4] = 1 / (dx * dx + dy * dy);
    }
  }

  int size() {
    return size;
  }

  /** Where along the line of an edge a point lies: 0 at its start, 1 at its end. */
  private double along(int edge, double px, double py) {
    int at = STRIDE * edge;
    return ((px - numbers[at]) * numbers[at + 2] + (py - numbers[at + 1]) * numbers[at + 3])
        * numbers[at + 4];
  }

  /** Whether a point is nearest to neither end of an edge. */
  boolean isBeside(int edge, double px, double py) {
    double along = along(edge, px, py);
    return along > 0 && along < 1;
  }

  /** Whether a point lies to the left of the line of an edge. */
  boolean isLeft(int edge, double px, double py) {
    int at = STRIDE * edge;
    return numbers[at + 2] * (py - numbers[at + 1]) - numbers[at + 3] * (px - numbers[at]) > 0;
  }

  double squaredDistance(int edge, double px, double py) {
    int at = STRIDE * edge;
    double fromX = px - numbers[at];
    double fromY = py - numbers[at + 1];
    double dx = numbers[at + 2];
    double dy = numbers[at + 3];
    double share = onEdge((fromX * dx + fromY * dy) * numbers[at + 4]);
    double awayX = fromX - share * dx;
    double awayY = fromY - share * dy;
    return awayX * awayX + awayY * awayY;
  }

  /** Between 0 and 1; quicker than Math.clamp, which looks for NaN. */
  private static double onEdge(double along) {
    return along < 0 ? 0 : along > 1 ? 1 : along;
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
    int at = STRIDE * edge;
    double share = onEdge(along(edge, px, py));
    double awayX = px - numbers[at] - share * numbers[at + 2];
    double awayY = py - numbers[at + 1] - share * numbers[at + 3];
    double distance = Math.sqrt(awayX * awayX + awayY * awayY);
    double unit = distance > 0 ? 1 / distance : 0;
    return new Sounding(inside ? distance : -distance, awayX * unit, awayY * unit);
  }
}
