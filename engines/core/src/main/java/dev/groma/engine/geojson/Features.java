package dev.groma.engine.geojson;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document as read.
 *
 * @param all in document order
 * @param crs the name in the old member {@code crs}, such as {@code EPSG:5514}; null where the
 *     document has none
 * @param altitudes how many positions had an altitude, which was left out
 */
public record Features(List<Feature> all, @Nullable String crs, int altitudes) {

  public Features {
    all = List.copyOf(all);
  }
}
