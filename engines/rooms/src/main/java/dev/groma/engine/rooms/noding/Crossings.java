package dev.groma.engine.rooms.noding;

import dev.groma.engine.rooms.flat.IntList;
import dev.groma.engine.rooms.flat.LongList;

/** Finds or makes the nodes at which crossing edges are to be split. */
final class Crossings {

  private final Nodes nodes;
  private final Edges edges;
  private final double tolerance;
  private final IntList near = new IntList(8);

  Crossings(Nodes nodes, Edges edges, double tolerance) {
    this.nodes = nodes;
    this.edges = edges;
    this.tolerance = tolerance;
  }

  /**
   * Adds to {@code splits} the pairs (edge, node) that undo the crossings.
   *
   * @param crossings pairs (edge, edge) whose interiors cross, in any order: the points are worked
   *     off along a Hilbert curve, so that the nodes depend on the drawing alone
   */
  void resolve(LongList crossings, LongList splits) {
    int count = crossings.size();
    double[] points = new double[2 * count];
    for (int i = 0; i < count; i++) {
      computePoint(crossings.get(i), points, 2 * i);
    }
    for (int i : HilbertOrder.of(points, count)) {
      int first = LongList.first(crossings.get(i));
      int second = LongList.second(crossings.get(i));
      int node = nodeAt(points[2 * i], points[2 * i + 1], first, second);
      split(first, node, splits);
      split(second, node, splits);
    }
  }

  private void split(int edge, int node, LongList splits) {
    if (node != edges.from(edge) && node != edges.to(edge)) {
      splits.add(LongList.pair(edge, node));
    }
  }

  /**
   * Point of intersection. The determinants are computed with one rounding, so the point lies
   * within a few units in the last place of both lines even where these are nearly parallel: it may
   * then be off along them, which does not matter.
   */
  private void computePoint(long crossing, double[] points, int at) {
    int first = LongList.first(crossing);
    int second = LongList.second(crossing);
    double ax = nodes.x(edges.from(first));
    double ay = nodes.y(edges.from(first));
    double cx = nodes.x(edges.from(second));
    double cy = nodes.y(edges.from(second));
    double ux = nodes.x(edges.to(first)) - ax;
    double uy = nodes.y(edges.to(first)) - ay;
    double vx = nodes.x(edges.to(second)) - cx;
    double vy = nodes.y(edges.to(second)) - cy;
    double share = determinant(cx - ax, cy - ay, vx, vy) / determinant(ux, uy, vx, vy);
    double clamped = Math.clamp(Double.isNaN(share) ? 0.5 : share, 0.0, 1.0);
    points[at] = Math.fma(clamped, ux, ax);
    points[at + 1] = Math.fma(clamped, uy, ay);
  }

  /** a d - b c by W. Kahan's method with fused multiply-add: within 1.5 units in the last place. */
  private static double determinant(double a, double b, double c, double d) {
    double product = b * c;
    double error = Math.fma(-b, c, product);
    return Math.fma(a, d, -product) + error;
  }

  /**
   * The nearest node within the tolerance that splits both edges into shorter ones, or a new node.
   */
  private int nodeAt(double x, double y, int first, int second) {
    near.truncate(0);
    nodes.within(tolerance, x, y, near);
    int best = -1;
    double bestDistance = Double.POSITIVE_INFINITY;
    for (int i = 0; i < near.size(); i++) {
      int node = near.get(i);
      double distance = nodes.distanceSquared(node, x, y);
      if (distance > nodes.reach(node) * nodes.reach(node)) {
        continue;
      }
      boolean nearer = distance < bestDistance || (distance == bestDistance && node < best);
      if (nearer && shortens(first, node) && shortens(second, node)) {
        best = node;
        bestDistance = distance;
      }
    }
    return best >= 0 ? best : nodes.add(x, y, false);
  }

  private boolean shortens(int edge, int node) {
    int a = edges.from(edge);
    int b = edges.to(edge);
    if (node == a || node == b) {
      return true;
    }
    double whole = nodes.distanceSquared(a, b);
    return nodes.distanceSquared(a, node) < whole && nodes.distanceSquared(node, b) < whole;
  }
}
