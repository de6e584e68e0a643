package dev.groma.engine.rooms.topology;

import dev.groma.engine.CancelledException;
import dev.groma.engine.EngineContext;
import dev.groma.engine.rooms.flat.DisjointSets;
import dev.groma.engine.rooms.flat.IntList;
import dev.groma.engine.rooms.noding.Edges;
import dev.groma.engine.rooms.noding.Nodes;

/**
 * A noded drawing with its edges told apart: those that enclose something, dangles and cuts.
 * Immutable.
 *
 * <p>Dangles are peeled off from free ends inwards; of what remains, an edge with one walk on both
 * sides is a cut (a bridge, in the words of graph theory). Linear in the number of edges.
 */
public final class PlanarGraph {

  private final Nodes nodes;
  private final Edges edges;
  private final boolean[] isDangle;
  private final boolean[] isCut;
  private final Rings rings;

  private PlanarGraph(Nodes nodes, Edges edges, boolean[] isDangle, boolean[] isCut, Rings rings) {
    this.nodes = nodes;
    this.edges = edges;
    this.isDangle = isDangle;
    this.isCut = isCut;
    this.rings = rings;
  }

  /** Takes a noded drawing apart. */
  public static PlanarGraph of(Nodes nodes, Edges edges, EngineContext context)
      throws CancelledException {
    boolean[] isDangle = findDangles(nodes, edges);
    context.checkCancelled();
    Rings rings = Rings.trace(nodes, new Star(nodes, edges, isDangle), edges.count());
    context.checkCancelled();
    boolean[] isCut = new boolean[edges.count()];
    boolean[] leftOut = isDangle.clone();
    boolean anyCut = false;
    for (int edge = 0; edge < edges.count(); edge++) {
      if (!isDangle[edge] && rings.walkOfHalfEdge(2 * edge) == rings.walkOfHalfEdge(2 * edge + 1)) {
        isCut[edge] = true;
        leftOut[edge] = true;
        anyCut = true;
      }
    }
    if (anyCut) {
      rings = Rings.trace(nodes, new Star(nodes, edges, leftOut), edges.count());
    }
    return new PlanarGraph(nodes, edges, isDangle, isCut, rings);
  }

  private static boolean[] findDangles(Nodes nodes, Edges edges) {
    int[] degree = degrees(nodes, edges);
    int[] incident = new int[nodes.size()]; // exclusive or of the edges left at a node
    for (int edge = 0; edge < edges.count(); edge++) {
      incident[edges.from(edge)] ^= edge;
      incident[edges.to(edge)] ^= edge;
    }
    boolean[] isDangle = new boolean[edges.count()];
    for (int node = 0; node < nodes.size(); node++) {
      int end = node;
      while (degree[end] == 1) {
        int edge = incident[end];
        isDangle[edge] = true;
        int other = edges.from(edge) ^ edges.to(edge) ^ end;
        degree[end] = 0;
        degree[other]--;
        incident[other] ^= edge;
        end = other;
      }
    }
    return isDangle;
  }

  private static int[] degrees(Nodes nodes, Edges edges) {
    int[] degree = new int[nodes.size()];
    for (int edge = 0; edge < edges.count(); edge++) {
      degree[edges.from(edge)]++;
      degree[edges.to(edge)]++;
    }
    return degree;
  }

  /** The nodes; some may have no edge. */
  public Nodes nodes() {
    return nodes;
  }

  /** All edges. */
  public Edges edges() {
    return edges;
  }

  /** Whether an edge has a free end, or would have one without the dangles beyond it. */
  public boolean isDangle(int edge) {
    return isDangle[edge];
  }

  /** Whether an edge that is no dangle has the same face on both sides. */
  public boolean isCut(int edge) {
    return isCut[edge];
  }

  /** Whether an edge is part of a ring. */
  public boolean isOnRing(int edge) {
    return !isDangle[edge] && !isCut[edge];
  }

  /** The rings of the edges that enclose something. */
  public Rings rings() {
    return rings;
  }

  /** The nodes at which exactly one edge ends, ascending. */
  public int[] freeEnds() {
    int[] degree = degrees(nodes, edges);
    IntList ends = new IntList(16);
    for (int node = 0; node < degree.length; node++) {
      if (degree[node] == 1) {
        ends.add(node);
      }
    }
    return ends.toArray();
  }

  /** How many nodes have an edge. */
  public int vertexCount() {
    int count = 0;
    for (int degree : degrees(nodes, edges)) {
      count += degree > 0 ? 1 : 0;
    }
    return count;
  }

  /** How many connected parts the edges form. */
  public int componentCount() {
    DisjointSets sets = new DisjointSets(nodes.size());
    int joins = 0;
    for (int edge = 0; edge < edges.count(); edge++) {
      joins += sets.join(edges.from(edge), edges.to(edge)) ? 1 : 0;
    }
    return vertexCount() - joins;
  }
}
