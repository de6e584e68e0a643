package dev.groma.engine.rooms.output;

import dev.groma.engine.geometry.Points;
import dev.groma.engine.rooms.Opening;
import dev.groma.engine.rooms.WallPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Walls as lines along which one can measure. */
final class WallLines {

  private final WallPlan plan;
  private final Map<Integer, Line> lines = new HashMap<>();

  /** The segments of one wall, and how long the wall is before each of them and after the last. */
  private static final class Line {
    private int[] segments = new int[4];
    private double[] passed = new double[5];
    private int count;

    void add(int segment, double length) {
      if (count == segments.length) {
        segments = Arrays.copyOf(segments, 2 * count);
        passed = Arrays.copyOf(passed, 2 * count + 1);
      }
      segments[count] = segment;
      passed[count + 1] = passed[count] + length;
      count++;
    }

    /** The place in {@link #segments} of the segment that a distance falls into. */
    int placeAt(double distance) {
      int found = Arrays.binarySearch(passed, 0, count + 1, distance);
      return Math.clamp(found >= 0 ? found : -found - 2, 0, count - 1);
    }
  }

  private WallLines(WallPlan plan) {
    this.plan = plan;
  }

  static WallLines ofWallsWithOpenings(WallPlan plan) {
    WallLines walls = new WallLines(plan);
    for (Opening opening : plan.openings()) {
      walls.lines.putIfAbsent(opening.wall(), new Line());
    }
    for (int s = 0; s < plan.segmentCount() && !walls.lines.isEmpty(); s++) {
      Line line = walls.lines.get(plan.wall(s));
      if (line != null) {
        line.add(s, Math.hypot(plan.x2(s) - plan.x1(s), plan.y2(s) - plan.y1(s)));
      }
    }
    return walls;
  }

  /** The part of a wall that an opening takes up, cut to the wall's length. */
  Points piece(Opening opening) {
    Line line = lines.get(opening.wall());
    if (line == null || line.count == 0) {
      throw new IllegalArgumentException("no wall with segments for opening " + opening.id());
    }
    double from = Math.min(opening.offset(), line.passed[line.count]);
    double to = Math.min(opening.offset() + opening.width(), line.passed[line.count]);
    List<Double> xy = new ArrayList<>();
    int last = line.placeAt(to);
    add(xy, line, line.placeAt(from), from);
    for (int place = line.placeAt(from); place < last; place++) {
      add(xy, line, place, line.passed[place + 1]);
    }
    add(xy, line, last, to);
    return Points.of(xy.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private void add(List<Double> xy, Line line, int place, double distance) {
    double length = line.passed[place + 1] - line.passed[place];
    double share = length > 0 ? (distance - line.passed[place]) / length : 0;
    int s = line.segments[place];
    xy.add(plan.x1(s) + share * (plan.x2(s) - plan.x1(s)));
    xy.add(plan.y1(s) + share * (plan.y2(s) - plan.y1(s)));
  }
}
