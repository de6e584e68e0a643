package dev.groma.engine.geojson;

import dev.groma.engine.EngineContext;
import dev.groma.engine.EngineException;
import dev.groma.engine.Input;
import dev.groma.engine.json.JsonArray;
import dev.groma.engine.json.JsonKind;
import dev.groma.engine.json.JsonLimits;
import dev.groma.engine.json.JsonObject;
import dev.groma.engine.json.JsonReader;
import dev.groma.engine.json.Members;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads features from a stream. Members may come in any order. */
public final class FeatureReader {

  private static final Members ROOT =
      Members.among(
          "type",
          "features",
          "id",
          "geometry",
          "properties",
          "coordinates",
          "geometries",
          "holes",
          "crs");
  private static final Members FEATURE = Members.among("type", "id", "geometry", "properties");
  private static final Members NAMED = Members.among("properties");
  private static final Members NAME = Members.among("name");

  private static final int LONGEST_TEXT = 200;

  private final JsonReader json;
  private final int mostPositions;
  private final Members properties;
  private final EngineContext context;
  private final List<Feature> features = new ArrayList<>();
  private int positions;
  private int altitudes;
  private boolean full;
  private boolean refused;

  private FeatureReader(
      JsonReader json, int mostPositions, List<String> properties, EngineContext context) {
    this.json = json;
    this.mostPositions = mostPositions;
    this.properties = Members.among(properties.toArray(String[]::new));
    this.context = context;
  }

  /**
   * Reads a document.
   *
   * @param mostPositions in all; more are a problem
   * @param properties the names of properties to keep
   * @return at least one geometry
   * @throws dev.groma.engine.BadInputException with everything that is wrong
   * @throws dev.groma.engine.CancelledException when the context says so
   * @throws IOException only as thrown by the input's stream
   */
  public static Features read(
      Input input, int mostPositions, List<String> properties, EngineContext context)
      throws IOException, EngineException {
    return JsonReader.read(
        input,
        JsonLimits.DEFAULT,
        json -> new FeatureReader(json, mostPositions, properties, context).readRoot());
  }

  private @Nullable Features readRoot() throws IOException, EngineException {
    JsonObject root = json.object(ROOT);
    if (root == null) {
      return null;
    }
    Draft draft = new Draft();
    GeometryDraft bare = new GeometryDraft(json, mostPositions);
    String type = null;
    String crs = null;
    for (String member = root.next(); member != null; member = root.next()) {
      switch (member) {
        case "type" -> type = json.string(LONGEST_TEXT);
        case "features" -> readFeatures();
        case "crs" -> crs = readCrs();
        case "coordinates", "geometries", "holes" -> bare.readMember(member);
        default -> draft.readMember(member);
      }
    }
    if (root.has("type") && type == null) {
      return null;
    }
    switch (type) {
      case "FeatureCollection" -> root.require("features");
      case "Feature" -> add(draft, root);
      case null, default -> {
        List<Geometry> geometries = bare.finish(root, type);
        count(bare);
        if (geometries.isEmpty()) {
          return null;
        }
        features.add(draft.finish(root, geometries));
      }
    }
    if (!refused && features.stream().allMatch(feature -> feature.geometries().isEmpty())) {
      root.problem("has no geometry");
    }
    return new Features(features, crs, altitudes);
  }

  private void readFeatures() throws IOException, EngineException {
    JsonArray array = json.array();
    for (int position = 0; array != null && array.next(); position++) {
      if (position % 256 == 0) {
        context.checkCancelled();
      }
      JsonObject feature = json.object(FEATURE);
      if (feature != null) {
        readFeature(feature);
      }
    }
  }

  private void readFeature(JsonObject feature) throws IOException {
    Draft draft = new Draft();
    String type = null;
    for (String member = feature.next(); member != null; member = feature.next()) {
      if (member.equals("type")) {
        type = json.string(LONGEST_TEXT);
      } else {
        draft.readMember(member);
      }
    }
    if (!feature.require("type") || type == null) {
      return;
    }
    if (!type.equals("Feature")) {
      feature.problem("type", "must be Feature, was " + type);
      return;
    }
    add(draft, feature);
  }

  /** A feature whose geometry is null stands nowhere, says the standard. */
  private void add(Draft draft, JsonObject feature) {
    if (!draft.geometries.isEmpty() || feature.isNull("geometry")) {
      features.add(draft.finish(feature, draft.geometries));
    } else {
      refused = true;
      if (!feature.has("geometry")) {
        feature.require("geometry");
      }
    }
  }

  private @Nullable String readCrs() throws IOException {
    String name = null;
    JsonObject crs = json.kind() == JsonKind.OBJECT ? json.object(NAMED) : null;
    while (crs != null && crs.next() != null) {
      JsonObject named = json.kind() == JsonKind.OBJECT ? json.object(NAME) : null;
      while (named != null && named.next() != null) {
        name = json.string(LONGEST_TEXT);
      }
    }
    return name;
  }

  /** A feature as far as it is read. */
  private final class Draft {

    private final Map<String, String> kept = new HashMap<>();
    private @Nullable String id;
    private List<Geometry> geometries = List.of();

    void readMember(String member) throws IOException {
      switch (member) {
        case "id" -> id = json.label(LONGEST_TEXT);
        case "geometry" -> {
          GeometryDraft geometry = new GeometryDraft(json, mostPositions);
          geometries = geometry.readAll();
          count(geometry);
        }
        case "properties" -> readProperties();
        default -> throw new IllegalStateException(member);
      }
    }

    private void readProperties() throws IOException {
      JsonObject object = json.object(properties);
      if (object == null) {
        return;
      }
      for (String name = object.next(); name != null; name = object.next()) {
        switch (json.kind()) {
          case STRING, NUMBER -> putIfRead(name, json.label(LONGEST_TEXT));
          case BOOLEAN -> putIfRead(name, String.valueOf(json.bool()));
          case OBJECT, ARRAY, NULL -> {}
        }
      }
    }

    private void putIfRead(String name, @Nullable String text) {
      if (text != null) {
        kept.put(name, text);
      }
    }

    Feature finish(JsonObject object, List<Geometry> read) {
      return new Feature(id, kept, read, object.place());
    }
  }

  private void count(GeometryDraft geometry) {
    positions += geometry.positions();
    altitudes += geometry.altitudes();
    if (positions > mostPositions && !full) {
      full = true;
      json.problem(
          String.format(
              Locale.ROOT,
              "brings the document to more than the %,d positions that are read; simplify or split"
                  + " it",
              mostPositions));
    }
  }
}
