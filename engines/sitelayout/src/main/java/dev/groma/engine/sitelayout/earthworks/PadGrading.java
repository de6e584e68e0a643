package dev.groma.engine.sitelayout.earthworks;

import dev.groma.engine.CancelledException;
import dev.groma.engine.EngineContext;
import dev.groma.engine.sitelayout.ground.Ground;
import dev.groma.engine.sitelayout.ground.Raster;

/**
 * Finds the elevation of a level pad.
 *
 * <p>Raising a pad by d changes cut minus fill by exactly -A d, cut never grows and fill never
 * falls; so each rule has one answer, found in closed form or by bisection down to 0.1 micrometres.
 */
public final class PadGrading {

  private static final double PRECISION = 1e-7;

  /** Step of the central difference that tells which side of the median an elevation lies. */
  private static final double MEDIAN_STEP = 1e-4;

  private final Ground ground;
  private final SurfaceIntegral integral;

  /** Pads on this ground; for one thread, as {@link SurfaceIntegral} is. */
  public PadGrading(Ground ground, EngineContext context) {
    this.ground = ground;
    integral = new SurfaceIntegral(ground, context);
  }

  /**
   * The pad's elevation in metres.
   *
   * @param xy the pad's outline, see {@link SurfaceIntegral#over}
   */
  public double elevation(double[] xy, PadElevation rule)
      throws NoGroundException, CancelledException {
    return switch (rule) {
      case PadElevation.Fixed fixed -> fixed.elevation();
      case PadElevation.Balanced balanced ->
          balanced.factor() == 1 ? integral.mean(xy) : balanced(xy, balanced.factor());
      case PadElevation.Least least -> median(xy);
    };
  }

  private double balanced(double[] xy, double factor) throws NoGroundException, CancelledException {
    CutFill probe = integral.over(xy, Plane.level(integral.mean(xy)));
    if (probe.moved() == 0) {
      return integral.mean(xy);
    }
    return bisect(
        xy,
        elevation -> {
          CutFill volumes = volumes(xy, elevation);
          return factor * volumes.cut() - volumes.fill();
        });
  }

  private double median(double[] xy) throws NoGroundException, CancelledException {
    return bisect(
        xy,
        elevation ->
            volumes(xy, elevation - MEDIAN_STEP).moved()
                - volumes(xy, elevation + MEDIAN_STEP).moved());
  }

  private CutFill volumes(double[] xy, double elevation)
      throws NoGroundException, CancelledException {
    return integral.over(xy, Plane.level(elevation));
  }

  /** A function of the elevation that never rises. */
  private interface Falling {
    double at(double elevation) throws NoGroundException, CancelledException;
  }

  /** The place where a falling function crosses 0, within the elevations around the pad. */
  private double bisect(double[] xy, Falling falling) throws NoGroundException, CancelledException {
    Raster raster = ground.raster();
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    double[] box = box(xy);
    int firstColumn = Math.clamp(raster.column(box[0]) - 1L, 0, raster.columns() - 1);
    int lastColumn = Math.clamp(raster.column(box[2]) + 1L, 0, raster.columns() - 1);
    int firstRow = Math.clamp(raster.row(box[1]) - 1L, 0, raster.rows() - 1);
    int lastRow = Math.clamp(raster.row(box[3]) + 1L, 0, raster.rows() - 1);
    for (int row = firstRow; row <= lastRow; row++) {
      for (int column = firstColumn; column <= lastColumn; column++) {
        float z = ground.z(raster.index(column, row));
        if (!Float.isNaN(z)) {
          low = Math.min(low, z);
          high = Math.max(high, z);
        }
      }
    }
    while (high - low > PRECISION) {
      double middle = (low + high) / 2;
      double value = falling.at(middle);
      if (value == 0) {
        return middle;
      }
      if (value > 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  private static double[] box(double[] xy) {
    double[] box = {xy[0], xy[1], xy[0], xy[1]};
    for (int i = 0; i < xy.length; i += 2) {
      box[0] = Math.min(box[0], xy[i]);
      box[1] = Math.min(box[1], xy[i + 1]);
      box[2] = Math.max(box[2], xy[i]);
      box[3] = Math.max(box[3], xy[i + 1]);
    }
    return box;
  }
}
