package dev.groma.engine.kml;

import dev.groma.engine.geojson.Feature;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feature of a KML document.
 *
 * @param name null where it has none
 * @param folders names of the folders around it, from the outermost; folders without name and
 *     documents are left out
 * @param feature its id, geometries and those of its data that were asked for
 */
public record Placemark(@Nullable String name, List<String> folders, Feature feature) {

  public Placemark {
    folders = List.copyOf(folders);
  }
}
