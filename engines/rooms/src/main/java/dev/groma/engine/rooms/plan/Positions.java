package dev.groma.engine.rooms.plan;

import dev.groma.engine.json.JsonArray;
import dev.groma.engine.json.JsonKind;
import dev.groma.engine.json.JsonReader;
import dev.groma.engine.rooms.WallPlan;
import java.io.IOException;
import java.util.Arrays;

/**
 * The coordinates of one GeoJSON geometry, read before its type is known: positions in parts, and
 * how deep they were nested. Reused from geometry to geometry.
 */
final class Positions {

  /** No plan takes more, so no more are kept; the count goes on. */
  private static final int MOST = 2 * WallPlan.MAX_SEGMENTS;

  private double[] xy = new double[64];
  private int[] begins = new int[8];
  private int positions;
  private int parts;
  private int depth;
  private boolean sound;
  private long segments;

  Positions() {
    clear();
  }

  void clear() {
    positions = 0;
    parts = 0;
    depth = -1;
    sound = true;
    segments = 0;
  }

  /** Whether everything was read without a problem. */
  boolean isSound() {
    return sound;
  }

  /** Arrays around each position: 0 for a Point, 1 for a LineString; -1 where there was none. */
  int depth() {
    return depth;
  }

  int partCount() {
    return parts;
  }

  /** Index of a part's first position; of the part after the last, the count of positions. */
  int begin(int part) {
    return part < parts ? begins[part] : positions;
  }

  double x(int position) {
    return xy[2 * position];
  }

  double y(int position) {
    return xy[2 * position + 1];
  }

  /** Pieces between neighbouring positions. */
  long segmentCount() {
    return segments;
  }

  /** All parts together. */
  double length() {
    double length = 0;
    for (int part = 0; part < parts; part++) {
      for (int i = begin(part) + 1; i < begin(part + 1); i++) {
        length += Math.hypot(x(i) - x(i - 1), y(i) - y(i - 1));
      }
    }
    return length;
  }

  /** Reads the member {@code coordinates} at hand. */
  void read(JsonReader json) throws IOException {
    clear();
    JsonArray array = json.array();
    if (array == null) {
      sound = false;
    } else {
      read(json, array, 0);
    }
  }

  /** Reads the rest of an array, which is a position or holds others; returns whether it is one. */
  private boolean read(JsonReader json, JsonArray array, int level) throws IOException {
    int begin = positions;
    boolean holdsPositions = false;
    while (array.next()) {
      if (!holdsPositions && positions == begin && json.kind() == JsonKind.NUMBER) {
        readPosition(json, array, level);
        return true;
      }
      JsonArray inner = json.array();
      if (inner == null) {
        sound = false;
      } else {
        holdsPositions |= read(json, inner, level + 1);
      }
    }
    if (holdsPositions) {
      endPart(begin);
    }
    return false;
  }

  /** Reads on from the first number of a position; altitudes are passed over. */
  private void readPosition(JsonReader json, JsonArray array, int level) throws IOException {
    double x = json.number(-PlanDraft.FARTHEST, PlanDraft.FARTHEST);
    double y = Double.NaN;
    int count = 1;
    for (; array.next(); count++) {
      double value = json.number(-PlanDraft.FARTHEST, PlanDraft.FARTHEST);
      y = count == 1 ? value : y;
    }
    if (count < 2) {
      array.problem("must be a position [x, y], has 1 element");
    } else if (depth >= 0 && depth != level) {
      array.problem("is a position nested " + level + " deep, where others are " + depth);
      sound = false;
    }
    depth = level;
    sound &= !Double.isNaN(x + y);
    if (positions == MOST) {
      segments++;
      return;
    }
    if (2 * positions == xy.length) {
      xy = Arrays.copyOf(xy, 2 * xy.length);
    }
    xy[2 * positions] = x;
    xy[2 * positions + 1] = y;
    positions++;
  }

  private void endPart(int begin) {
    if (parts == begins.length) {
      begins = Arrays.copyOf(begins, 2 * parts);
    }
    begins[parts++] = begin;
    segments += Math.max(0, positions - begin - 1);
  }
}
