package dev.groma.engine.rooms.bridge;

import java.util.List;

/**
 * A virtual wall across a gap.
 *
 * @param segments those whose ends it joins, as indexes into the plan
 * @param x1 where it starts, in the frame: at a free end of a wall
 * @param y1 likewise
 * @param x2 where it ends: at another free end, or in a wall
 * @param y2 likewise
 */
public record Bridge(List<Integer> segments, double x1, double y1, double x2, double y2) {

  public Bridge {
    segments = List.copyOf(segments);
  }
}
