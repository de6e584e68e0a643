package dev.groma.engine.rooms.noding;

import dev.groma.engine.rooms.flat.DisjointSets;
import dev.groma.engine.rooms.flat.IntList;
import dev.groma.engine.rooms.flat.IntSort;
import dev.groma.engine.rooms.flat.LongList;

/**
 * Restores what snapping tears apart.
 *
 * <p>An end that moves to its node may leave behind another end, or a wall, that was within the
 * tolerance of it as drawn: three ends 8 mm apart in a row become one node and another 16 mm away.
 * Whatever was in contact must stay connected, so such nodes are linked by a piece of one of the
 * segments, and such walls bent to the node, over at most three tolerances.
 */
final class LostContacts {

  /** Both partners of a contact of one tolerance may have moved by another each. */
  private static final double REACH = 3;

  private final Nodes nodes;
  private final SnappedEnds ends;
  private final double[] coordinates;
  private final double tolerance;
  private final boolean[] hasMoved;
  private final int[] memberStart;
  private final int[] members;
  private boolean anyMoved;

  /**
   * Looks at how ends were snapped.
   *
   * @param coordinates of the ends
   * @param noise a smaller move is none
   */
  LostContacts(
      Nodes nodes, SnappedEnds ends, double[] coordinates, double tolerance, double noise) {
    this.nodes = nodes;
    this.ends = ends;
    this.coordinates = coordinates;
    this.tolerance = tolerance;
    hasMoved = new boolean[nodes.size()];
    memberStart = new int[nodes.size() + 1];
    for (int end = 0; end < ends.count(); end++) {
      int node = ends.nodeOf(end);
      if (node >= 0 && nodes.distanceSquared(node, ends.x(end), ends.y(end)) > noise * noise) {
        hasMoved[node] = true;
        anyMoved = true;
      }
    }
    members = anyMoved ? collectMembers() : new int[0];
  }

  private int[] collectMembers() {
    for (int end = 0; end < ends.count(); end++) {
      if (ends.attracts(end)) {
        memberStart[ends.nodeOf(end) + 1]++;
      }
    }
    for (int node = 0; node < nodes.size(); node++) {
      memberStart[node + 1] += memberStart[node];
    }
    int[] collected = new int[memberStart[nodes.size()]];
    int[] next = memberStart.clone();
    for (int end = 0; end < ends.count(); end++) {
      if (ends.attracts(end)) {
        collected[next[ends.nodeOf(end)]++] = end;
      }
    }
    return collected;
  }

  /** Whether any end was moved at all: otherwise nothing was lost. */
  boolean isPossible() {
    return anyMoved;
  }

  /** How near a node must be to an edge to be a near miss. */
  double reach() {
    return REACH * tolerance;
  }

  /**
   * Adds to {@code splits} those of the near misses, pairs (edge, node), in which an end that
   * became the node was, as drawn, within the tolerance of a segment of the edge.
   */
  void addTouched(Edges edges, LongList nearMisses, LongList splits) {
    for (int i = 0; i < nearMisses.size(); i++) {
      int edge = LongList.first(nearMisses.get(i));
      int node = LongList.second(nearMisses.get(i));
      if ((hasMoved[node] || hasMoved[edges.from(edge)] || hasMoved[edges.to(edge)])
          && isTouched(node, edge, edges)) {
        splits.add(nearMisses.get(i));
      }
    }
  }

  private boolean isTouched(int node, int edge, Edges edges) {
    for (int i = memberStart[node]; i < memberStart[node + 1]; i++) {
      for (int s = edges.sourceStart(edge); s < edges.sourceStart(edge + 1); s++) {
        double distance =
            SegmentDistance.squared(
                coordinates, edges.source(s), ends.x(members[i]), ends.y(members[i]));
        if (distance <= tolerance * tolerance) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Pieces that link nodes whose ends were in contact, unless short edges or shorter links connect
   * them already.
   *
   * @param firstSource the number of the first segment among the sources
   */
  Pieces links(Edges edges, int firstSource) {
    Pieces pieces = new Pieces(edges.sourceCount(), nodes.size());
    LongList pairs = nearPairs();
    if (pairs.size() == 0) {
      return pieces;
    }
    DisjointSets connected = new DisjointSets(nodes.size());
    for (int edge = 0; edge < edges.count(); edge++) {
      if (length(edges.from(edge), edges.to(edge)) <= reach()) {
        connected.join(edges.from(edge), edges.to(edge));
      }
    }
    int[] order = new int[pairs.size()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    IntSort.sort(
        order,
        0,
        order.length,
        (first, second) -> length(pairs.get(first)) < length(pairs.get(second)));
    for (int i : order) {
      int first = LongList.first(pairs.get(i));
      int second = LongList.second(pairs.get(i));
      int end = contact(first, second);
      if (end >= 0 && connected.join(first, second)) {
        pieces.add(first, second, firstSource + end / 2);
      }
    }
    return pieces;
  }

  /** Pairs of nodes near enough to each other, of which one has moved. */
  private LongList nearPairs() {
    LongList pairs = new LongList(16);
    IntList near = new IntList(16);
    for (int node = 0; node < hasMoved.length; node++) {
      if (hasMoved[node]) {
        near.truncate(0);
        nodes.within(reach(), nodes.x(node), nodes.y(node), near);
        for (int i = 0; i < near.size(); i++) {
          int other = near.get(i);
          if (other != node) {
            pairs.add(LongList.pair(Math.min(node, other), Math.max(node, other)));
          }
        }
      }
    }
    pairs.sortUnique();
    return pairs;
  }

  /** An end of the first node that was in contact with one of the second; -1 when there is none. */
  private int contact(int first, int second) {
    for (int i = memberStart[first]; i < memberStart[first + 1]; i++) {
      for (int j = memberStart[second]; j < memberStart[second + 1]; j++) {
        double dx = ends.x(members[i]) - ends.x(members[j]);
        double dy = ends.y(members[i]) - ends.y(members[j]);
        if (dx * dx + dy * dy <= tolerance * tolerance) {
          return members[i];
        }
      }
    }
    return -1;
  }

  private double length(long pair) {
    return length(LongList.first(pair), LongList.second(pair));
  }

  private double length(int first, int second) {
    return Math.sqrt(nodes.distanceSquared(first, second));
  }
}
