package dev.groma.engine.rooms.bridge;

import dev.groma.engine.rooms.noding.Edges;
import dev.groma.engine.rooms.noding.Nodes;
import dev.groma.engine.rooms.topology.PlanarGraph;

/** The free ends of a drawing and where each points to. */
final class FreeEnds {

  private final Nodes nodes;
  private final int[] node;
  private final int[] edge;
  private final double[] directionX;
  private final double[] directionY;

  /**
   * Looks at every free end once.
   *
   * @param ends x1, y1, x2, y2 of each segment, in the frame
   */
  FreeEnds(PlanarGraph graph, double[] ends) {
    nodes = graph.nodes();
    node = graph.freeEnds();
    edge = new int[node.length];
    directionX = new double[node.length];
    directionY = new double[node.length];
    int[] endAtNode = new int[nodes.size()];
    for (int end = 0; end < node.length; end++) {
      endAtNode[node[end]] = end + 1;
    }
    Edges edges = graph.edges();
    for (int e = 0; e < edges.count(); e++) {
      if (endAtNode[edges.from(e)] > 0) {
        point(endAtNode[edges.from(e)] - 1, e, edges, edges.to(e), ends);
      }
      if (endAtNode[edges.to(e)] > 0) {
        point(endAtNode[edges.to(e)] - 1, e, edges, edges.from(e), ends);
      }
    }
  }

  /**
   * The longest segment along the edge tells the direction: the edge itself may be a snapped stub.
   */
  private void point(int end, int e, Edges edges, int inner, double[] ends) {
    double longest = -1;
    double dx = 0;
    double dy = 0;
    for (int i = edges.sourceStart(e); i < edges.sourceStart(e + 1); i++) {
      int segment = edges.source(i);
      double x = ends[4 * segment + 2] - ends[4 * segment];
      double y = ends[4 * segment + 3] - ends[4 * segment + 1];
      if (x * x + y * y > longest) {
        longest = x * x + y * y;
        dx = x;
        dy = y;
      }
    }
    double outX = nodes.x(node[end]) - nodes.x(inner);
    double outY = nodes.y(node[end]) - nodes.y(inner);
    double length = Math.copySign(Math.sqrt(longest), dx * outX + dy * outY);
    edge[end] = e;
    directionX[end] = dx / length;
    directionY[end] = dy / length;
  }

  int count() {
    return node.length;
  }

  int node(int end) {
    return node[end];
  }

  /** The edge that ends here. */
  int edge(int end) {
    return edge[end];
  }

  double x(int end) {
    return nodes.x(node[end]);
  }

  double y(int end) {
    return nodes.y(node[end]);
  }

  /** Unit vector away from the wall. */
  double directionX(int end) {
    return directionX[end];
  }

  /** Unit vector away from the wall. */
  double directionY(int end) {
    return directionY[end];
  }
}
