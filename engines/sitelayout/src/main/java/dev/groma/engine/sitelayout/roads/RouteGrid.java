package dev.groma.engine.sitelayout.roads;

import dev.groma.engine.CancelledException;
import dev.groma.engine.EngineContext;
import dev.groma.engine.sitelayout.asset.Asset;
import dev.groma.engine.sitelayout.ground.Ground;
import dev.groma.engine.sitelayout.ground.Raster;
import dev.groma.engine.sitelayout.site.CellFill;
import java.util.BitSet;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Where a road may run, and what a step costs: cells with moves to 16 neighbours (the king's eight
 * and the knight's eight), on ground smoothed to the width of the road.
 *
 * <p>A move is possible when every cell it passes is, and none of its parts is steeper than
 * impassable: a knight's move is looked at in its middle too, between two cells, and so is a
 * diagonal, so nothing slips through a wall of one cell.
 */
public final class RouteGrid {

  /** Columns and rows of the moves. */
  static final int[][] MOVES = {
    {1, 0}, {0, 1}, {-1, 0}, {0, -1}, {1, 1}, {-1, 1}, {-1, -1}, {1, -1},
    {2, 1}, {1, 2}, {-1, 2}, {-2, 1}, {-2, -1}, {-1, -2}, {1, -2}, {2, -1}
  };

  private static final int KING = 8;

  private final Raster raster;
  private final float[] z;
  private final BitSet passable;
  private final BitSet occupied;
  private final RoadRules rules;
  private final double[] length = new double[MOVES.length];
  private final int[] offset = new int[MOVES.length];
  private final int[] besideA = new int[MOVES.length];
  private final int[] besideB = new int[MOVES.length];

  private RouteGrid(Raster raster, float[] z, BitSet passable, BitSet occupied, RoadRules rules) {
    this.raster = raster;
    this.z = z;
    this.passable = passable;
    this.occupied = occupied;
    this.rules = rules;
    for (int m = 0; m < MOVES.length; m++) {
      int dx = MOVES[m][0];
      int dy = MOVES[m][1];
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

  /**
   * The grid of a site.
   *
   * @param allowed where the edges of a road may be
   * @param ground at working resolution
   */
  public static RouteGrid of(
      Geometry allowed, Ground ground, RoadRules rules, EngineContext context)
      throws CancelledException {
    Raster raster = ground.raster();
    context.checkCancelled();
    BitSet passable = CellFill.of(allowed.buffer(-rules.width() / 2 - 0.1), raster);
    float[] z = smoothed(ground, rules.width() / 2, context);
    for (int cell = passable.nextSetBit(0); cell >= 0; cell = passable.nextSetBit(cell + 1)) {
      if (Float.isNaN(z[cell])) {
        passable.clear(cell);
      }
    }
    return new RouteGrid(raster, z, passable, new BitSet(), rules);
  }

  /** The same grid on which no step is steeper than another limit. */
  RouteGrid withImpassable(double percent) {
    return new RouteGrid(
        raster,
        z,
        passable,
        occupied,
        new RoadRules(
            rules.width(),
            Math.min(rules.maxGradePercent(), percent),
            percent,
            rules.minRadius(),
            rules.gradeWeight()));
  }

  /** The same grid without the cells around a place where no road could be drawn. */
  RouteGrid without(double x, double y, double radius) {
    BitSet fewer = (BitSet) passable.clone();
    int lastRow = Math.min(raster.rows() - 1, raster.row(y + radius));
    int lastColumn = Math.min(raster.columns() - 1, raster.column(x + radius));
    for (int row = Math.max(0, raster.row(y - radius)); row <= lastRow; row++) {
      for (int column = Math.max(0, raster.column(x - radius)); column <= lastColumn; column++) {
        if (Math.hypot(raster.x(column) - x, raster.y(row) - y) <= radius) {
          fewer.clear(raster.index(column, row));
        }
      }
    }
    return new RouteGrid(raster, z, fewer, occupied, rules);
  }

  /** Mean over the square of cells within a radius; the ground itself where cells are larger. */
  private static float[] smoothed(Ground ground, double radius, EngineContext context)
      throws CancelledException {
    Raster raster = ground.raster();
    int reachX = (int) (radius / raster.cellX());
    int reachY = (int) (radius / raster.cellY());
    if (reachX == 0 && reachY == 0) {
      return ground.elevations();
    }
    float[] across = new float[raster.size()];
    float[] both = new float[raster.size()];
    for (int row = 0; row < raster.rows(); row++) {
      context.checkCancelled();
      mean(ground.elevations(), across, row * raster.columns(), 1, raster.columns(), reachX);
    }
    for (int column = 0; column < raster.columns(); column++) {
      if (column % 64 == 0) {
        context.checkCancelled();
      }
      mean(across, both, column, raster.columns(), raster.rows(), reachY);
    }
    return both;
  }

  private static void mean(float[] from, float[] to, int start, int step, int count, int reach) {
    double sum = 0;
    int known = 0;
    for (int i = -reach; i < count; i++) {
      int enters = i + reach;
      if (enters >= 0 && enters < count && !Float.isNaN(from[start + enters * step])) {
        sum += from[start + enters * step];
        known++;
      }
      int leaves = i - reach - 1;
      if (leaves >= 0 && leaves < count && !Float.isNaN(from[start + leaves * step])) {
        sum -= from[start + leaves * step];
        known--;
      }
      if (i >= 0) {
        boolean isKnown = known > 0 && !Float.isNaN(from[start + i * step]);
        to[start + i * step] = isKnown ? (float) (sum / known) : Float.NaN;
      }
    }
  }

  /** Closes the cells where a road would touch an asset. */
  public void block(List<Asset> assets) {
    double margin = rules.width() / 2 + 0.1;
    for (Asset asset : assets) {
      Envelope box = asset.footprint().envelope();
      box.expandBy(2 * margin);
      int lastRow = Math.min(raster.rows() - 1, raster.row(box.getMaxY()));
      int lastColumn = Math.min(raster.columns() - 1, raster.column(box.getMaxX()));
      for (int row = Math.max(0, raster.row(box.getMinY())); row <= lastRow; row++) {
        for (int column = Math.max(0, raster.column(box.getMinX()));
            column <= lastColumn;
            column++) {
          if (asset.footprint().contains(raster.x(column), raster.y(row), margin)) {
            int cell = raster.index(column, row);
            if (passable.get(cell)) {
              passable.clear(cell);
              occupied.set(cell);
            }
          }
        }
      }
    }
  }

  /** Where the cells lie. */
  public Raster raster() {
    return raster;
  }

  /** Whether a road may run over the centre of a cell. */
  public boolean isPassable(int cell) {
    return passable.get(cell);
  }

  /** Elevation of the smoothed ground. */
  float z(int cell) {
    return z[cell];
  }

  /** The cell where a move from another ends; the caller knows that it stays on the grid. */
  int target(int cell, int move) {
    return cell + offset[move];
  }

  /** Whether a move stays on the grid. */
  boolean stays(int column, int row, int move) {
    return raster.contains(column + MOVES[move][0], row + MOVES[move][1]);
  }

  /** Whether only assets keep a road from a move: every cell in the way is open or theirs. */
  boolean isOnlyOccupied(int cell, int move) {
    return isOpenOrOccupied(cell + offset[move])
        && (besideA[move] == 0
            || (isOpenOrOccupied(cell + besideA[move]) && isOpenOrOccupied(cell + besideB[move])));
  }

  private boolean isOpenOrOccupied(int cell) {
    return passable.get(cell) || occupied.get(cell);
  }

  /** Whether a road may run over every cell that a move passes, however steep. */
  boolean isOpen(int cell, int move) {
    return passable.get(cell + offset[move])
        && (besideA[move] == 0
            || (passable.get(cell + besideA[move]) && passable.get(cell + besideB[move])));
  }

  /** Cost of a move in metres of level road; infinite where it is not possible. */
  public double cost(int cell, int move) {
    if (!isOpen(cell, move)) {
      return Double.POSITIVE_INFINITY;
    }
    int to = cell + offset[move];
    double rise = z[to] - z[cell];
    double percent = 100 * Math.abs(rise) / length[move];
    if (percent > rules.impassablePercent()) {
      return Double.POSITIVE_INFINITY;
    }
    if (besideA[move] != 0) {
      int a = cell + besideA[move];
      int b = cell + besideB[move];
      double middle = (z[a] + (double) z[b]) / 2;
      double steeper = 2 * Math.max(Math.abs(middle - z[cell]), Math.abs(z[to] - middle));
      if (100 * steeper / length[move] > rules.impassablePercent()) {
        return Double.POSITIVE_INFINITY;
      }
    }
    double share = percent / rules.maxGradePercent();
    return length[move] * (1 + rules.gradeWeight() * share * share);
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
            ? longer - 2 * shorter + shorter * KNIGHT
            : (longer - shorter) * KNIGHT + (2 * shorter - longer) * DIAGONAL;
    return cell * steps;
  }

  private static final double KNIGHT = Math.sqrt(5);
  private static final double DIAGONAL = Math.sqrt(2);
}
