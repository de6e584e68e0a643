package dev.groma.engine.rooms.output;

import dev.groma.engine.draw.PathData;
import dev.groma.engine.geometry.Points;
import org.jspecify.annotations.Nullable;

/**
 * The leaf of a door and the quarter circle it sweeps, on the page.
 *
 * @param hingeX at the near jamb, on the face of the wall to which the door opens
 * @param tipX of the open leaf
 * @param jambX at the far jamb
 * @param width of the leaf
 */
record DoorSwing(
    double hingeX,
    double hingeY,
    double tipX,
    double tipY,
    double jambX,
    double jambY,
    double width) {

  /** A leaf shorter than this is not to be seen; one of no length has no direction. */
  private static final double SHORTEST = 1;

  /**
   * The swing to the left of a gap, which runs along the middle of a wall so thick; null where its
   * ends are too near each other, as those of a door that takes up a whole round wall.
   */
  static @Nullable DoorSwing of(Points gap, double wall) {
    int last = gap.size() - 1;
    double alongX = gap.x(last) - gap.x(0);
    double alongY = gap.y(last) - gap.y(0);
    double width = Math.hypot(alongX, alongY);
    if (width < SHORTEST) {
      return null;
    }
    // To the left on a page whose y runs down.
    double leftX = alongY / width;
    double leftY = -alongX / width;
    double hingeX = gap.x(0) + leftX * wall / 2;
    double hingeY = gap.y(0) + leftY * wall / 2;
    return new DoorSwing(
        hingeX,
        hingeY,
        hingeX + leftX * width,
        hingeY + leftY * width,
        hingeX + alongX,
        hingeY + alongY,
        width);
  }

  PathData leaf() {
    return new PathData().moveTo(hingeX, hingeY).lineTo(tipX, tipY);
  }

  PathData arc() {
    return new PathData().moveTo(tipX, tipY).arcTo(width, true, jambX, jambY);
  }

  PathData sector() {
    return leaf().arcTo(width, true, jambX, jambY).close();
  }

  /** What a label must keep off: leaf, arc as a corner, and a line across. */
  Points outline() {
    double cornerX = tipX + jambX - hingeX;
    double cornerY = tipY + jambY - hingeY;
    return Points.of(hingeX, hingeY, tipX, tipY, cornerX, cornerY, jambX, jambY, tipX, tipY);
  }
}
