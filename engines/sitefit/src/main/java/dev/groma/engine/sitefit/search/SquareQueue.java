package dev.groma.engine.sitefit.search;

import java.util.Arrays;

/** Numbers of squares, the one with the highest bound first: a binary heap without objects. */
final class SquareQueue {

  private double[] bounds = new double[64];
  private int[] squares = new int[64];
  private int size;

  boolean isEmpty() {
    return size == 0;
  }

  void clear() {
    size = 0;
  }

  /** The highest bound; there must be one. */
  double highest() {
    return bounds[0];
  }

  void add(int square, double bound) {
    if (size == bounds.length) {
      bounds = Arrays.copyOf(bounds, 2 * size);
      squares = Arrays.copyOf(squares, 2 * size);
    }
    int at = size++;
    while (at > 0 && bounds[(at - 1) / 2] < bound) {
      move((at - 1) / 2, at);
      at = (at - 1) / 2;
    }
    bounds[at] = bound;
    squares[at] = square;
  }

  /** Takes the square with the highest bound out; there must be one. */
  int remove() {
    int removed = squares[0];
    double bound = bounds[--size];
    int at = 0;
    for (int below = 1; below < size; below = 2 * at + 1) {
      if (below + 1 < size && bounds[below + 1] > bounds[below]) {
        below++;
      }
      if (bounds[below] <= bound) {
        break;
      }
      move(below, at);
      at = below;
    }
    bounds[at] = bound;
    squares[at] = squares[size];
    return removed;
  }

  private void move(int from, int to) {
    bounds[to] = bounds[from];
    squares[to] = squares[from];
  }
}
