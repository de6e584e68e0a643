package dev.groma.engine.rooms.bridge;

import java.util.Comparator;

/**
 * A bridge that might be built.
 *
 * @param rank what kind it is, the preferred first
 * @param length in the frame
 * @param end the free end where it starts
 * @param otherEnd the free end where it ends; -1 when it ends in a wall
 * @param edge where it ends: the other end's, or the wall's
 * @param x1 where it starts
 * @param y1 where it starts
 * @param x2 where it ends
 * @param y2 where it ends
 */
record Candidate(
    Rank rank,
    double length,
    int end,
    int otherEnd,
    int edge,
    double x1,
    double y1,
    double x2,
    double y2) {

  /** Kinds of bridge, the most plausible first. */
  enum Rank {
    /** Both ends lie on one line: a door in a wall. */
    CONTINUATION,
    /** The wall straight ahead: a door beside a wall. */
    END_TO_WALL,
    /** Two ends that both look forward to the other: a door in a corner. */
    END_TO_END
  }

  boolean crosses(Candidate other) {
    return side(other.x1, other.y1) * side(other.x2, other.y2) < 0
        && other.side(x1, y1) * other.side(x2, y2) < 0;
  }

  private double side(double x, double y) {
    return (x2 - x1) * (y - y1) - (y2 - y1) * (x - x1);
  }

  /** A total order that depends on the drawing alone. */
  static final Comparator<Candidate> ORDER =
      Comparator.comparing(Candidate::rank)
          .thenComparingDouble(Candidate::length)
          .thenComparingDouble(Candidate::x1)
          .thenComparingDouble(Candidate::y1)
          .thenComparingDouble(Candidate::x2)
          .thenComparingDouble(Candidate::y2);
}
