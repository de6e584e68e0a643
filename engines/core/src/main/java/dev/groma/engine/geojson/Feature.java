package dev.groma.engine.geojson;

import dev.groma.engine.json.Place;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A feature as read.
 *
 * @param id as given, numbers as text; null where there is none
 * @param properties by name, as text: those that were asked for and given as strings, numbers or
 *     truth values
 * @param geometries one, or those of a GeometryCollection; none where the geometry is null
 * @param place of the feature; of a bare geometry, the document
 */
public record Feature(
    @Nullable String id, Map<String, String> properties, List<Geometry> geometries, Place place) {

  public Feature {
    properties = Map.copyOf(properties);
    geometries = List.copyOf(geometries);
  }
}
