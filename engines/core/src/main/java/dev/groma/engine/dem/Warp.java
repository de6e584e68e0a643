package dev.groma.engine.dem;

import dev.groma.engine.crs.Crs;
import dev.groma.engine.crs.Position;
import dev.groma.engine.geometry.Bounds;
import dev.groma.engine.terrain.GridFrame;

/**
 * Where the places of a target grid lie in a source's coordinate system. Computed on a lattice and
 * bilinear in between: at a spacing of d the curvature of the earth leaves an error of about d
 * squared / 8R, 0.3 mm at 128 m. Together with the projection's own iterations, which stop at about
 * 1 mm, it stays below 2 mm up to 60 degrees of latitude.
 */
final class Warp {

  private static final double SPACING_METRES = 128;

  private final GridFrame target;
  private final boolean isIdentity;
  private final int across;
  private final int down;
  private final double stepX;
  private final double stepY;
  private final double[] x;
  private final double[] y;

  /** Throws IllegalArgumentException where a projection has no answer. */
  Warp(GridFrame target, Crs from, Crs to) {
    this.target = target;
    isIdentity = from.number() == to.number();
    Bounds bounds = target.bounds();
    double unit = from.isGeographic() ? DegreeLength.ofLatitude(0) : from.metresPerUnit();
    across = steps(bounds.width(), unit);
    down = steps(bounds.height(), unit);
    stepX = bounds.width() / across;
    stepY = bounds.height() / down;
    x = new double[(across + 1) * (down + 1)];
    y = new double[x.length];
    for (int row = 0; row <= down; row++) {
      for (int column = 0; column <= across; column++) {
        int at = row * (across + 1) + column;
        double fromX = bounds.minX() + column * stepX;
        double fromY = bounds.maxY() - row * stepY;
        Position there =
            isIdentity ? new Position(fromX, fromY) : to.fromWgs84(from.toWgs84(fromX, fromY));
        x[at] = there.x();
        y[at] = there.y();
      }
    }
  }

  private static int steps(double length, double metresPerUnit) {
    return (int) Math.clamp(Math.ceil(length * metresPerUnit / SPACING_METRES), 1, 4096);
  }

  /** The box around the target's cells, in the source. */
  Bounds sourceBounds() {
    double minX = Double.POSITIVE_INFINITY;
    double minY = Double.POSITIVE_INFINITY;
    double maxX = Double.NEGATIVE_INFINITY;
    double maxY = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < x.length; i++) {
      minX = Math.min(minX, x[i]);
      minY = Math.min(minY, y[i]);
      maxX = Math.max(maxX, x[i]);
      maxY = Math.max(maxY, y[i]);
    }
    return new Bounds(minX, minY, maxX, maxY);
  }

  /** x in the source of a place in fractional columns and rows of the target. */
  double x(double column, double row) {
    return isIdentity ? target.originX() + column * target.cellWidth() : between(x, column, row);
  }

  /** y in the source of a place in fractional columns and rows of the target. */
  double y(double column, double row) {
    return isIdentity ? target.originY() - row * target.cellHeight() : between(y, column, row);
  }

  private double between(double[] lattice, double column, double row) {
    double u = (column + 0.5) * target.cellWidth() / stepX;
    double v = (row + 0.5) * target.cellHeight() / stepY;
    int left = Math.clamp((long) u, 0, across - 1);
    int top = Math.clamp((long) v, 0, down - 1);
    int at = top * (across + 1) + left;
    double east = u - left;
    double south = v - top;
    double upper = lattice[at] + (lattice[at + 1] - lattice[at]) * east;
    int below = at + across + 1;
    double lower = lattice[below] + (lattice[below + 1] - lattice[below]) * east;
    return upper + (lower - upper) * south;
  }
}
