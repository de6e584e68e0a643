package dev.groma.engine.vector;

import dev.groma.engine.geojson.Feature;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feature with the names that say what it is for.
 *
 * @param name of a placemark, or the property {@code name}; null where there is none
 * @param folders around a placemark from the outermost, or the properties {@code folder} and {@code
 *     layer}
 * @param feature geometries and properties
 */
public record VectorFeature(@Nullable String name, List<String> folders, Feature feature) {

  public VectorFeature {
    folders = List.copyOf(folders);
  }
}
