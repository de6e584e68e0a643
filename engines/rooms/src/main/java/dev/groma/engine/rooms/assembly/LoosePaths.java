package dev.groma.engine.rooms.assembly;

import dev.groma.engine.rooms.flat.IntList;
import dev.groma.engine.rooms.noding.Edges;
import dev.groma.engine.rooms.topology.PlanarGraph;
import java.util.ArrayList;
import java.util.List;

/**
 * Joins dangles that continue one another into paths, and cuts likewise, so that a wall of many
 * pieces that encloses nothing is reported as one.
 */
final class LoosePaths {

  private final PlanarGraph graph;
  private final Edges edges;
  private final int[] degree;
  private final int[] incident; // exclusive or of a node's edges: of two, it tells the other
  private final boolean[] isDone;

  LoosePaths(PlanarGraph graph) {
    this.graph = graph;
    edges = graph.edges();
    degree = new int[graph.nodes().size()];
    incident = new int[degree.length];
    isDone = new boolean[edges.count()];
    for (int edge = 0; edge < edges.count(); edge++) {
      for (int node : new int[] {edges.from(edge), edges.to(edge)}) {
        degree[node]++;
        incident[node] ^= edge;
      }
    }
  }

  /** A path: its edges and its nodes, one more than edges, in order. */
  @SuppressWarnings("ArrayRecordComponent") // read in place, never compared
  record Path(int[] edges, int[] nodes) {}

  List<Path> paths() {
    List<Path> paths = new ArrayList<>();
    for (int edge = 0; edge < edges.count(); edge++) {
      if (!graph.isOnRing(edge) && !isDone[edge]) {
        paths.add(path(edge));
      }
    }
    return paths;
  }

  /** Walks back to where the path starts, then forward along it. */
  private Path path(int some) {
    int first = some;
    int start = edges.from(some);
    for (int next = continuation(first, start); next >= 0; next = continuation(first, start)) {
      start = other(next, start);
      first = next;
    }
    IntList pathEdges = new IntList(8);
    IntList pathNodes = new IntList(8);
    pathNodes.add(start);
    int end = start;
    for (int edge = first; edge >= 0; edge = continuation(edge, end)) {
      isDone[edge] = true;
      end = other(edge, end);
      pathEdges.add(edge);
      pathNodes.add(end);
    }
    return new Path(pathEdges.toArray(), pathNodes.toArray());
  }

  /**
   * The edge of the same kind that alone continues an edge beyond a node; -1 when there is none.
   */
  private int continuation(int edge, int node) {
    if (degree[node] != 2) {
      return -1;
    }
    int other = incident[node] ^ edge;
    return graph.isDangle(other) == graph.isDangle(edge) && graph.isCut(other) == graph.isCut(edge)
        ? other
        : -1;
  }

  private int other(int edge, int node) {
    return edges.from(edge) ^ edges.to(edge) ^ node;
  }
}
