package dev.groma.engine.rooms.topology;

import dev.groma.engine.rooms.exact.Orientation;
import dev.groma.engine.rooms.flat.IntSort;
import dev.groma.engine.rooms.noding.Edges;
import dev.groma.engine.rooms.noding.Nodes;

/**
 * The half-edges that leave each node, counterclockwise, and with them the order of walks: after a
 * half-edge comes, at its end, the next one clockwise from the way back. Source: M. de Berg et al.,
 * "Computational Geometry", chapter 2 (doubly-connected edge list).
 */
final class Star {

  private final Nodes nodes;
  private final Edges edges;
  private final int[] start;
  private final int[] leaving;
  private final int[] place;

  /** The stars of all nodes, of the edges that are not {@code left out}. */
  Star(Nodes nodes, Edges edges, boolean[] leftOut) {
    this.nodes = nodes;
    this.edges = edges;
    start = new int[nodes.size() + 1];
    for (int edge = 0; edge < edges.count(); edge++) {
      if (!leftOut[edge]) {
        start[edges.from(edge) + 1]++;
        start[edges.to(edge) + 1]++;
      }
    }
    for (int node = 0; node < nodes.size(); node++) {
      start[node + 1] += start[node];
    }
    leaving = new int[start[nodes.size()]];
    place = new int[2 * edges.count()];
    int[] filled = start.clone();
    for (int edge = 0; edge < edges.count(); edge++) {
      if (!leftOut[edge]) {
        leaving[filled[edges.from(edge)]++] = 2 * edge;
        leaving[filled[edges.to(edge)]++] = 2 * edge + 1;
      }
    }
    for (int node = 0; node < nodes.size(); node++) {
      IntSort.sort(leaving, start[node], start[node + 1], this::turnsBefore);
    }
    for (int i = 0; i < leaving.length; i++) {
      place[leaving[i]] = i;
    }
  }

  /** All half-edges, by the node they leave. */
  int[] halfEdges() {
    return leaving;
  }

  /** The node a half-edge leaves. */
  int origin(int halfEdge) {
    return (halfEdge & 1) == 0 ? edges.from(halfEdge >> 1) : edges.to(halfEdge >> 1);
  }

  /** The half-edge that continues the walk. */
  int next(int halfEdge) {
    int back = halfEdge ^ 1;
    int node = origin(back);
    int at = place[back];
    return leaving[at > start[node] ? at - 1 : start[node + 1] - 1];
  }

  /**
   * Whether, counterclockwise from due east, the first comes before the second; both leave one
   * node.
   */
  private boolean turnsBefore(int first, int second) {
    int node = origin(first);
    int a = origin(first ^ 1);
    int b = origin(second ^ 1);
    boolean firstIsLower = isLower(node, a);
    if (firstIsLower != isLower(node, b)) {
      return !firstIsLower;
    }
    return Orientation.of(
            nodes.x(node), nodes.y(node), nodes.x(a), nodes.y(a), nodes.x(b), nodes.y(b))
        > 0;
  }

  /** Whether {@code other} lies in the half-plane from due west (included) round south to east. */
  private boolean isLower(int node, int other) {
    double dy = nodes.y(other) - nodes.y(node);
    return dy < 0 || (dy == 0 && nodes.x(other) < nodes.x(node));
  }
}
