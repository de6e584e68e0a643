package dev.groma.engine.geojson;

import dev.groma.engine.geometry.Points;
import dev.groma.engine.json.Place;

/**
 * Positions in a row, as read: a line, or a ring that may or may not be sound.
 *
 * @param points without altitudes; at least one
 * @param place of the array that holds them; a vertex is named by its index behind the path
 */
public record Line(Points points, Place place) {

  /** The place of a vertex: that of the line, its index behind the path. */
  public Place vertex(int index) {
    return new Place(place.path() + "[" + index + "]", place.line(), place.column());
  }
}
