package dev.groma.engine.dem;

import dev.groma.engine.BadInputException;
import dev.groma.engine.Problem;
import dev.groma.engine.terrain.Grid;
import dev.groma.engine.terrain.Window;

/**
 * Whether heights can be ground. Programs write numbers such as -9999 or 3.4e38 for no data and
 * forget to declare them; read as ground they would move a mountain.
 */
final class PossibleHeights {

  /** Metres; the deepest trench and the highest mountain lie within. */
  private static final float MOST = 12_000;

  /** The number that most programs write for no data. */
  private static final float USUAL_NO_DATA = -9999;

  private PossibleHeights() {}

  static void check(Grid grid, Window window) throws BadInputException {
    for (int row = 0; row < grid.frame().rows(); row++) {
      for (int column = 0; column < grid.frame().columns(); column++) {
        float height = grid.value(column, row);
        if (Math.abs(height) > MOST || height == USUAL_NO_DATA) {
          throw new BadInputException(
              Problem.at(
                  "column " + (window.column() + column) + ", row " + (window.row() + row),
                  "the height "
                      + height
                      + " m cannot be ground; if it stands for no data, declare it (gdal_translate"
                      + " -a_nodata, or NODATA_VALUE in an ASCII grid)"));
        }
      }
    }
  }
}
