package dev.groma.engine.rooms.noding;

import dev.groma.engine.BadInputException;
import dev.groma.engine.CancelledException;
import dev.groma.engine.EngineContext;
import dev.groma.engine.Problem;
import dev.groma.engine.rooms.flat.IntList;
import dev.groma.engine.rooms.flat.LongList;

/**
 * Nodes a drawing by rounds: each round finds, among edges that are new since the last, the nodes
 * within the tolerance of an edge's interior and the crossings, splits the edges there and
 * dissolves what coincides; when a round finds nothing, the drawing is noded.
 *
 * <p>It ends: a split replaces an edge by strictly shorter ones between nodes, and a node is only
 * made where none is within the tolerance, so there are finitely many. In practice there are two or
 * three rounds. Time O((n + k) log n) for n segments and k crossings on drawings in which boxes
 * overlap rarely. One instance nodes one plan, on one thread.
 */
public final class Noder {

  /**
   * Pieces that noding may make, four times the largest input: some 600 MB for all stages together.
   * Drawings of rooms stay below twice their segments.
   */
  static final int MAX_PIECES = 4_000_000;

  /** Chosen far above what any drawing was seen to need (5); a guard, not a limit. */
  private static final int MAX_ROUNDS = 100;

  private final double tolerance;
  private final EngineContext context;
  private final Nodes nodes;
  private Edges edges = Edges.dissolve(new long[0], new int[0], 1);

  /**
   * A noder without segments.
   *
   * @param tolerance in units of the frame, greater than 0
   */
  public Noder(double tolerance, EngineContext context) {
    this.tolerance = tolerance;
    this.context = context;
    nodes = new Nodes(tolerance);
  }

  /** The nodes so far. */
  public Nodes nodes() {
    return nodes;
  }

  /** The edges so far: noded, after each {@link #add}. */
  public Edges edges() {
    return edges;
  }

  /**
   * Adds segments to what is there and nodes everything.
   *
   * @param ends x1, y1, x2, y2 of each segment, in the frame
   * @param firstSource the number by which the first segment is known as a source; the others
   *     follow
   * @return the segments that are points, or became points by snapping; ascending
   * @throws BadInputException when the walls cross so often that there would be more than {@link
   *     #MAX_PIECES} pieces
   */
  public int[] add(double[] ends, int firstSource) throws BadInputException, CancelledException {
    int[] nodeOfEnd = snapEnds(ends);
    int count = ends.length / 4;
    IntList collapsed = new IntList(8);
    Pieces pieces = new Pieces(edges.sourceCount() + count, nodes.size());
    pieces.addAll(edges);
    for (int segment = 0; segment < count; segment++) {
      int from = nodeOfEnd[2 * segment];
      int to = nodeOfEnd[2 * segment + 1];
      if (from == to) {
        collapsed.add(firstSource + segment);
      } else {
        pieces.add(from, to, firstSource + segment);
      }
    }
    Edges added = pieces.dissolve();
    boolean[] isNew = added.newSince(edges);
    edges = added;
    node(isNew);
    return collapsed.toArray();
  }

  /**
   * Takes away the pieces of some segments, and the edges that nothing else runs along.
   *
   * @param isRemoved per source
   */
  public void remove(boolean[] isRemoved) {
    Pieces kept = new Pieces(edges.sourceCount(), nodes.size());
    for (int edge = 0; edge < edges.count(); edge++) {
      for (int i = edges.sourceStart(edge); i < edges.sourceStart(edge + 1); i++) {
        if (!isRemoved[edges.source(i)]) {
          kept.add(edges.from(edge), edges.to(edge), edges.source(i));
        }
      }
    }
    edges = kept.dissolve();
  }

  private int[] snapEnds(double[] ends) throws CancelledException {
    int count = ends.length / 2;
    int[] order = HilbertOrder.of(ends, count);
    context.checkCancelled();
    int[] nodeOf = new int[count];
    int last = -1;
    for (int end : order) {
      double x = ends[2 * end];
      double y = ends[2 * end + 1];
      boolean sameAsLast = last >= 0 && ends[2 * last] == x && ends[2 * last + 1] == y;
      int node = sameAsLast ? nodeOf[last] : nodes.nearest(x, y);
      nodeOf[end] = node >= 0 ? node : nodes.add(x, y);
      last = end;
    }
    return nodeOf;
  }

  private void node(boolean[] isNew) throws BadInputException, CancelledException {
    boolean[] active = isNew;
    for (int round = 0; round < MAX_ROUNDS; round++) {
      Meetings meetings = new Meetings(nodes, edges, tolerance, context);
      BoxTree.ofEdges(nodes, edges, tolerance / 2).visitPairs(active, meetings);
      LongList splits = meetings.splits();
      new Crossings(nodes, edges).resolve(meetings.crossings(), splits);
      if (splits.size() == 0) {
        return;
      }
      context.checkCancelled();
      splits.sortUnique();
      Edges split = new Splitter(nodes, edges).split(splits);
      active = split.newSince(edges);
      edges = split;
    }
    throw new BadInputException(
        Problem.at("", "the walls cannot be noded at this snapTolerance; choose a smaller one"));
  }
}
