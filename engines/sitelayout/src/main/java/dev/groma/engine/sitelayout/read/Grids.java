package dev.groma.engine.sitelayout.read;

import dev.groma.engine.sitelayout.ground.Ground;
import dev.groma.engine.sitelayout.ground.Raster;
import dev.groma.engine.terrain.Grid;
import dev.groma.engine.terrain.GridFrame;

/**
 * Between grids of files, whose rows run south from the north, and local ones, whose rows run
 * north.
 */
public final class Grids {

  private Grids() {}

  /** Where the cells of a raster lie in the working CRS. */
  public static GridFrame frame(Raster raster, LocalFrame local) {
    return new GridFrame(
        raster.columns(),
        raster.rows(),
        local.easting(raster.west()),
        local.northing(raster.y(raster.rows() - 1)),
        raster.cellX(),
        raster.cellY());
  }

  /** Ground of a grid in the working CRS. */
  static Ground ground(Grid grid, LocalFrame local) {
    GridFrame cells = grid.frame();
    Raster raster =
        new Raster(
            cells.columns(),
            cells.rows(),
            cells.originX() - local.originX(),
            cells.y(cells.rows() - 1) - local.originY(),
            cells.cellWidth(),
            cells.cellHeight());
    return new Ground(raster, turned(grid.values(), cells.columns(), cells.rows()));
  }

  /** A grid for a file: local values by cell, row 0 in the south. */
  public static Grid grid(Raster raster, float[] values, LocalFrame local) {
    return new Grid(
        frame(raster, local), turned(values, raster.columns(), raster.rows()), local.crs().code());
  }

  private static float[] turned(float[] values, int columns, int rows) {
    float[] turned = new float[values.length];
    for (int row = 0; row < rows; row++) {
      System.arraycopy(values, row * columns, turned, (rows - 1 - row) * columns, columns);
    }
    return turned;
  }
}
