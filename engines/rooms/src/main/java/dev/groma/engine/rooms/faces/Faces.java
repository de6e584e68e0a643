package dev.groma.engine.rooms.faces;

import dev.groma.engine.CancelledException;
import dev.groma.engine.EngineContext;
import dev.groma.engine.rooms.flat.IntList;
import dev.groma.engine.rooms.flat.IntSort;
import dev.groma.engine.rooms.noding.Nodes;
import dev.groma.engine.rooms.topology.PlanarGraph;
import dev.groma.engine.rooms.topology.Rings;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The bounded faces of a drawing: which rings bound each, and which face lies on each side of an
 * edge. Immutable. Linear, and logarithmic for each part that stands free.
 */
public final class Faces {

  /** The number of the unbounded face. */
  public static final int OUTSIDE = -1;

  private final PlanarGraph graph;
  private final Rings rings;
  private final int[] faceOfWalk;
  private final int[] faceOfLooseEdge;
  private final int count;
  private final int[] ringStart;
  private final int[] ringsOfFaces;

  private Faces(PlanarGraph graph, Assignment assignment) {
    this.graph = graph;
    rings = graph.rings();
    faceOfWalk = assignment.faceOfWalk;
    faceOfLooseEdge = assignment.faceOfLooseEdge;
    count = assignment.count;
    ringStart = new int[count + 1];
    for (int ring = 0; ring < rings.count(); ring++) {
      if (faceOfRing(ring) != OUTSIDE) {
        ringStart[faceOfRing(ring) + 1]++;
      }
    }
    for (int face = 0; face < count; face++) {
      ringStart[face + 1] += ringStart[face];
    }
    ringsOfFaces = new int[ringStart[count]];
    int[] next = new int[count];
    for (int face = 0; face < count; face++) {
      next[face] = ringStart[face] + 1;
    }
    for (int ring = 0; ring < rings.count(); ring++) {
      int face = faceOfRing(ring);
      if (face != OUTSIDE) {
        ringsOfFaces[rings.isShell(ring) ? ringStart[face] : next[face]++] = ring;
      }
    }
  }

  /** Puts the rings of a drawing together to faces. */
  public static Faces of(PlanarGraph graph, EngineContext context) throws CancelledException {
    return new Faces(graph, new Assignment(graph, context));
  }

  /** The drawing. */
  public PlanarGraph graph() {
    return graph;
  }

  /** How many bounded faces; their numbers run from 0. */
  public int count() {
    return count;
  }

  /** How many rings bound a face. */
  public int ringCount(int face) {
    return ringStart[face + 1] - ringStart[face];
  }

  /** The i-th ring of a face; the one at 0 is its shell. */
  public int ring(int face, int i) {
    return ringsOfFaces[ringStart[face] + i];
  }

  /**
   * The face on the left of a half-edge, {@link #OUTSIDE} for none; a loose edge has one all round.
   */
  public int faceOfHalfEdge(int halfEdge) {
    int walk = rings.walkOfHalfEdge(halfEdge);
    return walk == Rings.NONE ? faceOfLooseEdge[halfEdge >> 1] : faceOfWalk[walk];
  }

  private int faceOfRing(int ring) {
    return faceOfWalk[rings.walk(ring)];
  }

  /** Finds the face of every walk and of every edge that is on no ring. */
  private static final class Assignment {

    private static final int CHECK_EVERY = 1 << 12;

    private final PlanarGraph graph;
    private final Nodes nodes;
    private final Rings rings;
    private final EngineContext context;
    private final int[] faceOfWalk;
    private final int[] faceOfLooseEdge;
    private int count;
    private @Nullable Below below;

    Assignment(PlanarGraph graph, EngineContext context) throws CancelledException {
      this.graph = graph;
      this.context = context;
      nodes = graph.nodes();
      rings = graph.rings();
      faceOfWalk = new int[rings.walkCount()];
      faceOfLooseEdge = new int[graph.edges().count()];
      numberFaces();
      placeFreeStandingWalks();
      placeLooseEdges();
    }

    private void numberFaces() {
      Arrays.fill(faceOfWalk, OUTSIDE);
      for (int ring = 0; ring < rings.count(); ring++) {
        if (rings.isShell(ring)) {
          faceOfWalk[rings.walk(ring)] = count++;
        }
      }
    }

    /**
     * From below upwards: the edge below the lowest node of a walk belongs to a walk whose lowest
     * node is lower still, so its face is known.
     */
    private void placeFreeStandingWalks() throws CancelledException {
      int[] lowest = lowestNodes();
      IntList free = new IntList(16);
      for (int walk = 0; walk < lowest.length; walk++) {
        if (faceOfWalk[walk] == OUTSIDE) {
          free.add(walk);
        }
      }
      if (free.size() < 2) {
        return;
      }
      int[] order = free.toArray();
      IntSort.sort(
          order, 0, order.length, (first, second) -> isLower(lowest[first], lowest[second]));
      for (int i = 0; i < order.length; i++) {
        checkCancelled(i);
        int node = lowest[order[i]];
        faceOfWalk[order[i]] = faceAbove(below().halfEdge(nodes.x(node), nodes.y(node)));
      }
    }

    private int[] lowestNodes() {
      int[] lowest = new int[rings.walkCount()];
      Arrays.fill(lowest, -1);
      for (int ring = 0; ring < rings.count(); ring++) {
        int walk = rings.walk(ring);
        for (int i = 0; i < rings.size(ring); i++) {
          int node = rings.node(ring, i);
          if (lowest[walk] < 0 || isLower(node, lowest[walk])) {
            lowest[walk] = node;
          }
        }
      }
      return lowest;
    }

    private boolean isLower(int first, int second) {
      double dy = nodes.y(first) - nodes.y(second);
      return dy < 0 || (dy == 0 && nodes.x(first) < nodes.x(second));
    }

    private void placeLooseEdges() throws CancelledException {
      for (int edge = 0; edge < faceOfLooseEdge.length; edge++) {
        if (!graph.isOnRing(edge)) {
          checkCancelled(edge);
          int a = graph.edges().from(edge);
          int b = graph.edges().to(edge);
          double x = (nodes.x(a) + nodes.x(b)) / 2;
          double y = (nodes.y(a) + nodes.y(b)) / 2;
          faceOfLooseEdge[edge] = rings.count() == 0 ? OUTSIDE : faceAbove(below().halfEdge(x, y));
        }
      }
    }

    private int faceAbove(int halfEdge) {
      return halfEdge < 0 ? OUTSIDE : faceOfWalk[rings.walkOfHalfEdge(halfEdge)];
    }

    private Below below() {
      if (below == null) {
        below = new Below(graph);
      }
      return below;
    }

    private void checkCancelled(int step) throws CancelledException {
      if ((step & (CHECK_EVERY - 1)) == 0) {
        context.checkCancelled();
      }
    }
  }
}
