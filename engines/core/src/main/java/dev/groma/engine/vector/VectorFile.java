package dev.groma.engine.vector;

import dev.groma.engine.EngineContext;
import dev.groma.engine.EngineException;
import dev.groma.engine.Input;
import dev.groma.engine.geojson.Feature;
import dev.groma.engine.geojson.FeatureReader;
import dev.groma.engine.geojson.Features;
import dev.groma.engine.kml.KmlDocument;
import dev.groma.engine.kml.KmlLimits;
import dev.groma.engine.kml.KmlReader;
import dev.groma.engine.kml.Kmz;
import dev.groma.engine.kml.KmzLimits;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads vector data of any format. */
public final class VectorFile {

  private static final int HEAD_BYTES = 512;

  private static final List<String> NAMES = List.of("name", "Name", "NAME");
  private static final List<String> FOLDERS = List.of("folder", "Folder", "layer", "Layer");

  private VectorFile() {}

  /**
   * Reads a file and tells its format by its content.
   *
   * @param limits of KML, and of the positions of GeoJSON
   * @param properties the names of properties or extended data to keep
   * @throws dev.groma.engine.BadInputException with everything that is wrong
   * @throws dev.groma.engine.CancelledException when the context says so
   * @throws IOException only as thrown by the input's stream
   */
  public static VectorFeatures read(
      Input input, KmlLimits limits, Set<String> properties, EngineContext context)
      throws IOException, EngineException {
    byte[] head;
    try (InputStream stream = input.open()) {
      head = stream.readNBytes(HEAD_BYTES);
    }
    if (Kmz.isZip(head)) {
      Input document = Kmz.unpack(input, KmzLimits.DEFAULT, limits.maxBytes());
      return ofKml(KmlReader.read(document, limits, properties, context));
    }
    return isXml(head)
        ? ofKml(KmlReader.read(input, limits, properties, context))
        : ofGeoJson(input, limits, properties, context);
  }

  /** Whether the first character that is neither a byte order mark nor white space is {@code <}. */
  private static boolean isXml(byte[] head) {
    for (byte b : head) {
      boolean isMark = b == (byte) 0xEF || b == (byte) 0xBB || b == (byte) 0xBF;
      boolean isWideMark = b == (byte) 0xFE || b == (byte) 0xFF || b == 0;
      if (!isMark && !isWideMark && b != ' ' && (b < '\t' || b > '\r')) {
        return b == '<';
      }
    }
    return false;
  }

  private static VectorFeatures ofKml(KmlDocument document) {
    List<VectorFeature> all =
        document.placemarks().stream()
            .map(mark -> new VectorFeature(mark.name(), mark.folders(), mark.feature()))
            .toList();
    return new VectorFeatures(all, "EPSG:4326", document.notes());
  }

  private static VectorFeatures ofGeoJson(
      Input input, KmlLimits limits, Set<String> properties, EngineContext context)
      throws IOException, EngineException {
    Set<String> wanted = new LinkedHashSet<>(properties);
    wanted.addAll(NAMES);
    wanted.addAll(FOLDERS);
    Features features =
        FeatureReader.read(input, limits.maxPositions(), List.copyOf(wanted), context);
    List<VectorFeature> all = new ArrayList<>();
    for (Feature feature : features.all()) {
      Map<String, String> given = feature.properties();
      @Nullable String name = values(given, NAMES).findFirst().orElse(null);
      List<String> folders = values(given, FOLDERS).toList();
      all.add(new VectorFeature(name, folders, only(feature, properties)));
    }
    return new VectorFeatures(all, features.crs(), List.of());
  }

  private static Stream<String> values(Map<String, String> properties, List<String> names) {
    return names.stream().map(properties::get).filter(Objects::nonNull);
  }

  private static Feature only(Feature feature, Set<String> wanted) {
    Map<String, String> kept = new HashMap<>(feature.properties());
    kept.keySet().retainAll(wanted);
    return new Feature(feature.id(), kept, feature.geometries(), feature.place());
  }
}
