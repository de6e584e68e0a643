package dev.groma.engine.sitelayout.roads;

import dev.groma.engine.CancelledException;
import dev.groma.engine.EngineContext;
import dev.groma.engine.sitelayout.asset.Asset;
import dev.groma.engine.sitelayout.ground.Ground;
import dev.groma.engine.sitelayout.ground.Raster;
import dev.groma.engine.sitelayout.ground.Smoothing;
import dev.groma.engine.sitelayout.site.CellFill;
import dev.groma.engine.sitelayout.site.OutlineCells;
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

  private final Raster raster;
  private final float[] z;
  private final BitSet passable;
  private final BitSet occupied;
  private final RoadRules rules;
  private final Moves moves;

  private RouteGrid(
      Raster raster, float[] z, BitSet passable, BitSet occupied, RoadRules rules, Moves moves) {
    this.raster = raster;
    this.z = z;
    this.passable = passable;
    this.occupied = occupied;
    this.rules = rules;
    this.moves = moves;
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
    BitSet passable = CellFill.of(allowed, raster);
    OutlineCells.clearNear(allowed, rules.width() / 2 + 0.1, raster, passable, context);
    float[] z = Smoothing.of(ground, rules.width() / 2, context);
    for (int cell = passable.nextSetBit(0); cell >= 0; cell = passable.nextSetBit(cell + 1)) {
      if (Float.isNaN(z[cell])) {
        passable.clear(cell);
      }
    }
    return new RouteGrid(raster, z, passable, new BitSet(), rules, new Moves(raster));
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
            rules.gradeWeight()),
        moves);
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
    return new RouteGrid(raster, z, fewer, occupied, rules, moves);
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

  /** The steps that a road may take. */
  Moves moves() {
    return moves;
  }

  /** Whether only assets keep a road from a move: every cell in the way is open or theirs. */
  boolean isOnlyOccupied(int cell, int move) {
    return isOpenOrOccupied(cell + moves.offset(move))
        && (!moves.isSlanting(move)
            || (isOpenOrOccupied(cell + moves.besideA(move))
                && isOpenOrOccupied(cell + moves.besideB(move))));
  }

  private boolean isOpenOrOccupied(int cell) {
    return passable.get(cell) || occupied.get(cell);
  }

  /** Whether a road may run over every cell that a move passes, however steep. */
  boolean isOpen(int cell, int move) {
    return passable.get(cell + moves.offset(move))
        && (!moves.isSlanting(move)
            || (passable.get(cell + moves.besideA(move))
                && passable.get(cell + moves.besideB(move))));
  }

  /** Cost of a move in metres of level road; infinite where it is not possible. */
  public double cost(int cell, int move) {
    if (!isOpen(cell, move)) {
      return Double.POSITIVE_INFINITY;
    }
    int to = cell + moves.offset(move);
    double rise = z[to] - z[cell];
    double percent = 100 * Math.abs(rise) / moves.length(move);
    if (percent > rules.impassablePercent()) {
      return Double.POSITIVE_INFINITY;
    }
    if (moves.isSlanting(move)) {
      int a = cell + moves.besideA(move);
      int b = cell + moves.besideB(move);
      double middle = (z[a] + (double) z[b]) / 2;
      double steeper = 2 * Math.max(Math.abs(middle - z[cell]), Math.abs(z[to] - middle));
      if (100 * steeper / moves.length(move) > rules.impassablePercent()) {
        return Double.POSITIVE_INFINITY;
      }
    }
    double share = percent / rules.maxGradePercent();
    return moves.length(move) * (1 + rules.gradeWeight() * share * share);
  }
}
