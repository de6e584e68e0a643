package dev.groma.engine.sitelayout.ground;

import dev.groma.engine.CancelledException;
import dev.groma.engine.EngineContext;

/** The same ground on another grid. */
public final class Resampling {

  private Resampling() {}

  /**
   * Takes the surface at the centres of a grid; where its cells are larger than those of the ground,
   * the mean over each cell, so that roughness below a cell's size does not become slope.
   */
  public static Ground onto(Raster raster, Ground ground, EngineContext context)
      throws CancelledException {
    int perX = Math.max(1, (int) Math.round(raster.cellX() / ground.raster().cellX()));
    int perY = Math.max(1, (int) Math.round(raster.cellY() / ground.raster().cellY()));
    float[] z = new float[raster.size()];
    for (int row = 0; row < raster.rows(); row++) {
      context.checkCancelled();
      for (int column = 0; column < raster.columns(); column++) {
        z[raster.index(column, row)] =
            (float) mean(ground, raster, raster.x(column), raster.y(row), perX, perY);
      }
    }
    return new Ground(raster, z);
  }

  private static double mean(
      Ground ground, Raster raster, double x, double y, int perX, int perY) {
    double sum = 0;
    int known = 0;
    for (int j = 0; j < perY; j++) {
      for (int i = 0; i < perX; i++) {
        double z =
            ground.at(
                x + ((i + 0.5) / perX - 0.5) * raster.cellX(),
                y + ((j + 0.5) / perY - 0.5) * raster.cellY());
        if (!Double.isNaN(z)) {
          sum += z;
          known++;
        }
      }
    }
    return 2 * known < perX * perY || known == 0 ? Double.NaN : sum / known;
  }
}
