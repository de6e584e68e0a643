package dev.groma.engine.rooms.plan;

import dev.groma.engine.CancelledException;
import dev.groma.engine.EngineContext;
import dev.groma.engine.json.JsonArray;
import dev.groma.engine.json.JsonObject;
import dev.groma.engine.json.JsonReader;
import dev.groma.engine.json.Members;
import dev.groma.engine.rooms.Opening;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the list {@code walls}. */
final class WallReader {

  private static final Members WALL =
      Members.only(
          "type",
          "start",
          "end",
          "id",
          "thickness",
          "virtual",
          "isLoadBearing",
          "is_load_bearing",
          "openings",
          "center",
          "radius",
          "startAngle",
          "endAngle",
          "mid",
          "bulge",
          "clockwise",
          "properties");

  private static final Members OPENING = Members.only("type", "offset", "width", "id");

  private static final int LONGEST_WORD = 40;
  private static final int LONGEST_ID = 200;

  private final JsonReader json;
  private final PlanDraft draft;
  private final EngineContext context;
  private final WallAttributes attributes = new WallAttributes();
  private final ArcMembers arc = new ArcMembers();

  WallReader(JsonReader json, PlanDraft draft, EngineContext context) {
    this.json = json;
    this.draft = draft;
    this.context = context;
  }

  void readAll() throws IOException, CancelledException {
    JsonArray walls = json.array();
    if (walls == null) {
      return;
    }
    for (int position = 0; walls.next(); position++) {
      if (position % 1024 == 0) {
        context.checkCancelled();
      }
      readWall(position);
    }
  }

  private void readWall(int position) throws IOException {
    JsonObject wall = json.object(WALL);
    if (wall == null) {
      return;
    }
    attributes.clear();
    arc.clear();
    String type = null;
    for (String member = wall.next(); member != null; member = wall.next()) {
      switch (member) {
        case "type" -> type = json.string(LONGEST_WORD);
        case "openings" -> readOpenings();
        default -> {
          attributes.read(json, member);
          arc.read(json, member);
        }
      }
    }
    WallAttributes.check(wall);
    if (!wall.require("type") || type == null) {
      return;
    }
    draft.begin(wall, attributes, position);
    switch (type) {
      case "line" -> addLine(wall);
      case "arc" -> arc.addTo(draft, wall);
      default -> wall.problem("type", "must be line or arc, was " + type);
    }
  }

  private void addLine(JsonObject wall) {
    for (String member : ArcMembers.OF_ARCS_ONLY) {
      if (wall.has(member)) {
        wall.problem(member, "belongs to an arc; this wall's type is line");
      }
    }
    if (wall.require("start", "end") && arc.start.isRead() && arc.end.isRead()) {
      draft.addLine(arc.start.x, arc.start.y, arc.end.x, arc.end.y);
    }
  }

  private void readOpenings() throws IOException {
    JsonArray openings = json.array();
    while (openings != null && openings.next()) {
      JsonObject opening = json.object(OPENING);
      if (opening != null) {
        readOpening(opening);
      }
    }
  }

  private void readOpening(JsonObject opening) throws IOException {
    Opening.Kind kind = null;
    String id = null;
    double offset = Double.NaN;
    double width = Double.NaN;
    for (String member = opening.next(); member != null; member = opening.next()) {
      switch (member) {
        case "type" -> kind = openingKind();
        case "offset" -> offset = json.number(0, PlanDraft.FARTHEST);
        case "width" -> width = json.number(0, PlanDraft.FARTHEST);
        case "id" -> id = json.label(LONGEST_ID);
        default -> {}
      }
    }
    if (width == 0) {
      opening.problem("width", "must be above 0, was 0");
    } else if (opening.require("type", "offset", "width")
        && kind != null
        && !Double.isNaN(offset + width)) {
      attributes.openings.add(
          new WallAttributes.OpeningDraft(id, kind, offset, width, opening.place()));
    }
  }

  private Opening.@Nullable Kind openingKind() throws IOException {
    String word = json.string(LONGEST_WORD);
    if (word == null) {
      return null;
    }
    for (Opening.Kind kind : Opening.Kind.values()) {
      if (kind.name().toLowerCase(Locale.ROOT).equals(word)) {
        return kind;
      }
    }
    json.problem("must be door, window or passage, was " + word);
    return null;
  }
}
