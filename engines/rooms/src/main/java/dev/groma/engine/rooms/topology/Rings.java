package dev.groma.engine.rooms.topology;

import dev.groma.engine.rooms.exact.Orientation;
import dev.groma.engine.rooms.flat.IntList;
import dev.groma.engine.rooms.noding.Nodes;
import java.util.Arrays;

/** Walks along all faces, and the simple rings they fall into. Immutable. */
public final class Rings {

  /** The walk of a half-edge whose edge was left out. */
  public static final int NONE = -1;

  private final Nodes nodes;
  private final Star star;
  private final int[] walkOfHalfEdge;
  private final int[] ringOfHalfEdge;
  private final int[] start;
  private final int[] halfEdges;
  private final boolean[] isShell;
  private final int walks;

  private Rings(Nodes nodes, Star star, Tracer tracer) {
    this.nodes = nodes;
    this.star = star;
    walkOfHalfEdge = tracer.walkOfHalfEdge;
    ringOfHalfEdge = tracer.ringOfHalfEdge;
    tracer.ringStart.add(tracer.ringHalfEdges.size());
    start = tracer.ringStart.toArray();
    halfEdges = tracer.ringHalfEdges.toArray();
    walks = tracer.walks;
    isShell = new boolean[start.length - 1];
    for (int ring = 0; ring < isShell.length; ring++) {
      isShell[ring] = isCounterclockwise(ring);
    }
  }

  static Rings trace(Nodes nodes, Star star, int edgeCount) {
    Tracer tracer = new Tracer(nodes.size(), star, edgeCount);
    tracer.traceAll();
    return new Rings(nodes, star, tracer);
  }

  /** How many rings; their numbers run from 0. */
  public int count() {
    return isShell.length;
  }

  /** How many walks; their numbers run from 0. */
  public int walkCount() {
    return walks;
  }

  /** How many half-edges a ring has, at least 3. */
  public int size(int ring) {
    return start[ring + 1] - start[ring];
  }

  /** The i-th half-edge of a ring, counted from 0. */
  public int halfEdge(int ring, int i) {
    return halfEdges[start[ring] + i];
  }

  /** The node where the i-th half-edge of a ring starts. */
  public int node(int ring, int i) {
    return star.origin(halfEdges[start[ring] + i]);
  }

  /** The walk a ring is a part of. */
  public int walk(int ring) {
    return walkOfHalfEdge[halfEdges[start[ring]]];
  }

  /** The walk along a half-edge; {@link #NONE} when its edge was left out. */
  public int walkOfHalfEdge(int halfEdge) {
    return walkOfHalfEdge[halfEdge];
  }

  /** The ring of a half-edge; {@link #NONE} when its edge was left out. */
  public int ringOfHalfEdge(int halfEdge) {
    return ringOfHalfEdge[halfEdge];
  }

  /**
   * True when the ring runs counterclockwise and so encloses its face, false when it is a hole's.
   */
  public boolean isShell(int ring) {
    return isShell[ring];
  }

  /** Decided exactly at the leftmost (of these the lowest) node, where a simple ring is convex. */
  private boolean isCounterclockwise(int ring) {
    int size = size(ring);
    int lowest = 0;
    for (int i = 1; i < size; i++) {
      int node = node(ring, i);
      int best = node(ring, lowest);
      double dx = nodes.x(node) - nodes.x(best);
      if (dx < 0 || (dx == 0 && nodes.y(node) < nodes.y(best))) {
        lowest = i;
      }
    }
    int before = node(ring, (lowest + size - 1) % size);
    int at = node(ring, lowest);
    int after = node(ring, (lowest + 1) % size);
    return Orientation.of(
            nodes.x(before),
            nodes.y(before),
            nodes.x(at),
            nodes.y(at),
            nodes.x(after),
            nodes.y(after))
        > 0;
  }

  /** Follows the walks and cuts a ring off whenever a node comes round again. */
  private static final class Tracer {

    private final Star star;
    private final int[] walkOfHalfEdge;
    private final int[] ringOfHalfEdge;
    private final int[] placeOnPath;
    private final IntList path = new IntList(64);
    private final IntList ringStart = new IntList(64);
    private final IntList ringHalfEdges;
    private int walks;

    Tracer(int nodeCount, Star star, int edgeCount) {
      this.star = star;
      walkOfHalfEdge = new int[2 * edgeCount];
      ringOfHalfEdge = new int[2 * edgeCount];
      placeOnPath = new int[nodeCount];
      ringHalfEdges = new IntList(star.halfEdges().length);
      Arrays.fill(walkOfHalfEdge, NONE);
      Arrays.fill(ringOfHalfEdge, NONE);
      Arrays.fill(placeOnPath, NONE);
    }

    void traceAll() {
      for (int halfEdge : star.halfEdges()) {
        if (walkOfHalfEdge[halfEdge] == NONE) {
          traceFrom(halfEdge);
          walks++;
        }
      }
    }

    private void traceFrom(int first) {
      int halfEdge = first;
      do {
        walkOfHalfEdge[halfEdge] = walks;
        int node = star.origin(halfEdge);
        if (placeOnPath[node] != NONE) {
          cutRing(placeOnPath[node]);
        }
        placeOnPath[node] = path.size();
        path.add(halfEdge);
        halfEdge = star.next(halfEdge);
      } while (halfEdge != first);
      cutRing(0);
    }

    private void cutRing(int from) {
      int ring = ringStart.size();
      ringStart.add(ringHalfEdges.size());
      for (int i = from; i < path.size(); i++) {
        int halfEdge = path.get(i);
        placeOnPath[star.origin(halfEdge)] = NONE;
        ringOfHalfEdge[halfEdge] = ring;
        ringHalfEdges.add(halfEdge);
      }
      path.truncate(from);
    }
  }
}
