package dev.groma.engine.rooms.plan;

import dev.groma.engine.EngineContext;
import dev.groma.engine.EngineException;
import dev.groma.engine.Input;
import dev.groma.engine.json.JsonKind;
import dev.groma.engine.json.JsonLimits;
import dev.groma.engine.json.JsonObject;
import dev.groma.engine.json.JsonReader;
import dev.groma.engine.json.Members;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads a drawing of walls: see the package description for what may be written. */
public final class PlanReader {

  private static final Members ROOT =
      Members.perhapsOnly(
          "walls", "properties", "type", "features", "id", "geometry", "coordinates");

  private final JsonReader json;
  private final PlanDraft draft;
  private final EngineContext context;

  private PlanReader(JsonReader json, double snapTolerance, EngineContext context) {
    this.json = json;
    this.context = context;
    draft = new PlanDraft(json, snapTolerance);
  }

  /**
   * Reads a drawing.
   *
   * @param snapTolerance in plan units, at least 0; arcs are drawn four times finer
   * @throws dev.groma.engine.BadInputException with everything that is wrong
   * @throws dev.groma.engine.CancelledException when the context says so
   */
  public static ReadPlan read(Input input, double snapTolerance, EngineContext context)
      throws IOException, EngineException {
    return JsonReader.read(
        input, JsonLimits.DEFAULT, json -> new PlanReader(json, snapTolerance, context).readRoot());
  }

  private @Nullable ReadPlan readRoot() throws IOException, EngineException {
    if (json.kind() == JsonKind.ARRAY) {
      json.problem("must be an object, was an array; write {\"walls\": [...]}");
      return null;
    }
    JsonObject root = json.object(ROOT);
    if (root == null) {
      return null;
    }
    WallReader walls = new WallReader(json, draft, context);
    GeoJsonReader geoJson = new GeoJsonReader(json, draft, context, root);
    for (String member = root.next(); member != null; member = root.next()) {
      switch (member) {
        case "walls" -> walls.readAll();
        default -> geoJson.readMember(member);
      }
    }
    finish(root, geoJson);
    return draft.finish();
  }

  private static void finish(JsonObject root, GeoJsonReader geoJson) {
    if (!root.has("walls") && root.has("type")) {
      geoJson.finish();
      return;
    }
    root.reportUnknown();
    if (!root.has("walls")) {
      root.problem("must have the member walls, or be GeoJSON with the member type");
      return;
    }
    for (String other : new String[] {"type", "features", "id", "geometry", "coordinates"}) {
      if (root.has(other)) {
        root.problem(other, "does not go with walls: write walls or GeoJSON, not both");
      }
    }
  }
}
