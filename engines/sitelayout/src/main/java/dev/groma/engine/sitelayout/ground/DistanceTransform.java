package dev.groma.engine.sitelayout.ground;

import dev.groma.engine.CancelledException;
import dev.groma.engine.EngineContext;
import java.util.Arrays;
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
    float[] squared = alongColumns(raster, obstacles, beyond, context);
    Line line = new Line(columns + 2);
    for (int row = 0; row < raster.rows(); row++) {
      if (row % 64 == 0) {
        context.checkCancelled();
      }
      line.load(squared, row * columns, columns, beyond);
      line.transform(raster.cellX());
      line.store(squared, row * columns, columns);
    }
    for (int at = 0; at < squared.length; at++) {
      squared[at] =
          squared[at] >= FAR / 2 ? Float.POSITIVE_INFINITY : (float) Math.sqrt(squared[at]);
    }
    return squared;
  }

  /**
   * Squares of the distances within each column: cells are counted from obstacle to obstacle, once
   * from the south and once from the north. Row after row, which is how they lie in memory.
   */
  private static float[] alongColumns(
      Raster raster, BitSet obstacles, boolean beyond, EngineContext context)
      throws CancelledException {
    int columns = raster.columns();
    float[] squared = new float[raster.size()];
    float[] cells = new float[columns];
    Arrays.fill(cells, beyond ? 0 : FAR);
    for (int row = 0; row < raster.rows(); row++) {
      if (row % 64 == 0) {
        context.checkCancelled();
      }
      int first = row * columns;
      for (int column = 0; column < columns; column++) {
        cells[column] = obstacles.get(first + column) ? 0 : cells[column] + 1;
        squared[first + column] = cells[column];
      }
    }
    Arrays.fill(cells, beyond ? 0 : FAR);
    double square = raster.cellY() * raster.cellY();
    for (int row = raster.rows() - 1; row >= 0; row--) {
      if (row % 64 == 0) {
        context.checkCancelled();
      }
      int first = row * columns;
      for (int column = 0; column < columns; column++) {
        float south = squared[first + column];
        cells[column] = south == 0 ? 0 : cells[column] + 1;
        double nearest = Math.min(south, cells[column]);
        squared[first + column] = nearest >= FAR ? FAR : (float) (nearest * nearest * square);
      }
    }
    return squared;
  }

  /** One row: the lower envelope of a parabola over each of its cells. */
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
    void load(float[] all, int start, int count, boolean beyond) {
      length = count + 2;
      value[0] = beyond ? 0 : FAR;
      value[count + 1] = value[0];
      for (int i = 0; i < count; i++) {
        value[i + 1] = all[start + i];
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

    void store(float[] all, int start, int count) {
      for (int i = 0; i < count; i++) {
        all[start + i] = (float) result[i + 1];
      }
    }
  }
}
