package dev.groma.engine.sitefit.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The cells that were not split. Those whose bound is no higher than what was found wait beside the
 * queue: what was found may be taken, and then they count again.
 */
final class Frontier {

  private static final Comparator<Cell> HIGHEST_FIRST = Frontier::compare;

  private final PriorityQueue<Cell> queue = new PriorityQueue<>(HIGHEST_FIRST);
  private final List<Cell> waiting = new ArrayList<>();

  private static int compare(Cell one, Cell other) {
    if (one.bound() != other.bound()) {
      return one.bound() > other.bound() ? -1 : 1;
    }
    int byRotation = Double.compare(one.sector().degrees(), other.sector().degrees());
    int byX = byRotation != 0 ? byRotation : Double.compare(one.x(), other.x());
    return byX != 0 ? byX : Double.compare(one.y(), other.y());
  }

  void add(Cell cell, double floor) {
    if (cell.bound() > floor) {
      queue.add(cell);
    } else {
      waiting.add(cell);
    }
  }

  /** Takes the cell with the highest bound out, if that is above the floor; else null. */
  @Nullable Cell next(double floor) {
    Cell first = queue.peek();
    return first == null || first.bound() <= floor ? null : queue.poll();
  }

  /** Lets those that wait count again if their bound is above the floor. */
  void reopen(double floor) {
    waiting.removeIf(cell -> cell.bound() > floor && queue.add(cell));
  }
}
