package dev.groma.engine.sitelayout;

import dev.groma.engine.sitelayout.ground.Ground;
import dev.groma.engine.sitelayout.ground.Raster;
import java.util.function.DoubleBinaryOperator;

/** Analytic ground for tests. */
public final class Terrain {

  private Terrain() {}

  /** Square ground from (0, 0) to (size, size), elevations taken at the centres of the cells. */
  public static Ground of(double size, double cell, DoubleBinaryOperator elevation) {
    int cells = (int) Math.round(size / cell) + 1;
    return of(new Raster(cells, cells, 0, 0, cell, cell), elevation);
  }

  /** Ground on any grid. */
  public static Ground of(Raster raster, DoubleBinaryOperator elevation) {
    float[] z = new float[raster.size()];
    for (int row = 0; row < raster.rows(); row++) {
      for (int column = 0; column < raster.columns(); column++) {
        z[raster.index(column, row)] =
            (float) elevation.applyAsDouble(raster.x(column), raster.y(row));
      }
    }
    return new Ground(raster, z);
  }

  /** A rectangle around a centre, turned counterclockwise. */
  public static double[] rectangle(
      double x, double y, double width, double height, double degrees) {
    double cos = Math.cos(Math.toRadians(degrees));
    double sin = Math.sin(Math.toRadians(degrees));
    double[] xy = new double[8];
    int[][] corners = {{-1, -1}, {1, -1}, {1, 1}, {-1, 1}};
    for (int i = 0; i < 4; i++) {
      double u = corners[i][0] * width / 2;
      double v = corners[i][1] * height / 2;
      xy[2 * i] = x + u * cos - v * sin;
      xy[2 * i + 1] = y + u * sin + v * cos;
    }
    return xy;
  }

  /** A regular polygon that stands for a circle of the same area. */
  public static double[] circle(double x, double y, double radius, int corners) {
    double out = radius * Math.sqrt(2 * Math.PI / corners / Math.sin(2 * Math.PI / corners));
    double[] xy = new double[2 * corners];
    for (int i = 0; i < corners; i++) {
      xy[2 * i] = x + out * Math.cos(2 * Math.PI * i / corners);
      xy[2 * i + 1] = y + out * Math.sin(2 * Math.PI * i / corners);
    }
    return xy;
  }
}
