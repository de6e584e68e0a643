package dev.groma.engine.sitelayout.ground;

/**
 * Elevations on a grid, and the surface through them: bilinear between the centres of four cells,
 * as GDAL and every survey program interpolate. Immutable once made.
 */
public final class Ground {

  private final Raster raster;
  private final float[] z;

  /**
   * Elevations in metres, NaN where there is no data; the array must not change afterwards.
   *
   * @param z one per cell of the raster, row 0 in the south
   */
  public Ground(Raster raster, float[] z) {
    if (z.length != raster.size()) {
      throw new IllegalArgumentException(raster.size() + " elevations expected, not " + z.length);
    }
    this.raster = raster;
    this.z = z;
  }

  /** Level ground at elevation 0. */
  public static Ground flat(Raster raster) {
    return new Ground(raster, new float[raster.size()]);
  }

  /** Where the cells lie. */
  public Raster raster() {
    return raster;
  }

  /** Elevation at the centre of a cell. */
  public float z(int cell) {
    return z[cell];
  }

  /** The elevations themselves, for loops that cannot afford a call a cell; not to be changed. */
  public float[] elevations() {
    return z;
  }

  /** Elevation of the surface, in metres; NaN outside it and beside cells without data. */
  public double at(double x, double y) {
    double u = (x - raster.west()) / raster.cellX();
    double v = (y - raster.south()) / raster.cellY();
    int column = Math.clamp((long) Math.floor(u), 0, Math.max(0, raster.columns() - 2));
    int row = Math.clamp((long) Math.floor(v), 0, Math.max(0, raster.rows() - 2));
    double fx = u - column;
    double fy = v - row;
    if (!(fx >= -EDGE && fx <= 1 + EDGE && fy >= -EDGE && fy <= 1 + EDGE)) {
      return Double.NaN;
    }
    int cell = raster.index(column, row);
    int right = raster.columns() > 1 ? 1 : 0;
    int up = raster.rows() > 1 ? raster.columns() : 0;
    double bottom = z[cell] + fx * (z[cell + right] - (double) z[cell]);
    double top = z[cell + up] + fx * (z[cell + up + right] - (double) z[cell + up]);
    return bottom + fy * (top - bottom);
  }

  /** Share of a cell by which rounding may put a point outside. */
  private static final double EDGE = 1e-9;
}
