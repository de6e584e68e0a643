package dev.groma.engine.sitelayout.read;

import dev.groma.engine.BadInputException;
import dev.groma.engine.Problem;
import dev.groma.engine.number.Decimals;
import dev.groma.engine.sitelayout.site.WorkingGrid;

/** What a run may take, looked at before it is taken. */
final class Limits {

  /** Cells of a grid; at 60 bytes a cell that is 720 MB. */
  static final int MOST_CELLS = 12_000_000;

  /** Share of the heap that the grids may take; the rest is for outlines, roads and artifacts. */
  private static final double SHARE = 0.75;

  private static final Decimals WHOLE = new Decimals(0);

  private Limits() {}

  /**
   * Returns normally when a grid may be made.
   *
   * @param width of the box to cover, in metres
   * @param height of the box to cover, in metres
   */
  static void check(double width, double height, double cell, long heap) throws BadInputException {
    double cells = (width / cell + 1) * (height / cell + 1);
    double coarser = cell * Math.sqrt(cells / MOST_CELLS);
    if (cells > MOST_CELLS) {
      throw new BadInputException(
          Problem.at(
              "terrain.resolutionMetres",
              "a grid of "
                  + WHOLE.format(cell)
                  + " m over "
                  + WHOLE.format(width)
                  + " x "
                  + WHOLE.format(height)
                  + " m has "
                  + WHOLE.format(cells)
                  + " cells, and at most "
                  + MOST_CELLS
                  + " are possible: set it to "
                  + WHOLE.format(Math.ceil(coarser * 1.01))
                  + " or more, or split the site"));
    }
    double bytes = cells * WorkingGrid.BYTES_PER_CELL;
    if (bytes > heap * SHARE) {
      throw new BadInputException(
          Problem.at(
              "terrain.resolutionMetres",
              "a grid of "
                  + WHOLE.format(cells)
                  + " cells takes about "
                  + WHOLE.format(bytes / 1e6)
                  + " MB, and the program may take "
                  + WHOLE.format(heap / 1e6)
                  + " MB: give it more memory, or choose a coarser resolution"));
    }
  }
}
