package dev.groma.engine.rooms;

import java.util.List;

/**
 * One enclosed face.
 *
 * @param id {@code room-1}, {@code wallBody-1}, {@code tooSmall-1} and so on, counted per kind
 * @param kind what it is
 * @param polygon its outline
 * @param measures its size
 * @param confidence how well the drawing bears it out
 * @param wallIds the walls that bound it, each once, in the order drawn
 * @param neighbours faces beside it; see {@link Neighbour}
 */
public record Face(
    String id,
    FaceKind kind,
    Polygon polygon,
    Measures measures,
    Confidence confidence,
    List<String> wallIds,
    List<Neighbour> neighbours) {

  public Face {
    wallIds = List.copyOf(wallIds);
    neighbours = List.copyOf(neighbours);
  }
}
