package dev.groma.engine.sitelayout.roads;

import dev.groma.engine.sitelayout.ground.Raster;

/**
 * The steps from a cell to 16 neighbours: the king's eight and the knight's eight, with the two
 * cells between which a slanting step passes.
 */
final class Moves {

  /** How many there are. */
  static final int COUNT = 16;

  private static final int[][] STEPS = {
    {1, 0}, {0, 1}, {-1, 0}, {0, -1}, {1, 1}, {-1, 1}, {-1, -1}, {1, -1},
    {2, 1}, {1, 2}, {-1, 2}, {-2, 1}, {-2, -1}, {-1, -2}, {1, -2}, {2, -1}
  };

  private static final int KING = 8;
  private static final double KNIGHT_STEP = Math.sqrt(5);
  private static final double DIAGONAL = Math.sqrt(2);

  private final Raster raster;
  private final double[] length = new double[COUNT];
  private final int[] offset = new int[COUNT];
  private final int[] besideA = new int[COUNT];
  private final int[] besideB = new int[COUNT];

  Moves(Raster raster) {
    this.raster = raster;
    for (int m = 0; m < COUNT; m++) {
      int dx = STEPS[m][0];
      int dy = STEPS[m][1];
      length[m] = Math.hypot(dx * raster.cellX(), dy * raster.cellY());
      offset[m] = dy * raster.columns() + dx;
      int nearX = Integer.signum(dx);
      int nearY = Integer.signum(dy);
      boolean flat = Math.abs(dx) >= Math.abs(dy);
      if (m >= KING) {
        besideA[m] = (flat ? 0 : nearY) * raster.columns() + (flat ? nearX : 0);
        besideB[m] = nearY * raster.columns() + nearX;
      } else if (dx != 0 && dy != 0) {
        besideA[m] = nearX;
        besideB[m] = nearY * raster.columns();
      }
    }
  }

  /** Columns that a move goes to the east. */
  static int columns(int move) {
    return STEPS[move][0];
  }

  /** Rows that a move goes to the north. */
  static int rows(int move) {
    return STEPS[move][1];
  }

  /** Length in metres. */
  double length(int move) {
    return length[move];
  }

  /** From the number of a cell to that of the cell where the move ends. */
  int offset(int move) {
    return offset[move];
  }

  /** Whether a move passes between two cells. */
  boolean isSlanting(int move) {
    return besideA[move] != 0;
  }

  /** Offset of the one cell beside a slanting move. */
  int besideA(int move) {
    return besideA[move];
  }

  /** Offset of the other cell beside a slanting move. */
  int besideB(int move) {
    return besideB[move];
  }

  /** Whether a move stays on the grid. */
  boolean stays(int column, int row, int move) {
    return raster.contains(column + STEPS[move][0], row + STEPS[move][1]);
  }

  /** Whether every move from a cell stays on the grid. */
  boolean allStay(int column, int row) {
    return column >= 2 && row >= 2 && column < raster.columns() - 2 && row < raster.rows() - 2;
  }

  /**
   * The least that any way between two cells can cost: the length of the shortest chain of moves
   * over open, level ground. Exact there, so never too much anywhere; square cells assumed, else
   * the smaller side is taken for both.
   */
  double leastCost(int columns, int rows) {
    double cell = Math.min(raster.cellX(), raster.cellY());
    int longer = Math.max(Math.abs(columns), Math.abs(rows));
    int shorter = Math.min(Math.abs(columns), Math.abs(rows));
    double steps =
        2 * shorter <= longer
            ? longer - 2 * shorter + shorter * KNIGHT_STEP
            : (longer - shorter) * KNIGHT_STEP + (2 * shorter - longer) * DIAGONAL;
    return cell * steps;
  }
}
