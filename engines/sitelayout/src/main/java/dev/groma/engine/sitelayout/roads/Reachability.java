package dev.groma.engine.sitelayout.roads;

import dev.groma.engine.CancelledException;
import dev.groma.engine.EngineContext;
import dev.groma.engine.sitelayout.ground.Raster;
import dev.groma.engine.sitelayout.placement.Reach;
import java.util.Arrays;
import java.util.BitSet;

/** The cells to which a road from the entry can get at all, by any way. */
public final class Reachability implements Reach {

  private final BitSet reached;

  private Reachability(BitSet reached) {
    this.reached = reached;
  }

  /** Floods the grid from a cell; nothing is reached from -1. */
  public static Reachability from(int entry, RouteGrid grid, EngineContext context)
      throws CancelledException {
    Raster raster = grid.raster();
    BitSet reached = new BitSet(raster.size());
    Moves moves = grid.moves();
    int[] stack = new int[1024];
    int size = 0;
    if (entry >= 0) {
      reached.set(entry);
      stack[size++] = entry;
    }
    int asked = 0;
    while (size > 0) {
      int cell = stack[--size];
      if (++asked % 4096 == 0) {
        context.checkCancelled();
      }
      int column = cell % raster.columns();
      int row = cell / raster.columns();
      boolean inner = moves.allStay(column, row);
      for (int move = 0; move < Moves.COUNT; move++) {
        if (!inner && !moves.stays(column, row, move)) {
          continue;
        }
        int to = cell + moves.offset(move);
        if (!reached.get(to) && grid.cost(cell, move) < Double.POSITIVE_INFINITY) {
          reached.set(to);
          if (size == stack.length) {
            stack = Arrays.copyOf(stack, 2 * size);
          }
          stack[size++] = to;
        }
      }
    }
    return new Reachability(reached);
  }

  @Override
  public boolean reaches(int cell) {
    return reached.get(cell);
  }
}
