package dev.groma.engine.rooms.plan;

import dev.groma.engine.json.JsonObject;
import dev.groma.engine.json.JsonReader;
import dev.groma.engine.json.Place;
import dev.groma.engine.rooms.Opening;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is said of a wall beside its shape. One instance is reused from wall to wall. */
final class WallAttributes {

  /** Names of members that {@link #read} understands. */
  static final List<String> NAMES =
      List.of("id", "thickness", "virtual", "isLoadBearing", "is_load_bearing");

  private static final int LONGEST_ID = 200;

  @Nullable String id;
  double thickness;
  boolean virtual;
  boolean loadBearing;
  final List<OpeningDraft> openings = new ArrayList<>();

  /** An opening whose wall is not known yet. */
  record OpeningDraft(
      @Nullable String id, Opening.Kind kind, double offset, double width, Place place) {}

  void clear() {
    id = null;
    thickness = 0;
    virtual = false;
    loadBearing = false;
    openings.clear();
  }

  /** Reads the member at hand when it is one of {@link #NAMES}. */
  void read(JsonReader json, String member) throws IOException {
    switch (member) {
      case "id" -> id = json.label(LONGEST_ID);
      case "thickness" -> {
        double read = json.number(0, PlanDraft.FARTHEST);
        thickness = Double.isNaN(read) ? 0 : read;
      }
      case "virtual" -> virtual = Boolean.TRUE.equals(json.bool());
      case "isLoadBearing", "is_load_bearing" -> loadBearing = Boolean.TRUE.equals(json.bool());
      default -> {}
    }
  }

  /** Reports what does not go together. */
  static void check(JsonObject object) {
    if (object.has("isLoadBearing") && object.has("is_load_bearing")) {
      object.problem("is_load_bearing", "means the same as isLoadBearing; write one of them");
    }
  }
}
