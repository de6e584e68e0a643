package dev.groma.engine.sitelayout.read;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/**
 * What a map file holds, in its own coordinates.
 *
 * @param crs its coordinate system
 * @param boundary polygons of the site
 * @param exclusions polygons to keep out of
 * @param entries points where the road may come in; the first counts
 * @param substations points where substations stand
 * @param notes what was mended or left out
 */
record SiteMap(
    String crs,
    List<Polygon> boundary,
    List<Polygon> exclusions,
    List<Coordinate> entries,
    List<Coordinate> substations,
    List<String> notes) {

  SiteMap {
    boundary = List.copyOf(boundary);
    exclusions = List.copyOf(exclusions);
    entries = List.copyOf(entries);
    substations = List.copyOf(substations);
    notes = List.copyOf(notes);
  }

  /** Nothing. */
  static SiteMap empty(String crs) {
    return new SiteMap(crs, List.of(), List.of(), List.of(), List.of(), List.of());
  }
}
