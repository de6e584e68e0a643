package dev.groma.engine.vector;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file as read.
 *
 * @param all in the file's order
 * @param crs the code of the coordinate system that the file names, always {@code EPSG:4326} for
 *     KML; null for GeoJSON without the old member {@code crs}, which is in WGS84 by RFC 7946
 * @param notes what was passed over
 */
public record VectorFeatures(List<VectorFeature> all, @Nullable String crs, List<String> notes) {

  public VectorFeatures {
    all = List.copyOf(all);
    notes = List.copyOf(notes);
  }
}
