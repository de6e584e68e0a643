package dev.groma.engine.terrain;

/**
 * A part of a grid.
 *
 * @param column its first
 * @param row its first
 * @param columns at least 1
 * @param rows at least 1
 */
public record Window(int column, int row, int columns, int rows) {

  public Window {
    if (columns < 1 || rows < 1) {
      throw new IllegalArgumentException("no window of " + columns + " by " + rows + " cells");
    }
  }

  /** All of a grid. */
  public static Window all(GridFrame frame) {
    return new Window(0, 0, frame.columns(), frame.rows());
  }

  /** Columns times rows. */
  public long cellCount() {
    return (long) columns * rows;
  }

  /**
   * What two windows share.
   *
   * @throws IllegalArgumentException when it is nothing
   */
  public Window intersection(Window other) {
    int west = Math.max(column, other.column);
    int north = Math.max(row, other.row);
    int east = Math.min(column + columns, other.column + other.columns);
    int south = Math.min(row + rows, other.row + other.rows);
    return new Window(west, north, east - west, south - north);
  }

  /**
   * Where the window lies.
   *
   * @throws IllegalArgumentException when it is not inside of the frame
   */
  public GridFrame frameIn(GridFrame frame) {
    return frame.part(column, row, columns, rows);
  }
}
