package dev.groma.engine.sitelayout.ground;

import org.locationtech.jts.geom.Envelope;

/**
 * Where the cells of a grid lie. Row 0 is the southernmost, column 0 the westernmost; cells are
 * numbered row by row.
 *
 * @param columns at least 1
 * @param rows at least 1
 * @param west x of the centre of column 0, in metres
 * @param south y of the centre of row 0, in metres
 * @param cellX width of a cell in metres, above 0
 * @param cellY height of a cell in metres, above 0
 */
public record Raster(int columns, int rows, double west, double south, double cellX, double cellY) {

  public Raster {
    if (columns < 1 || rows < 1 || (long) columns * rows > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("no grid of " + columns + " x " + rows + " cells");
    }
    if (!(cellX > 0 && cellY > 0 && Double.isFinite(west + south + cellX + cellY))) {
      throw new IllegalArgumentException("no cells of " + cellX + " x " + cellY);
    }
  }

  /** The grid of square cells whose centres cover a box: the first centre is its lower corner. */
  public static Raster covering(Envelope box, double cell) {
    int columns = (int) Math.ceil(box.getWidth() / cell - 1e-9) + 1;
    int rows = (int) Math.ceil(box.getHeight() / cell - 1e-9) + 1;
    return new Raster(columns, rows, box.getMinX(), box.getMinY(), cell, cell);
  }

  /** How many cells there are. */
  public int size() {
    return columns * rows;
  }

  /** The longer side of a cell, in metres. */
  public double longerSide() {
    return Math.max(cellX, cellY);
  }

  /** The number of a cell. */
  public int index(int column, int row) {
    return row * columns + column;
  }

  /** x of the centre of a column. */
  public double x(int column) {
    return west + column * cellX;
  }

  /** y of the centre of a row. */
  public double y(int row) {
    return south + row * cellY;
  }

  /** The column whose cell contains x; may lie outside the grid. */
  public int column(double x) {
    return (int) Math.floor((x - west) / cellX + 0.5);
  }

  /** The row whose cell contains y; may lie outside the grid. */
  public int row(double y) {
    return (int) Math.floor((y - south) / cellY + 0.5);
  }

  /** Whether there is such a cell. */
  public boolean contains(int column, int row) {
    return column >= 0 && row >= 0 && column < columns && row < rows;
  }

  /** The cell that contains a point, or -1 outside the grid. */
  public int cellAt(double x, double y) {
    int column = column(x);
    int row = row(y);
    return contains(column, row) ? index(column, row) : -1;
  }

  /**
   * The box between the centres of the outermost cells: where a surface through them is defined.
   */
  public Envelope surface() {
    return new Envelope(west, x(columns - 1), south, y(rows - 1));
  }
}
