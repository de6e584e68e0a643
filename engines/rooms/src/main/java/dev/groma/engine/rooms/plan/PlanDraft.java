package dev.groma.engine.rooms.plan;

import dev.groma.engine.geojson.Positions;
import dev.groma.engine.json.JsonObject;
import dev.groma.engine.json.JsonReader;
import dev.groma.engine.rooms.Opening;
import dev.groma.engine.rooms.Wall;
import dev.groma.engine.rooms.WallPlan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The plan as far as it is read. It gives walls their ids, flattens arcs, leaves out what has no
 * length, keeps the limit of segments, and hangs openings into their walls.
 *
 * <p>{@link #begin} starts a wall; one {@code add} gives it its shape.
 */
final class PlanDraft {

  /** The largest coordinate; a double still resolves a ten-thousandth of a millimetre there. */
  static final double FARTHEST = Positions.FARTHEST;

  /**
   * An opening may reach so far beyond its wall, as a share of its length: rounding of the drawer.
   */
  private static final double SLACK = 1e-3;

  private final JsonReader json;
  private final double snapTolerance;
  private final WallPlan.Builder builder = WallPlan.builder();
  private final Set<String> ids = new HashSet<>();
  private final List<String> notes = new ArrayList<>();
  private int noteCount;
  private boolean full;

  private @Nullable JsonObject object;
  private @Nullable WallAttributes attributes;
  private String id = "";

  PlanDraft(JsonReader json, double snapTolerance) {
    this.json = json;
    this.snapTolerance = snapTolerance;
  }

  double snapTolerance() {
    return snapTolerance;
  }

  /** Starts a wall that stands at a position among the walls, counted from 0. */
  void begin(JsonObject wall, WallAttributes said, int position) {
    object = wall;
    attributes = said;
    id = said.id == null ? "w" + position : said.id;
    if (!ids.add(id)) {
      String message = "is the id of an earlier wall, too: " + id;
      if (said.id == null) {
        wall.problem("has no id, and the one by its position, " + id + ", belongs to another wall");
      } else if (wall.has("id")) {
        wall.problem("id", message);
      } else {
        wall.problem(message);
      }
    }
  }

  /** Gives the wall its shape: one straight piece. */
  void addLine(double x1, double y1, double x2, double y2) {
    if (x1 == x2 && y1 == y2) {
      leaveOut();
    } else if (reserve(1)) {
      int wall = builder.wall(wall());
      builder.segment(wall, x1, y1, x2, y2);
      addOpenings(wall, Math.hypot(x2 - x1, y2 - y1));
    }
  }

  /** Gives the wall its shape: an arc, which begins and ends exactly at the points where given. */
  void addArc(Arc arc, @Nullable Point start, @Nullable Point end) {
    long chords = arc.chords(snapTolerance);
    if (!reserve(chords)) {
      return;
    }
    int wall = builder.wall(wall());
    double startX = start == null ? arc.x(0) : start.x;
    double startY = start == null ? arc.y(0) : start.y;
    boolean closed = arc.isFullTurn();
    double endX = closed ? startX : end == null ? arc.x(1) : end.x;
    double endY = closed ? startY : end == null ? arc.y(1) : end.y;
    double x = startX;
    double y = startY;
    for (long i = 1; i <= chords; i++) {
      double share = (double) i / chords;
      double nextX = i == chords ? endX : arc.x(share);
      double nextY = i == chords ? endY : arc.y(share);
      builder.segment(wall, x, y, nextX, nextY);
      x = nextX;
      y = nextY;
    }
    addOpenings(wall, arc.length());
  }

  /** Gives the wall its shape: one or more lines. */
  void addLines(Positions lines) {
    if (lines.length() == 0) {
      leaveOut();
    } else if (reserve(lines.segmentCount())) {
      int wall = builder.wall(wall());
      for (int part = 0; part < lines.partCount(); part++) {
        for (int i = lines.begin(part) + 1; i < lines.begin(part + 1); i++) {
          builder.segment(wall, lines.x(i - 1), lines.y(i - 1), lines.x(i), lines.y(i));
        }
      }
    }
  }

  /** The plan as read. */
  ReadPlan finish() {
    if (noteCount > notes.size()) {
      notes.add("and " + (noteCount - notes.size()) + " more notes like these");
    }
    return new ReadPlan(builder.build(), notes);
  }

  private Wall wall() {
    WallAttributes said = said();
    return new Wall(id, said.thickness, said.virtual, said.loadBearing);
  }

  private void addOpenings(int wall, double length) {
    for (int i = 0; i < said().openings.size(); i++) {
      WallAttributes.OpeningDraft opening = said().openings.get(i);
      double beyond = opening.offset() + opening.width() - length;
      if (beyond > Math.max(snapTolerance, SLACK * length)) {
        json.problem(
            opening.place(),
            String.format(
                Locale.ROOT,
                "must lie within the wall; it ends %.3g beyond the end, which is %.6g from the start",
                beyond,
                length));
        continue;
      }
      String openingId = opening.id() == null ? id + "/opening-" + i : opening.id();
      builder.opening(
          new Opening(openingId, opening.kind(), wall, opening.offset(), opening.width()));
    }
  }

  private void leaveOut() {
    noteCount++;
    if (notes.size() < ReadPlan.MOST_NOTES) {
      var place = object().place();
      notes.add(place.problem("wall " + id + " has length zero and was left out").describe());
    }
  }

  /** Whether there is room for so many segments; the first wall that finds none is a problem. */
  private boolean reserve(long segments) {
    if (!full && segments > WallPlan.MAX_SEGMENTS - builder.segmentCount()) {
      full = true;
      object()
          .problem(
              String.format(
                  Locale.ROOT,
                  "with its %,d straight pieces the plan has more than the %,d that are read; split"
                      + " the plan, or allow a larger snapTolerance where arcs are many",
                  segments,
                  WallPlan.MAX_SEGMENTS));
    }
    return !full;
  }

  private JsonObject object() {
    if (object == null) {
      throw new IllegalStateException("no wall was begun");
    }
    return object;
  }

  private WallAttributes said() {
    if (attributes == null) {
      throw new IllegalStateException("no wall was begun");
    }
    return attributes;
  }
}
