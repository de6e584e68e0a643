package dev.groma.engine.rooms.faces;

import dev.groma.engine.rooms.exact.Orientation;
import dev.groma.engine.rooms.noding.BoxTree;
import dev.groma.engine.rooms.noding.Edges;
import dev.groma.engine.rooms.noding.Nodes;
import dev.groma.engine.rooms.topology.PlanarGraph;

/**
 * Finds the ring edge straight below a point: what is above that edge is the face around the point.
 *
 * <p>Decided exactly for points that are nodes. Edges cover half-open intervals of x, so that the
 * ray passes just right of every node. Source of the order of edges: Shamos and Hoey's sweep, as in
 * M. de Berg et al., "Computational Geometry", chapter 2.
 */
final class Below {

  private static final int NONE = -1;

  private final PlanarGraph graph;
  private final Nodes nodes;
  private final Edges edges;
  private final BoxTree tree;

  Below(PlanarGraph graph) {
    this.graph = graph;
    nodes = graph.nodes();
    edges = graph.edges();
    tree = BoxTree.ofEdges(nodes, edges, 0);
  }

  /** The half-edge, running to the right, that lies next below a point; -1 when there is none. */
  int halfEdge(double x, double y) {
    Search search = new Search(x, y);
    tree.searchDown(x, y, search);
    if (search.highest == NONE) {
      return NONE;
    }
    return left(search.highest) == edges.from(search.highest)
        ? 2 * search.highest
        : 2 * search.highest + 1;
  }

  private int left(int edge) {
    int a = edges.from(edge);
    int b = edges.to(edge);
    return nodes.x(a) < nodes.x(b) ? a : b;
  }

  private int right(int edge) {
    return edges.from(edge) ^ edges.to(edge) ^ left(edge);
  }

  private int side(int edge, double x, double y) {
    int a = left(edge);
    int b = right(edge);
    return Orientation.of(nodes.x(a), nodes.y(a), nodes.x(b), nodes.y(b), x, y);
  }

  private final class Search implements BoxTree.DownVisitor {

    private final double x;
    private final double y;
    private int highest = NONE;
    private double floor = Double.NEGATIVE_INFINITY;

    Search(double x, double y) {
      this.x = x;
      this.y = y;
    }

    @Override
    public double visit(int edge) {
      if (graph.isOnRing(edge)
          && nodes.x(left(edge)) <= x
          && x < nodes.x(right(edge))
          && side(edge, x, y) > 0
          && (highest == NONE || isAbove(edge, highest))) {
        highest = edge;
        floor = Math.min(nodes.y(edges.from(edge)), nodes.y(edges.to(edge)));
      }
      return floor;
    }

    /** Which of two edges that pass below the point, and do not cross, is the higher one there. */
    private boolean isAbove(int edge, int other) {
      int a = left(edge);
      int b = left(other);
      if (a == b) {
        return side(other, nodes.x(right(edge)), nodes.y(right(edge))) > 0;
      }
      return nodes.x(a) >= nodes.x(b)
          ? side(other, nodes.x(a), nodes.y(a)) > 0
          : side(edge, nodes.x(b), nodes.y(b)) < 0;
    }
  }
}
