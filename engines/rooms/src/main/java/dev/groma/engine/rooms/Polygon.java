package dev.groma.engine.rooms;

import java.util.List;

/**
 * A region with holes, valid in the sense of OGC Simple Features: simple rings that touch one
 * another at single points at most, interior connected.
 *
 * @param shell closed (the last point repeats the first), counterclockwise
 * @param holes closed, clockwise
 */
public record Polygon(Coordinates shell, List<Coordinates> holes) {

  public Polygon {
    holes = List.copyOf(holes);
  }

  /** The polygon as WKT. */
  public String toWkt() {
    StringBuilder text = new StringBuilder("POLYGON (").append(shell);
    holes.forEach(hole -> text.append(", ").append(hole));
    return text.append(')').toString();
  }
}
