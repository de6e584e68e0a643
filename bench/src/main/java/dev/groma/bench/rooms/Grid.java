package dev.groma.bench.rooms;

import dev.groma.engine.rooms.Wall;
import dev.groma.engine.rooms.WallPlan;
import java.util.SplittableRandom;

/**
 * A plan of square rooms in rows, each drawn with four walls of its own: every inner wall is there
 * twice, as in plans that are put together from rooms.
 *
 * @param side rooms in a row and in a column
 * @param jitterMetres how far each end is off at most, in x and in y; the seed is fixed
 */
record Grid(int side, double jitterMetres) {

  private static final double ROOM_METRES = 4;
  private static final long SEED = 42;

  /** The number of rooms that a person would count. */
  int rooms() {
    return side * side;
  }

  /** The walls as x1, y1, x2, y2, one after the other, in metres. */
  double[] segments() {
    SplittableRandom random = new SplittableRandom(SEED);
    double[] segments = new double[rooms() * 16];
    int next = 0;
    for (int row = 0; row < side; row++) {
      for (int column = 0; column < side; column++) {
        double[] x = {column, column + 1, column + 1, column};
        double[] y = {row, row, row + 1, row + 1};
        for (int wall = 0; wall < 4; wall++) {
          int to = (wall + 1) % 4;
          for (double metres :
              new double[] {
                x[wall] * ROOM_METRES,
                y[wall] * ROOM_METRES,
                x[to] * ROOM_METRES,
                y[to] * ROOM_METRES
              }) {
            segments[next++] = metres + jitter(random);
          }
        }
      }
    }
    return segments;
  }

  private double jitter(SplittableRandom random) {
    return jitterMetres == 0 ? 0 : random.nextDouble(-jitterMetres, jitterMetres);
  }

  /** The same walls as the engine takes them. */
  static WallPlan plan(double[] segments) {
    WallPlan.Builder plan = WallPlan.builder();
    for (int i = 0; i < segments.length; i += 4) {
      plan.straightWall(
          new Wall("w" + i / 4, 0, false, false),
          segments[i],
          segments[i + 1],
          segments[i + 2],
          segments[i + 3]);
    }
    return plan.build();
  }
}
