package dev.groma.engine.rooms.noding;

import dev.groma.engine.BadInputException;
import dev.groma.engine.CancelledException;
import dev.groma.engine.EngineContext;
import dev.groma.engine.Problem;
import dev.groma.engine.rooms.flat.LongList;
import java.util.Arrays;

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
  private final double noise;
  private final EngineContext context;
  private final Nodes nodes;
  private Edges edges = Edges.dissolve(new long[0], new int[0], 1);
  private double[] ends = new double[0];

  /**
   * A noder without segments.
   *
   * @param tolerance in units of the frame, greater than 0
   * @param noise distance that means nothing, not above the tolerance, greater than 0
   */
  public Noder(double tolerance, double noise, EngineContext context) {
    this.tolerance = tolerance;
    this.noise = noise;
    this.context = context;
    nodes = new Nodes(tolerance, noise);
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
   * How many segments were added so far: the number by which the next will be known as a source.
   */
  public int sourceCount() {
    return ends.length / 4;
  }

  /**
   * Adds segments to what is there and nodes everything.
   *
   * @param added x1, y1, x2, y2 of each segment, in the frame
   * @return how many segments are points, or became points by snapping
   * @throws BadInputException when the walls cross so often that there would be more than {@link
   *     #MAX_PIECES} pieces
   */
  public int add(double[] added) throws BadInputException, CancelledException {
    int firstSource = sourceCount();
    int oldLength = ends.length;
    ends = Arrays.copyOf(ends, oldLength + added.length);
    System.arraycopy(added, 0, ends, oldLength, added.length);
    SnappedEnds snapped = new SnappedEnds(nodes, added, noise);
    context.checkCancelled();
    int collapsed = 0;
    Pieces pieces = new Pieces(edges.sourceCount() + added.length / 4, nodes.size());
    pieces.addAll(edges);
    for (int segment = 0; segment < added.length / 4; segment++) {
      int from = snapped.nodeOf(2 * segment);
      int to = snapped.nodeOf(2 * segment + 1);
      if (from == to) {
        collapsed++;
      } else {
        pieces.add(from, to, firstSource + segment);
      }
    }
    Edges old = edges;
    edges = pieces.dissolve();
    LostContacts lost = new LostContacts(nodes, snapped, ends, tolerance, noise);
    Pieces links = lost.links(edges, firstSource);
    if (!links.isEmpty()) {
      links.addAll(edges);
      edges = links.dissolve();
    }
    node(edges.newSince(old, new LongList(0)), lost);
    return collapsed;
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

  private void node(boolean[] isNew, LostContacts lost)
      throws BadInputException, CancelledException {
    boolean[] active = isNew;
    for (int round = 0; round < MAX_ROUNDS; round++) {
      boolean mend = round == 0 && lost.isPossible();
      double reach = mend ? lost.reach() : tolerance;
      Meetings meetings = new Meetings(nodes, edges, reach, context);
      BoxTree.ofEdges(nodes, edges, reach / 2).visitPairs(active, meetings);
      LongList splits = meetings.splits();
      if (mend) {
        lost.addTouched(edges, meetings.nearMisses(), splits);
      }
      new Crossings(nodes, edges, tolerance).resolve(meetings.crossings(), splits);
      if (splits.size() == 0) {
        return;
      }
      context.checkCancelled();
      splits.sortUnique();
      Edges split = new Splitter(nodes, edges).split(splits);
      active = split.newSince(edges, splits);
      edges = split;
    }
    throw new BadInputException(
        Problem.at("", "the walls cannot be noded at this snapTolerance; choose a smaller one"));
  }
}
