package dev.groma.engine.terrain;

import dev.groma.engine.geometry.Bounds;

/**
 * Where the cells of a grid lie.
 *
 * @param columns at least 1
 * @param rows at least 1; there may be more cells than an array can hold, in a file that is read in
 *     parts
 * @param originX x of the centre of the cell in column 0, row 0: the north-western one
 * @param originY y of that centre
 * @param cellWidth from one centre to the next along x, above 0
 * @param cellHeight from one centre to the next along y, above 0
 */
public record GridFrame(
    int columns, int rows, double originX, double originY, double cellWidth, double cellHeight) {

  public GridFrame {
    if (columns < 1 || rows < 1) {
      throw new IllegalArgumentException(
          "no grid of " + columns + " columns and " + rows + " rows");
    }
    if (!(cellWidth > 0 && cellHeight > 0)) {
      throw new IllegalArgumentException(
          "cells must be larger than 0, were " + cellWidth + " by " + cellHeight);
    }
    double far = Math.abs(originX) + Math.abs(originY) + columns * cellWidth + rows * cellHeight;
    if (!Double.isFinite(far)) {
      throw new IllegalArgumentException("the grid must lie in finite coordinates");
    }
  }

  /** Columns times rows. */
  public long cellCount() {
    return (long) columns * rows;
  }

  /**
   * Columns times rows, as the length of an array.
   *
   * @throws ArithmeticException when no array is that long
   */
  public int cells() {
    return Math.multiplyExact(columns, rows);
  }

  /** Index of a cell in an array that holds row after row. */
  public int index(int column, int row) {
    return row * columns + column;
  }

  /** x of the centres of a column. */
  public double x(int column) {
    return originX + column * cellWidth;
  }

  /** y of the centres of a row. */
  public double y(int row) {
    return originY - row * cellHeight;
  }

  /** The column in which a place lies, fractional: whole numbers at the centres. */
  public double column(double x) {
    return (x - originX) / cellWidth;
  }

  /** The row in which a place lies, fractional: whole numbers at the centres. */
  public double row(double y) {
    return (originY - y) / cellHeight;
  }

  /** The box around all cells, half a cell beyond the outer centres. */
  public Bounds bounds() {
    return new Bounds(
        originX - cellWidth / 2,
        y(rows - 1) - cellHeight / 2,
        x(columns - 1) + cellWidth / 2,
        originY + cellHeight / 2);
  }

  /** Whether the place lies in a cell, borders included. */
  public boolean contains(double x, double y) {
    double column = column(x);
    double row = row(y);
    return column >= -0.5 && column <= columns - 0.5 && row >= -0.5 && row <= rows - 0.5;
  }

  /**
   * The part of this frame from one cell on.
   *
   * @throws IllegalArgumentException when the part is not inside
   */
  public GridFrame part(int firstColumn, int firstRow, int partColumns, int partRows) {
    if (firstColumn < 0
        || firstRow < 0
        || partColumns > columns - firstColumn
        || partRows > rows - firstRow) {
      throw new IllegalArgumentException("the part must lie inside of " + this);
    }
    return new GridFrame(partColumns, partRows, x(firstColumn), y(firstRow), cellWidth, cellHeight);
  }
}
