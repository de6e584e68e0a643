package dev.groma.engine.sitelayout.roads;

import java.util.Arrays;

/** Cells by cost, the least first, among equals the one with the smaller number: a 4-ary heap. */
final class RouteQueue {

  private double[] keys = new double[1024];
  private int[] cells = new int[1024];
  private int size;

  boolean isEmpty() {
    return size == 0;
  }

  void clear() {
    size = 0;
  }

  void add(int cell, double key) {
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, 2 * size);
      cells = Arrays.copyOf(cells, 2 * size);
    }
    int at = size++;
    while (at > 0) {
      int parent = (at - 1) >> 2;
      if (!isBefore(key, cell, keys[parent], cells[parent])) {
        break;
      }
      keys[at] = keys[parent];
      cells[at] = cells[parent];
      at = parent;
    }
    keys[at] = key;
    cells[at] = cell;
  }

  int removeLeast() {
    int least = cells[0];
    size--;
    double key = keys[size];
    int cell = cells[size];
    int at = 0;
    while (true) {
      int child = 4 * at + 1;
      if (child >= size) {
        break;
      }
      int end = Math.min(child + 4, size);
      int best = child;
      for (int other = child + 1; other < end; other++) {
        if (isBefore(keys[other], cells[other], keys[best], cells[best])) {
          best = other;
        }
      }
      if (!isBefore(keys[best], cells[best], key, cell)) {
        break;
      }
      keys[at] = keys[best];
      cells[at] = cells[best];
      at = best;
    }
    keys[at] = key;
    cells[at] = cell;
    return least;
  }

  private static boolean isBefore(double key, int cell, double otherKey, int otherCell) {
    return key < otherKey || (key == otherKey && cell < otherCell);
  }
}
