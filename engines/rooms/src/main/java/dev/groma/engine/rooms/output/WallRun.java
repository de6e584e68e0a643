package dev.groma.engine.rooms.output;

import dev.groma.engine.draw.PathData;
import dev.groma.engine.draw.Viewport;
import dev.groma.engine.rooms.WallPlan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Segments of one wall that continue each other: they are drawn in one stroke, without seams.
 *
 * @param first index of the first segment
 * @param next index after the last segment
 */
record WallRun(int first, int next) {

  /** All runs of a plan, in an order that does not depend on the order of its walls. */
  static List<WallRun> of(WallPlan plan) {
    List<WallRun> runs = new ArrayList<>();
    int next;
    for (int first = 0; first < plan.segmentCount(); first = next) {
      next = first + 1;
      while (next < plan.segmentCount() && continues(plan, next)) {
        next++;
      }
      runs.add(new WallRun(first, next));
    }
    runs.sort(
        Comparator.comparingDouble((WallRun run) -> plan.x1(run.first))
            .thenComparingDouble(run -> plan.y1(run.first))
            .thenComparingDouble(run -> plan.x2(run.first))
            .thenComparingDouble(run -> plan.y2(run.first))
            .thenComparingDouble(run -> plan.x2(run.next - 1))
            .thenComparingDouble(run -> plan.y2(run.next - 1))
            .thenComparingInt(run -> run.next - run.first));
    return runs;
  }

  private static boolean continues(WallPlan plan, int segment) {
    int before = segment - 1;
    return plan.wall(segment) == plan.wall(before)
        && plan.x1(segment) == plan.x2(before)
        && plan.y1(segment) == plan.y2(before);
  }

  private boolean isClosed(WallPlan plan) {
    return next - first > 2
        && plan.x2(next - 1) == plan.x1(first)
        && plan.y2(next - 1) == plan.y1(first);
  }

  void appendTo(PathData data, WallPlan plan, Viewport view) {
    boolean closed = isClosed(plan);
    data.moveTo(view.x(plan.x1(first)), view.y(plan.y1(first)));
    for (int s = first; s < (closed ? next - 1 : next); s++) {
      data.lineTo(view.x(plan.x2(s)), view.y(plan.y2(s)));
    }
    if (closed) {
      data.close();
    }
  }
}
