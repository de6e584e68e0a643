package dev.groma.engine.sitelayout.ground;

import dev.groma.engine.CancelledException;
import dev.groma.engine.EngineContext;

/**
 * The gradient of the ground at the centres of its cells, by Horn's weights (B. K. P. Horn, "Hill
 * shading and the reflectance map", Proc. IEEE 69, 1981), as GDAL's {@code gdaldem slope} takes
 * them.
 *
 * <p>On the border, and beside cells without data, the missing neighbours are extrapolated through
 * the centre, so that a plane has its own slope everywhere. Cells without data have NaN.
 */
public final class HornSlope {

  private final float[] east;
  private final float[] north;

  private HornSlope(float[] east, float[] north) {
    this.east = east;
    this.north = north;
  }

  /** The gradient at every cell: 8 bytes a cell, a few nanoseconds a cell. */
  public static HornSlope of(Ground ground, EngineContext context) throws CancelledException {
    Raster raster = ground.raster();
    HornSlope slope = new HornSlope(new float[raster.size()], new float[raster.size()]);
    for (int row = 0; row < raster.rows(); row++) {
      context.checkCancelled();
      slope.fillRow(ground, row);
    }
    return slope;
  }

  private void fillRow(Ground ground, int row) {
    Raster raster = ground.raster();
    float[] z = ground.elevations();
    int columns = raster.columns();
    double perX = 100 / (8 * raster.cellX());
    double perY = 100 / (8 * raster.cellY());
    boolean inner = row > 0 && row < raster.rows() - 1;
    for (int column = 0; column < columns; column++) {
      int at = row * columns + column;
      if (inner && column > 0 && column < columns - 1) {
        int below = at - columns;
        int above = at + columns;
        double dx =
            (z[below + 1] + 2.0 * z[at + 1] + z[above + 1])
                - (z[below - 1] + 2.0 * z[at - 1] + z[above - 1]);
        double dy =
            (z[above - 1] + 2.0 * z[above] + z[above + 1])
                - (z[below - 1] + 2.0 * z[below] + z[below + 1]);
        east[at] = (float) (dx * perX);
        north[at] = (float) (dy * perY);
        if (!Float.isNaN(east[at] + north[at]) && !Float.isNaN(z[at])) {
          continue;
        }
      }
      fillBorder(ground, column, row, at);
    }
  }

  private void fillBorder(Ground ground, int column, int row, int at) {
    Raster raster = ground.raster();
    if (Float.isNaN(ground.z(at))) {
      east[at] = Float.NaN;
      north[at] = Float.NaN;
      return;
    }
    double dx = 0;
    double dy = 0;
    for (int across = -1; across <= 1; across++) {
      int weight = across == 0 ? 2 : 1;
      dx +=
          weight
              * (around(ground, column + 1, row + across, at)
                  - around(ground, column - 1, row + across, at));
      dy +=
          weight
              * (around(ground, column + across, row + 1, at)
                  - around(ground, column + across, row - 1, at));
    }
    east[at] = (float) (dx * 100 / (8 * raster.cellX()));
    north[at] = (float) (dy * 100 / (8 * raster.cellY()));
  }

  /** A neighbour's elevation; a missing one mirrors the opposite neighbour through the centre. */
  private static double around(Ground ground, int column, int row, int centre) {
    Raster raster = ground.raster();
    double own = valueOrNaN(ground, column, row);
    if (!Double.isNaN(own)) {
      return own;
    }
    int centreColumn = centre % raster.columns();
    int centreRow = centre / raster.columns();
    double opposite = valueOrNaN(ground, 2 * centreColumn - column, 2 * centreRow - row);
    if (!Double.isNaN(opposite)) {
      return 2.0 * ground.z(centre) - opposite;
    }
    double besideX = mirrored(ground, column, centreRow, centre);
    double besideY = mirrored(ground, centreColumn, row, centre);
    return besideX + besideY - ground.z(centre);
  }

  private static double mirrored(Ground ground, int column, int row, int centre) {
    Raster raster = ground.raster();
    double own = valueOrNaN(ground, column, row);
    if (!Double.isNaN(own)) {
      return own;
    }
    double opposite =
        valueOrNaN(
            ground,
            2 * (centre % raster.columns()) - column,
            2 * (centre / raster.columns()) - row);
    return Double.isNaN(opposite) ? ground.z(centre) : 2.0 * ground.z(centre) - opposite;
  }

  private static double valueOrNaN(Ground ground, int column, int row) {
    Raster raster = ground.raster();
    return raster.contains(column, row) ? ground.z(raster.index(column, row)) : Double.NaN;
  }

  /** Rise to the east in percent. */
  public float eastPercent(int cell) {
    return east[cell];
  }

  /** Rise to the north in percent. */
  public float northPercent(int cell) {
    return north[cell];
  }

  /** The steepest rise in percent. */
  public double percent(int cell) {
    double dx = east[cell];
    double dy = north[cell];
    return Math.sqrt(dx * dx + dy * dy);
  }
}
