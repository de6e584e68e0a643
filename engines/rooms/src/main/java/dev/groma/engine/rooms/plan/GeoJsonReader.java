package dev.groma.engine.rooms.plan;

import dev.groma.engine.CancelledException;
import dev.groma.engine.EngineContext;
import dev.groma.engine.geojson.Positions;
import dev.groma.engine.json.JsonArray;
import dev.groma.engine.json.JsonObject;
import dev.groma.engine.json.JsonReader;
import dev.groma.engine.json.Members;
import dev.groma.engine.rooms.WallPlan;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads lines from GeoJSON: a FeatureCollection, a Feature, or a bare geometry as the document's
 * root. Members may come in any order, so what an object is turns out at its end.
 */
final class GeoJsonReader {

  private static final Members FEATURE = Members.among("type", "id", "geometry", "properties");
  private static final Members GEOMETRY = Members.among("type", "coordinates");
  private static final Members PROPERTIES =
      Members.among(WallAttributes.NAMES.toArray(String[]::new));

  private static final int LONGEST_WORD = 40;
  private static final int LONGEST_ID = 200;

  /** The types that are read, and how many arrays are around each of their positions. */
  private static final Map<String, Integer> DEPTHS =
      Map.of("LineString", 1, "MultiLineString", 2, "Polygon", 2, "MultiPolygon", 3);

  private static final String READ_TYPES = "LineString, MultiLineString, Polygon or MultiPolygon";

  private final JsonReader json;
  private final PlanDraft draft;
  private final EngineContext context;
  private final JsonObject root;
  private final WallAttributes attributes = new WallAttributes();

  /** No plan takes more, so no more are kept; the count goes on. */
  private final Positions positions = Positions.upTo(2 * WallPlan.MAX_SEGMENTS);

  private @Nullable String featureId;
  private @Nullable String rootType;
  private boolean hasShape;

  GeoJsonReader(JsonReader json, PlanDraft draft, EngineContext context, JsonObject root) {
    this.json = json;
    this.draft = draft;
    this.context = context;
    this.root = root;
  }

  /** Reads the member of the root at hand. */
  void readMember(String member) throws IOException, CancelledException {
    switch (member) {
      case "type" -> rootType = json.string(LONGEST_WORD);
      case "features" -> readFeatures();
      case "coordinates" -> positions.read(json);
      default -> readFeatureMember(member);
    }
  }

  /** Ends the root: checks its type, and adds the wall where it is one. */
  void finish() {
    if (rootType == null) {
      return;
    }
    switch (rootType) {
      case "FeatureCollection" -> root.require("features");
      case "Feature" -> finishFeature(root, 0);
      default -> {
        if (checkGeometry(root, rootType)) {
          addWall(root, 0);
        }
      }
    }
  }

  private void readFeatures() throws IOException, CancelledException {
    JsonArray features = json.array();
    for (int position = 0; features != null && features.next(); position++) {
      if (position % 1024 == 0) {
        context.checkCancelled();
      }
      JsonObject feature = json.object(FEATURE);
      if (feature != null) {
        readFeature(feature, position);
      }
    }
    clear();
  }

  private void readFeature(JsonObject feature, int position) throws IOException {
    clear();
    String type = null;
    for (String member = feature.next(); member != null; member = feature.next()) {
      if (member.equals("type")) {
        type = json.string(LONGEST_WORD);
      } else {
        readFeatureMember(member);
      }
    }
    if (!feature.require("type") || type == null) {
      return;
    }
    if (!type.equals("Feature")) {
      feature.problem("type", "must be Feature, was " + type);
      return;
    }
    finishFeature(feature, position);
  }

  private void clear() {
    attributes.clear();
    positions.clear();
    featureId = null;
    hasShape = false;
  }

  private void readFeatureMember(String member) throws IOException {
    switch (member) {
      case "id" -> featureId = json.label(LONGEST_ID);
      case "geometry" -> readGeometry();
      case "properties" -> readProperties();
      default -> {}
    }
  }

  private void readProperties() throws IOException {
    JsonObject properties = json.object(PROPERTIES);
    if (properties == null) {
      return;
    }
    for (String name = properties.next(); name != null; name = properties.next()) {
      attributes.read(json, name);
    }
    WallAttributes.check(properties);
  }

  private void readGeometry() throws IOException {
    JsonObject geometry = json.object(GEOMETRY);
    if (geometry == null) {
      return;
    }
    String type = null;
    for (String member = geometry.next(); member != null; member = geometry.next()) {
      if (member.equals("type")) {
        type = json.string(LONGEST_WORD);
      } else {
        positions.read(json);
      }
    }
    if (geometry.require("type") && type != null) {
      hasShape = checkGeometry(geometry, type);
    }
  }

  /** Whether the positions are those of a type that is read; if not, it has been said. */
  private boolean checkGeometry(JsonObject geometry, String type) {
    Integer depth = DEPTHS.get(type);
    if (depth == null) {
      geometry.problem("type", "must be " + READ_TYPES + ", as walls are lines; was " + type);
      return false;
    }
    if (!geometry.require("coordinates") || !positions.isSound()) {
      return false;
    }
    if (positions.depth() >= 0 && positions.depth() != depth) {
      geometry.problem(
          "coordinates",
          "of a " + type + " are nested " + depth + " deep, these are " + positions.depth());
      return false;
    }
    return checkParts(geometry, type.endsWith("Polygon"));
  }

  private boolean checkParts(JsonObject geometry, boolean rings) {
    for (int part = 0; part < positions.partCount(); part++) {
      int first = positions.begin(part);
      int last = positions.begin(part + 1) - 1;
      if (last == first) {
        geometry.problem("coordinates", "must have 2 or more positions in every line");
        return false;
      }
      if (rings
          && (positions.x(first) != positions.x(last) || positions.y(first) != positions.y(last))) {
        geometry.problem("coordinates", "must end every ring where it begins");
        return false;
      }
    }
    return true;
  }

  /** A feature whose geometry is null stands nowhere, says the standard: it is no wall. */
  private void finishFeature(JsonObject feature, int position) {
    if (hasShape) {
      addWall(feature, position);
    } else if (!feature.isNull("geometry")) {
      feature.require("geometry");
    }
  }

  private void addWall(JsonObject wall, int position) {
    if (featureId != null) {
      attributes.id = featureId;
    }
    draft.begin(wall, attributes, position);
    draft.addLines(positions);
  }
}
