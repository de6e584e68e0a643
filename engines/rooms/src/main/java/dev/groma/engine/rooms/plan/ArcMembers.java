package dev.groma.engine.rooms.plan;

import dev.groma.engine.json.JsonObject;
import dev.groma.engine.json.JsonReader;
import dev.groma.engine.number.Decimals;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The members that give an arc its shape, in one of five forms:
 *
 * <ul>
 *   <li>{@code center}, {@code radius}, {@code startAngle}, {@code endAngle}: degrees
 *       counterclockwise from the x axis; the arc runs counterclockwise from start to end, 0 to 360
 *       is a circle;
 *   <li>{@code start}, {@code end}, {@code bulge}: the tangent of a quarter of the turn, as in DXF;
 *       positive turns counterclockwise, 1 is half a circle;
 *   <li>{@code start}, {@code mid}, {@code end}: three points on the arc in its order;
 *   <li>{@code start}, {@code end}, {@code center}: counterclockwise from start to end;
 *   <li>{@code start}, {@code end}, {@code radius}: the shorter arc, counterclockwise.
 * </ul>
 *
 * <p>{@code clockwise: true} makes the forms without bulge and mid run the other way. Members of a
 * further form are allowed when they agree. One instance is reused from wall to wall.
 */
final class ArcMembers {

  /** Members that a line does not have. */
  static final List<String> OF_ARCS_ONLY =
      List.of("center", "radius", "startAngle", "endAngle", "mid", "bulge", "clockwise");

  /** Angles beyond ten turns are taken for a mistake, such as radians times degrees. */
  private static final double MOST_DEGREES = 3600;

  /** Beyond it an arc of any plan is straight to a double; its centre would have no digits left. */
  private static final double LARGEST_RADIUS = 1e13;

  /**
   * How far members that say the same may differ, as a share of the radius, beside the tolerance.
   */
  private static final double AGREEMENT = 1e-6;

  final Point start = new Point();
  final Point end = new Point();
  private final Point mid = new Point();
  private final Point center = new Point();
  private double radius;
  private double startAngle;
  private double endAngle;
  private double bulge;
  private boolean clockwise;

  void clear() {
    start.clear();
    end.clear();
    mid.clear();
    center.clear();
    radius = Double.NaN;
    startAngle = Double.NaN;
    endAngle = Double.NaN;
    bulge = Double.NaN;
    clockwise = false;
  }

  /** Reads the member at hand when it is one of a wall's shape. */
  void read(JsonReader json, String member) throws IOException {
    switch (member) {
      case "start" -> start.read(json);
      case "end" -> end.read(json);
      case "mid" -> mid.read(json);
      case "center" -> center.read(json);
      case "radius" -> radius = readRadius(json);
      case "startAngle" -> startAngle = json.number(-MOST_DEGREES, MOST_DEGREES);
      case "endAngle" -> endAngle = json.number(-MOST_DEGREES, MOST_DEGREES);
      case "bulge" -> bulge = json.number(-1e6, 1e6);
      case "clockwise" -> clockwise = Boolean.TRUE.equals(json.bool());
      default -> {}
    }
  }

  private static double readRadius(JsonReader json) throws IOException {
    double read = json.number(0, PlanDraft.FARTHEST);
    if (read == 0) {
      json.problem("must be above 0, was 0");
      return Double.NaN;
    }
    return read;
  }

  /** Adds the arc to the draft, or says why it is none. */
  void addTo(PlanDraft draft, JsonObject wall) {
    if (wall.has("startAngle") || wall.has("endAngle")) {
      addByAngles(draft, wall);
    } else if (wall.has("bulge")) {
      addByBulge(draft, wall);
    } else if (wall.has("mid")) {
      addByMid(draft, wall);
    } else if (wall.has("center")) {
      addByCenter(draft, wall);
    } else if (wall.has("radius")) {
      addByRadius(draft, wall);
    } else {
      wall.problem(
          "an arc needs center, radius, startAngle and endAngle; or start and end with one of"
              + " bulge, mid, center or radius");
    }
  }

  private void addByAngles(PlanDraft draft, JsonObject wall) {
    boolean complete = wall.require("center", "radius", "startAngle", "endAngle");
    if (!complete || !center.isRead() || Double.isNaN(radius + startAngle + endAngle)) {
      return;
    }
    double turn = clockwise ? startAngle - endAngle : endAngle - startAngle;
    if (turn == 0 || turn > 360) {
      wall.problem(
          "endAngle",
          turn == 0
              ? "must differ from startAngle; a full circle is 0 to 360"
              : "must be at most 360 degrees beyond startAngle, is " + Decimals.shortest(turn));
      return;
    }
    double sweep = turn > 0 ? turn : 360 - (-turn % 360);
    add(draft, wall, null, Math.toRadians(startAngle), Math.toRadians(clockwise ? -sweep : sweep));
  }

  private void addByBulge(PlanDraft draft, JsonObject wall) {
    if (!hasEnds(wall) || Double.isNaN(bulge)) {
      return;
    }
    refuse(wall, "bulge", "mid", "center", "radius", "clockwise");
    addBetween(draft, 4 * Math.atan(bulge));
  }

  private void addByMid(PlanDraft draft, JsonObject wall) {
    if (!hasEnds(wall) || !mid.isRead()) {
      return;
    }
    refuse(wall, "mid", "center", "radius", "clockwise");
    double toMidX = mid.x - start.x;
    double toMidY = mid.y - start.y;
    double toEndX = end.x - mid.x;
    double toEndY = end.y - mid.y;
    double cross = toMidX * toEndY - toMidY * toEndX;
    double dot = toMidX * toEndX + toMidY * toEndY;
    if (start.distance(end.x, end.y) == 0 || (cross == 0 && dot <= 0)) {
      wall.problem(
          "mid", "must lie between start and end on the arc; write a circle by its center");
      return;
    }
    // The turn at mid is half of the arc's: the inscribed angle.
    addBetween(draft, 2 * Math.atan2(cross, dot));
  }

  private void addByCenter(PlanDraft draft, JsonObject wall) {
    if (!hasEnds(wall) || !center.isRead()) {
      return;
    }
    double atStart = center.distance(start.x, start.y);
    double atEnd = center.distance(end.x, end.y);
    double given = Double.isNaN(radius) ? (atStart + atEnd) / 2 : radius;
    if (!agree(draft, atStart, given, given) || !agree(draft, atEnd, given, given)) {
      wall.problem(
          "center",
          "must be a radius away from both ends, is "
              + Decimals.shortest(atStart)
              + " from start and "
              + Decimals.shortest(atEnd)
              + " from end");
      return;
    }
    double from = Math.atan2(start.y - center.y, start.x - center.x);
    double to = Math.atan2(end.y - center.y, end.x - center.x);
    double turn = clockwise ? from - to : to - from;
    if (turn == 0 || given == 0) {
      wall.problem("end", "must differ from start; write a circle with startAngle 0, endAngle 360");
      return;
    }
    double sweep = turn > 0 ? turn : turn + 2 * Math.PI;
    radius = given;
    add(draft, wall, end, from, clockwise ? -sweep : sweep);
  }

  private void addByRadius(PlanDraft draft, JsonObject wall) {
    if (!hasEnds(wall) || Double.isNaN(radius)) {
      return;
    }
    double half = start.distance(end.x, end.y) / 2;
    if (half > radius && !agree(draft, half, radius, radius)) {
      wall.problem(
          "radius",
          "must be at least half the distance from start to end, which is "
              + Decimals.shortest(half)
              + ", was "
              + Decimals.shortest(radius));
      return;
    }
    double sweep = 2 * Math.asin(Math.min(1, half / radius));
    addBetween(draft, clockwise ? -sweep : sweep);
  }

  private void addBetween(PlanDraft draft, double sweep) {
    Arc arc = sweep == 0 ? null : Arc.between(start, end, sweep);
    if (arc == null || !(arc.radius() < LARGEST_RADIUS) || start.distance(end.x, end.y) == 0) {
      draft.addLine(start.x, start.y, end.x, end.y);
    } else {
      draft.addArc(arc, start, end);
    }
  }

  private void add(
      PlanDraft draft, JsonObject wall, @Nullable Point exactEnd, double from, double sweep) {
    Arc arc = new Arc(center.x, center.y, radius, from, sweep);
    if (exactEnd == null) {
      checkAgrees(draft, wall, "start", start, arc, 0);
      checkAgrees(draft, wall, "mid", mid, arc, 0.5);
      checkAgrees(draft, wall, "end", end, arc, 1);
      refuse(wall, "startAngle", "bulge");
    }
    draft.addArc(arc, start.isRead() ? start : null, end.isRead() ? end : null);
  }

  private void checkAgrees(
      PlanDraft draft, JsonObject wall, String name, Point point, Arc arc, double share) {
    if (!wall.has(name) || !point.isRead()) {
      return;
    }
    double off =
        name.equals("mid")
            ? Math.abs(center.distance(point.x, point.y) - radius)
            : point.distance(arc.x(share), arc.y(share));
    if (!agree(draft, off, 0, radius)) {
      wall.problem(
          name,
          "lies " + Decimals.shortest(off) + " away from where center, radius and angles put it");
    }
  }

  private static void refuse(JsonObject wall, String form, String... others) {
    for (String other : others) {
      if (wall.has(other)) {
        wall.problem(other, "does not go with " + form + "; write one of them");
      }
    }
  }

  private boolean hasEnds(JsonObject wall) {
    return wall.require("start", "end") && start.isRead() && end.isRead();
  }

  private static boolean agree(PlanDraft draft, double a, double b, double radius) {
    return Math.abs(a - b) <= Math.max(draft.snapTolerance(), AGREEMENT * radius);
  }
}
