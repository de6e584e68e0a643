package dev.groma.engine.terrain;

import org.jspecify.annotations.Nullable;

/** Heights on a grid. Immutable as long as nobody writes into the array that it was made of. */
public final class Grid {

  private final GridFrame frame;
  private final float[] values;
  private final @Nullable String crs;

  /**
   * A grid over an array that is handed over, not copied.
   *
   * @param values row after row from the north, {@code frame.cells()} of them; NaN for no data,
   *     never infinite
   * @param crs the code of the coordinate system, such as {@code EPSG:32633}; null where unknown
   */
  public Grid(GridFrame frame, float[] values, @Nullable String crs) {
    if (values.length != frame.cells()) {
      throw new IllegalArgumentException(frame.cells() + " values expected, not " + values.length);
    }
    this.frame = frame;
    this.values = values;
    this.crs = crs;
  }

  /** Where the cells lie. */
  public GridFrame frame() {
    return frame;
  }

  /** The code of the coordinate system; null where unknown. */
  public @Nullable String crs() {
    return crs;
  }

  /** The height of a cell; NaN for no data. */
  public float value(int column, int row) {
    return values[frame.index(column, row)];
  }

  /** The array itself, for loops over all cells: row after row, not to be written to. */
  public float[] values() {
    return values;
  }

  /**
   * The ground at a place: bilinear between the four centres around it, so exact at the centres and
   * continuous. In the outer half of the border cells the nearest point between outer centres
   * counts.
   *
   * @return NaN outside of the cells, or where a centre that has weight has no data
   */
  public double sample(double x, double y) {
    if (!frame.contains(x, y)) {
      return Double.NaN;
    }
    double column = Math.clamp(frame.column(x), 0, frame.columns() - 1);
    double row = Math.clamp(frame.row(y), 0, frame.rows() - 1);
    int west = (int) column;
    int north = (int) row;
    double east = column - west;
    double south = row - north;
    double upper = along(west, north, east);
    return south == 0 ? upper : upper + (along(west, north + 1, east) - upper) * south;
  }

  /** Linear along a row; a centre without weight does not count, whether it has data or not. */
  private double along(int column, int row, double share) {
    double here = value(column, row);
    return share == 0 ? here : here + (value(column + 1, row) - here) * share;
  }

  /**
   * The part from one cell on, copied.
   *
   * @throws IllegalArgumentException when the part is not inside
   */
  public Grid crop(int firstColumn, int firstRow, int columns, int rows) {
    GridFrame part = frame.part(firstColumn, firstRow, columns, rows);
    float[] copy = new float[part.cells()];
    for (int row = 0; row < rows; row++) {
      System.arraycopy(
          values, frame.index(firstColumn, firstRow + row), copy, row * columns, columns);
    }
    return new Grid(part, copy, crs);
  }

  /** How many cells have no data. */
  public int noDataCells() {
    int count = 0;
    for (float value : values) {
      if (Float.isNaN(value)) {
        count++;
      }
    }
    return count;
  }
}
