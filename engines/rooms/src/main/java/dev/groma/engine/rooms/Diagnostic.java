package dev.groma.engine.rooms;

import java.util.List;

/**
 * A line of the drawing that encloses nothing, or that the detector added.
 *
 * @param id {@code dangle-1}, {@code cut-1} and so on, counted per kind
 * @param kind what is the matter
 * @param line where, from node to node; a ring is closed
 * @param length plan units
 * @param wallIds the walls it is a piece of, each once, in the order drawn; for a bridge the walls
 *     whose ends it joins
 * @param segments indexes into the {@link WallPlan}, ascending, as {@code wallIds}
 */
public record Diagnostic(
    String id,
    Kind kind,
    Coordinates line,
    double length,
    List<String> wallIds,
    List<Integer> segments) {

  /** What is the matter with a line. */
  public enum Kind {
    /** It has a free end. */
    DANGLE,
    /** It joins two boundaries of one face: walls on both sides of it are the same face. */
    CUT,
    /** A gap closed by a virtual wall, because {@link RoomParameters#doorGapMax()} allows it. */
    BRIDGE,
    /** A ring so thin that snapping alone decides whether it encloses anything. */
    INVALID_RING
  }

  public Diagnostic {
    wallIds = List.copyOf(wallIds);
    segments = List.copyOf(segments);
  }
}
