package dev.groma.engine.sitelayout.roads;

import dev.groma.engine.CancelledException;
import dev.groma.engine.EngineContext;
import dev.groma.engine.sitelayout.ground.Raster;
import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * The cheapest route over a {@link RouteGrid}: A* (P. E. Hart, N. J. Nilsson and B. Raphael, 1968)
 * with the exact distance over open ground as its heuristic, so the first route found is the
 * cheapest to the cell aimed at. Memory: 13 bytes a cell, kept from one search to the next; time in
 * proportion to the cells looked at.
 */
public final class RouteSearch {

  private static final byte SETTLED = 32;
  private static final byte START = 64;
  private static final int ASK_EVERY = 4096;

  private final Raster raster;
  private final double[] cost;
  private final byte[] state;
  private final RouteQueue queue = new RouteQueue();
  private final EngineContext context;
  private int[] touched = new int[1024];
  private int touchedCount;

  /** A search on grids of this shape. */
  public RouteSearch(Raster raster, EngineContext context) {
    this.raster = raster;
    this.context = context;
    cost = new double[raster.size()];
    Arrays.fill(cost, Double.POSITIVE_INFINITY);
    state = new byte[raster.size()];
  }

  /**
   * Finds a route.
   *
   * @param starts cells where it may begin
   * @param aim the cell it is heading for
   * @param ends cells where it may end, among them the aim: the first one that is settled is taken
   * @return cells from start to end; empty where there is no way
   */
  public int[] find(RouteGrid grid, int[] starts, int aim, IntPredicate ends)
      throws CancelledException {
    reset();
    int aimColumn = aim % raster.columns();
    int aimRow = aim / raster.columns();
    for (int start : starts) {
      if (grid.isPassable(start)) {
        reach(start, 0, START, grid, aimColumn, aimRow);
      }
    }
    int asked = 0;
    while (!queue.isEmpty()) {
      int cell = queue.removeLeast();
      if ((state[cell] & SETTLED) != 0) {
        continue;
      }
      state[cell] |= SETTLED;
      if (ends.test(cell)) {
        return path(cell, grid);
      }
      if (++asked % ASK_EVERY == 0) {
        context.checkCancelled();
      }
      expand(cell, grid, aimColumn, aimRow);
    }
    return new int[0];
  }

  private void expand(int cell, RouteGrid grid, int aimColumn, int aimRow) {
    int column = cell % raster.columns();
    int row = cell / raster.columns();
    Moves moves = grid.moves();
    boolean inner = moves.allStay(column, row);
    double own = cost[cell];
    for (int move = 0; move < Moves.COUNT; move++) {
      if (inner || moves.stays(column, row, move)) {
        int to = cell + moves.offset(move);
        if ((state[to] & SETTLED) == 0) {
          double through = own + grid.cost(cell, move);
          if (through < cost[to]) {
            reach(to, through, (byte) move, grid, aimColumn, aimRow);
          }
        }
      }
    }
  }

  private void reach(
      int cell, double through, byte how, RouteGrid grid, int aimColumn, int aimRow) {
    if (cost[cell] == Double.POSITIVE_INFINITY) {
      if (touchedCount == touched.length) {
        touched = Arrays.copyOf(touched, 2 * touchedCount);
      }
      touched[touchedCount++] = cell;
    }
    cost[cell] = through;
    state[cell] = how;
    double rest =
        grid.moves()
            .leastCost(cell % raster.columns() - aimColumn, cell / raster.columns() - aimRow);
    queue.add(cell, through + rest);
  }

  private void reset() {
    for (int i = 0; i < touchedCount; i++) {
      cost[touched[i]] = Double.POSITIVE_INFINITY;
      state[touched[i]] = 0;
    }
    touchedCount = 0;
    queue.clear();
  }

  private int[] path(int end, RouteGrid grid) {
    int length = 1;
    for (int cell = end; (state[cell] & START) == 0; cell = before(cell, grid)) {
      length++;
    }
    int[] path = new int[length];
    int cell = end;
    for (int i = length - 1; i > 0; i--) {
      path[i] = cell;
      cell = before(cell, grid);
    }
    path[0] = cell;
    return path;
  }

  private int before(int cell, RouteGrid grid) {
    return cell - grid.moves().offset(state[cell] & ~SETTLED);
  }

  /** Cost of the cheapest way found to a cell in the last search; infinite where there is none. */
  public double costTo(int cell) {
    return cost[cell];
  }

  /** The cell nearest to a place among those that the last search got to, or -1 if to none. */
  int nearestReached(double x, double y) {
    int nearest = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < touchedCount; i++) {
      int cell = touched[i];
      double distance =
          Math.hypot(raster.x(cell % raster.columns()) - x, raster.y(cell / raster.columns()) - y);
      if (distance < least || (distance == least && cell < nearest)) {
        least = distance;
        nearest = cell;
      }
    }
    return nearest;
  }
}
