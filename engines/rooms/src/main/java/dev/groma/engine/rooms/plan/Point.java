package dev.groma.engine.rooms.plan;

import dev.groma.engine.json.JsonArray;
import dev.groma.engine.json.JsonReader;
import java.io.IOException;

/** A point {@code [x, y]} as read; reused from wall to wall. */
final class Point {

  double x;
  double y;

  Point() {
    clear();
  }

  void clear() {
    x = Double.NaN;
    y = Double.NaN;
  }

  /** Whether both numbers were there and in range. */
  boolean isRead() {
    return !Double.isNaN(x) && !Double.isNaN(y);
  }

  void read(JsonReader json) throws IOException {
    clear();
    JsonArray array = json.array();
    if (array == null) {
      return;
    }
    double[] xy = {Double.NaN, Double.NaN};
    int count = 0;
    for (; array.next(); count++) {
      if (count < 2) {
        xy[count] = json.number(-PlanDraft.FARTHEST, PlanDraft.FARTHEST);
      }
    }
    if (count != 2) {
      array.problem("must be a point [x, y], has " + count + " elements");
      return;
    }
    x = xy[0];
    y = xy[1];
  }

  double distance(double otherX, double otherY) {
    return Math.hypot(otherX - x, otherY - y);
  }
}
