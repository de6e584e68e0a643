package dev.groma.engine.sitelayout.ground;

import dev.groma.engine.CancelledException;
import dev.groma.engine.EngineContext;
import java.util.BitSet;

/**
 * The exact Euclidean distance from every cell's centre to the centre of the nearest obstacle, in
 * time proportional to the cells: P. F. Felzenszwalb and D. P. Huttenlocher, "Distance transforms
 * of sampled functions", Theory of Computing 8, 2012.
 */
public final class DistanceTransform {

  private static final float FAR = 1e30f;

  private DistanceTransform() {}

  /**
   * Distances in metres; infinite where there is no obstacle at all.
   *
   * @param obstacles by the number of the cell
   * @param beyond whether everything outside the grid is an obstacle too
   */
  public static float[] of(Raster raster, BitSet obstacles, boolean beyond, EngineContext context)
      throws CancelledException {
    int columns = raster.columns();
    int rows = raster.rows();
    float[] squared = new float[raster.size()];
    java.util.Arrays.fill(squared, FAR);
    for (int at = obstacles.nextSetBit(0); at >= 0; at = obstacles.nextSetBit(at + 1)) {
      squared[at] = 0;
    }
    Line line = new Line(Math.max(columns, rows) + 2);
    for (int column = 0; column < columns; column++) {
      if (column % 64 == 0) {
        context.checkCancelled();
      }
      line.load(squared, column, columns, rows, beyond);
      line.transform(raster.cellY());
      line.store(squared, column, columns, rows);
    }
    for (int row = 0; row < rows; row++) {
      if (row % 64 == 0) {
        context.checkCancelled();
      }
      line.load(squared, row * columns, 1, columns, beyond);
      line.transform(raster.cellX());
      line.store(squared, row * columns, 1, columns);
    }
    for (int at = 0; at < squared.length; at++) {
      squared[at] =
          squared[at] >= FAR / 2 ? Float.POSITIVE_INFINITY : (float) Math.sqrt(squared[at]);
    }
    return squared;
  }

  /** One row or column: the lower envelope of a parabola over each of its cells. */
  private static final class Line {

    private final double[] value;
    private final double[] result;
    private final int[] vertex;
    private final double[] from;
    private int length;

    Line(int longest) {
      value = new double[longest];
      result = new double[longest];
      vertex = new int[longest];
      from = new double[longest + 1];
    }

    /** With a cell before the first and one behind the last, for what lies beyond the grid. */
    void load(float[] all, int start, int step, int count, boolean beyond) {
      length = count + 2;
      value[0] = beyond ? 0 : FAR;
      value[count + 1] = value[0];
      for (int i = 0; i < count; i++) {
        value[i + 1] = all[start + i * step];
      }
    }

    void transform(double cell) {
      double square = cell * cell;
      int last = -1;
      for (int q = 0; q < length; q++) {
        if (value[q] >= FAR / 2) {
          continue;
        }
        double crossing = Double.NEGATIVE_INFINITY;
        while (last >= 0) {
          int p = vertex[last];
          crossing =
              ((value[q] - value[p]) / square + (double) q * q - (double) p * p) / (2.0 * (q - p));
          if (crossing > from[last]) {
            break;
          }
          last--;
        }
        last++;
        vertex[last] = q;
        from[last] = last == 0 ? Double.NEGATIVE_INFINITY : crossing;
      }
      int k = 0;
      for (int q = 0; q < length; q++) {
        if (last < 0) {
          result[q] = FAR;
          continue;
        }
        while (k < last && from[k + 1] < q) {
          k++;
        }
        double offset = q - vertex[k];
        result[q] = offset * offset * square + value[vertex[k]];
      }
    }

    void store(float[] all, int start, int step, int count) {
      for (int i = 0; i < count; i++) {
        all[start + i * step] = (float) result[i + 1];
      }
    }
  }
}
