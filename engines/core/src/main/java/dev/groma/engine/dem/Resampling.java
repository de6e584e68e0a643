package dev.groma.engine.dem;

import dev.groma.engine.CancelledException;
import dev.groma.engine.EngineContext;
import dev.groma.engine.terrain.Grid;
import dev.groma.engine.terrain.GridFrame;

/** Ground from one grid onto another. */
final class Resampling {

  /** Samples along a side of a coarse cell; more would not be seen in its mean. */
  private static final int MOST_SAMPLES = 32;

  private Resampling() {}

  static Grid onto(Grid source, GridFrame target, String crs, Warp warp, EngineContext context)
      throws CancelledException {
    float[] values = new float[target.cells()];
    int across = samples(Math.abs(warp.x(0.5, 0) - warp.x(-0.5, 0)), source.frame().cellWidth());
    int down = samples(Math.abs(warp.y(0, 0.5) - warp.y(0, -0.5)), source.frame().cellHeight());
    for (int row = 0; row < target.rows(); row++) {
      context.checkCancelled();
      if (row % 64 == 0) {
        context.progress((int) (100L * row / target.rows()), "resampling the ground");
      }
      for (int column = 0; column < target.columns(); column++) {
        values[target.index(column, row)] = (float) mean(source, warp, column, row, across, down);
      }
    }
    return new Grid(target, values, crs);
  }

  /** One for a cell as fine as the source's, so that such a cell has the ground at its centre. */
  private static int samples(double cell, double sourceCell) {
    return (int) Math.clamp(Math.floor(cell / sourceCell + 1e-9), 1, MOST_SAMPLES);
  }

  private static double mean(Grid source, Warp warp, int column, int row, int across, int down) {
    double sum = 0;
    for (int j = 0; j < down; j++) {
      double atRow = row - 0.5 + (j + 0.5) / down;
      for (int i = 0; i < across; i++) {
        double atColumn = column - 0.5 + (i + 0.5) / across;
        sum += source.sample(warp.x(atColumn, atRow), warp.y(atColumn, atRow));
      }
    }
    return sum / (across * down);
  }
}
