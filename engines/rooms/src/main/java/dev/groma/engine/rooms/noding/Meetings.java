package dev.groma.engine.rooms.noding;

import dev.groma.engine.BadInputException;
import dev.groma.engine.CancelledException;
import dev.groma.engine.EngineContext;
import dev.groma.engine.Problem;
import dev.groma.engine.rooms.exact.Orientation;
import dev.groma.engine.rooms.flat.LongList;

/**
 * Finds where pairs of edges meet other than at common ends: ends of one within the tolerance of
 * the other's interior, and, when there are none, crossings.
 */
final class Meetings implements BoxTree.PairVisitor {

  /** Pairs between two looks at the cancellation: about a millisecond. */
  private static final int CHECK_EVERY = 1 << 16;

  private final Nodes nodes;
  private final Edges edges;
  private final double reach;
  private final EngineContext context;
  private final LongList splits = new LongList(64);
  private final LongList crossings = new LongList(64);
  private final LongList nearMisses = new LongList(64);
  private int visited;

  /**
   * Nothing found yet.
   *
   * @param reach up to which distance nodes near an edge are reported as near misses; not below the
   *     tolerance
   */
  Meetings(Nodes nodes, Edges edges, double reach, EngineContext context) {
    this.nodes = nodes;
    this.edges = edges;
    this.reach = reach;
    this.context = context;
  }

  /** Pairs (edge, node): the edge is to be split at the node. */
  LongList splits() {
    return splits;
  }

  /** Pairs (edge, node) that are near each other but do not attract each other. */
  LongList nearMisses() {
    return nearMisses;
  }

  /** Pairs (edge, edge) that cross. */
  LongList crossings() {
    return crossings;
  }

  @Override
  public void visit(int first, int second) throws BadInputException, CancelledException {
    if ((++visited & (CHECK_EVERY - 1)) == 0) {
      context.checkCancelled();
    }
    int a = edges.from(first);
    int b = edges.to(first);
    int c = edges.from(second);
    int d = edges.to(second);
    boolean meet =
        splitIfNear(first, a, b, c)
            | splitIfNear(first, a, b, d)
            | splitIfNear(second, c, d, a)
            | splitIfNear(second, c, d, b);
    if (!meet && a != c && a != d && b != c && b != d && cross(a, b, c, d)) {
      crossings.add(LongList.pair(first, second));
    }
    if (edges.sourceCount() + splits.size() + nearMisses.size() + 2 * crossings.size()
        > Noder.MAX_PIECES) {
      throw new BadInputException(
          Problem.at(
              "",
              "the walls cross each other too often: noding would make more than "
                  + Noder.MAX_PIECES
                  + " pieces; leave out hatching and the like"));
    }
  }

  /**
   * A node is near an edge when its foot lies inside the edge, not farther away than the tolerance,
   * and both halves would be shorter than the whole.
   */
  private boolean splitIfNear(int edge, int a, int b, int node) {
    if (node == a || node == b) {
      return false;
    }
    double dx = nodes.x(b) - nodes.x(a);
    double dy = nodes.y(b) - nodes.y(a);
    double px = nodes.x(node) - nodes.x(a);
    double py = nodes.y(node) - nodes.y(a);
    double lengthSquared = dx * dx + dy * dy;
    double along = px * dx + py * dy;
    if (along <= 0 || along >= lengthSquared) {
      return false;
    }
    double across = px * dy - py * dx;
    if (across * across > reach * reach * lengthSquared
        || px * px + py * py >= lengthSquared
        || nodes.distanceSquared(node, b) >= lengthSquared) {
      return false;
    }
    double attraction = nodes.reach(node);
    if (across * across > attraction * attraction * lengthSquared) {
      nearMisses.add(LongList.pair(edge, node));
      return false;
    }
    splits.add(LongList.pair(edge, node));
    return true;
  }

  private boolean cross(int a, int b, int c, int d) {
    return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
  }

  private int side(int a, int b, int c) {
    return Orientation.of(nodes.x(a), nodes.y(a), nodes.x(b), nodes.y(b), nodes.x(c), nodes.y(c));
  }
}
