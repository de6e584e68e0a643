package dev.groma.engine.rooms.output;

import dev.groma.engine.geometry.Points;
import dev.groma.engine.rooms.Opening;
import dev.groma.engine.rooms.WallPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Walls as lines along which one can measure. */
final class WallLines {

  private final WallPlan plan;
  private final Map<Integer, List<Integer>> segmentsByWall;

  private WallLines(WallPlan plan, Map<Integer, List<Integer>> segmentsByWall) {
    this.plan = plan;
    this.segmentsByWall = segmentsByWall;
  }

  static WallLines ofWallsWithOpenings(WallPlan plan) {
    Map<Integer, List<Integer>> segmentsByWall = new HashMap<>();
    for (Opening opening : plan.openings()) {
      segmentsByWall.putIfAbsent(opening.wall(), new ArrayList<>());
    }
    for (int s = 0; s < plan.segmentCount() && !segmentsByWall.isEmpty(); s++) {
      List<Integer> segments = segmentsByWall.get(plan.wall(s));
      if (segments != null) {
        segments.add(s);
      }
    }
    return new WallLines(plan, segmentsByWall);
  }

  /** The part of a wall between two distances from its start, both cut to its length. */
  Points piece(int wall, double from, double to) {
    List<Double> xy = new ArrayList<>();
    double passed = 0;
    for (int s : segmentsByWall.getOrDefault(wall, List.of())) {
      double length = Math.hypot(plan.x2(s) - plan.x1(s), plan.y2(s) - plan.y1(s));
      double begin = Math.max(from - passed, 0);
      double end = Math.min(to - passed, length);
      passed += length;
      if (length == 0 || begin >= end) {
        continue;
      }
      if (xy.isEmpty()) {
        add(xy, s, begin / length);
      }
      add(xy, s, end / length);
    }
    return Points.of(xy.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private void add(List<Double> xy, int s, double share) {
    xy.add(plan.x1(s) + share * (plan.x2(s) - plan.x1(s)));
    xy.add(plan.y1(s) + share * (plan.y2(s) - plan.y1(s)));
  }
}
