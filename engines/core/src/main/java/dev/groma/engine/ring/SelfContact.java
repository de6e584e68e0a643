package dev.groma.engine.ring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.RobustLineIntersector;
import org.locationtech.jts.geom.Coordinate;

/**
 * Where a ring meets itself: the first such pair of edges by their numbers. Sweeps the edges by x;
 * O(n log n) and the pairs whose ranges of x overlap.
 *
 * @param first edge from the vertex of this index to the next
 * @param second another edge, later in the ring
 * @param isSpike whether the second edge follows the first, or the first the last
 * @param at where they meet
 */
record SelfContact(int first, int second, boolean isSpike, Coordinate at) {

  /** A spike first: it also touches the edges beside its neighbours. */
  private static final Comparator<SelfContact> ORDER =
      Comparator.comparing((SelfContact contact) -> !contact.isSpike)
          .thenComparingInt(SelfContact::first)
          .thenComparingInt(SelfContact::second);

  /** Finds it; null for a simple ring. */
  static @Nullable SelfContact find(RingDraft ring) {
    List<Integer> byLeft =
        IntStream.range(0, ring.size())
            .boxed()
            .sorted(Comparator.comparingDouble(edge -> left(ring, edge)))
            .toList();
    List<Integer> active = new ArrayList<>();
    SelfContact best = null;
    for (int edge : byLeft) {
      double left = left(ring, edge);
      for (Iterator<Integer> others = active.iterator(); others.hasNext(); ) {
        int other = others.next();
        if (right(ring, other) < left) {
          others.remove();
          continue;
        }
        SelfContact contact = between(ring, Math.min(edge, other), Math.max(edge, other));
        if (contact != null && (best == null || ORDER.compare(contact, best) < 0)) {
          best = contact;
        }
      }
      active.add(edge);
    }
    return best;
  }

  private static @Nullable SelfContact between(RingDraft ring, int first, int second) {
    if (Math.max(ring.y(first), ring.y(first + 1)) < Math.min(ring.y(second), ring.y(second + 1))
        || Math.max(ring.y(second), ring.y(second + 1))
            < Math.min(ring.y(first), ring.y(first + 1))) {
      return null;
    }
    RobustLineIntersector meeting = new RobustLineIntersector();
    meeting.computeIntersection(
        point(ring, first), point(ring, first + 1), point(ring, second), point(ring, second + 1));
    if (!meeting.hasIntersection()) {
      return null;
    }
    boolean follows = second == first + 1 || (first == 0 && second == ring.size() - 1);
    if (follows && meeting.getIntersectionNum() == 1 && !meeting.isProper()) {
      return null;
    }
    return new SelfContact(first, second, follows, meeting.getIntersection(0));
  }

  private static Coordinate point(RingDraft ring, int index) {
    return new Coordinate(ring.x(index), ring.y(index));
  }

  private static double left(RingDraft ring, int edge) {
    return Math.min(ring.x(edge), ring.x(edge + 1));
  }

  private static double right(RingDraft ring, int edge) {
    return Math.max(ring.x(edge), ring.x(edge + 1));
  }

  /** What to say of it, in the document's numbers of vertices. */
  String describe(RingDraft ring) {
    String where = RingDraft.at(at.x, at.y);
    if (isSpike) {
      int corner = second == first + 1 ? second : first;
      return "the ring turns back on itself at vertex " + ring.vertex(corner) + ", " + where;
    }
    return "the ring meets itself: the edge from vertex "
        + edge(ring, first)
        + " and the edge from vertex "
        + edge(ring, second)
        + " meet at "
        + where
        + "; put the vertices into the order in which they lie around the shape";
  }

  private static String edge(RingDraft ring, int edge) {
    return ring.vertex(edge) + " to " + ring.vertex(edge + 1);
  }
}
