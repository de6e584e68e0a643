package dev.groma.engine.sitefit;

import java.util.List;

/** Where the street is, in the parcel's coordinates. */
public sealed interface Frontage {

  /** Nobody said: every edge of the outline is a side. */
  record Unknown() implements Frontage {}

  /**
   * The edges with these ends.
   *
   * @param ends of each edge, in either direction
   */
  record Edges(List<Ends> ends) implements Frontage {
    public Edges {
      ends = List.copyOf(ends);
    }
  }

  /** The ends of an edge. */
  record Ends(double x1, double y1, double x2, double y2) {}

  /** The edge nearest to a point, and those that continue it within 15 degrees. */
  record NearestTo(double x, double y) implements Frontage {}
}
