package dev.groma.engine.sitelayout.ground;

import dev.groma.engine.CancelledException;
import dev.groma.engine.EngineContext;

/** Ground without what is narrower than something that is built on it. */
public final class Smoothing {

  private Smoothing() {}

  /**
   * Mean over the square of cells within a radius; the ground itself where cells are larger. Cells
   * without data are left out, so beside them it is the mean of the means of rows. Running sums:
   * the time does not depend on the radius.
   */
  public static float[] of(Ground ground, double radius, EngineContext context)
      throws CancelledException {
    Raster raster = ground.raster();
    int reachX = (int) (radius / raster.cellX());
    int reachY = (int) (radius / raster.cellY());
    if (reachX == 0 && reachY == 0) {
      return ground.elevations();
    }
    float[] across = new float[raster.size()];
    for (int row = 0; row < raster.rows(); row++) {
      context.checkCancelled();
      meanOfRow(ground.elevations(), across, row * raster.columns(), raster.columns(), reachX);
    }
    return meanOfColumns(across, raster, reachY, context);
  }

  private static void meanOfRow(float[] from, float[] to, int start, int count, int reach) {
    double sum = 0;
    int known = 0;
    for (int i = -reach; i < count; i++) {
      int enters = i + reach;
      if (enters < count && !Float.isNaN(from[start + enters])) {
        sum += from[start + enters];
        known++;
      }
      int leaves = i - reach - 1;
      if (leaves >= 0 && !Float.isNaN(from[start + leaves])) {
        sum -= from[start + leaves];
        known--;
      }
      if (i >= 0) {
        boolean isKnown = known > 0 && !Float.isNaN(from[start + i]);
        to[start + i] = isKnown ? (float) (sum / known) : Float.NaN;
      }
    }
  }

  /** All columns at once, row after row, which is how they lie in memory. */
  private static float[] meanOfColumns(
      float[] from, Raster raster, int reach, EngineContext context) throws CancelledException {
    int columns = raster.columns();
    float[] to = new float[from.length];
    double[] sum = new double[columns];
    int[] known = new int[columns];
    for (int row = -reach; row < raster.rows(); row++) {
      context.checkCancelled();
      if (row + reach < raster.rows()) {
        addRow(from, (row + reach) * columns, 1, sum, known);
      }
      if (row - reach - 1 >= 0) {
        addRow(from, (row - reach - 1) * columns, -1, sum, known);
      }
      for (int column = 0; row >= 0 && column < columns; column++) {
        int at = row * columns + column;
        boolean isKnown = known[column] > 0 && !Float.isNaN(from[at]);
        to[at] = isKnown ? (float) (sum[column] / known[column]) : Float.NaN;
      }
    }
    return to;
  }

  private static void addRow(float[] from, int start, int sign, double[] sum, int[] known) {
    for (int column = 0; column < sum.length; column++) {
      float value = from[start + column];
      if (!Float.isNaN(value)) {
        sum[column] += sign * value;
        known[column] += sign;
      }
    }
  }
}
