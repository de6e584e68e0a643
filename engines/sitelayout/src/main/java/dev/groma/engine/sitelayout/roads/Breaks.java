package dev.groma.engine.sitelayout.roads;

import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Break points of one side of a convex, piecewise linear function, the one nearest to its minimum
 * on top; all can be shifted at once. At each the slope changes by its weight.
 */
final class Breaks {

  private final PriorityQueue<Break> heap;
  private final double none;
  private double shift;

  private record Break(double at, double weight) {}

  /**
   * No break points.
   *
   * @param direction 1 for the rising side, whose least is on top; -1 for the falling side
   */
  Breaks(int direction) {
    Comparator<Break> byPlace = Comparator.comparingDouble(Break::at);
    none = direction * Double.POSITIVE_INFINITY;
    heap = new PriorityQueue<>(direction > 0 ? byPlace : byPlace.reversed());
  }

  void shift(double by) {
    shift += by;
  }

  void add(double at, double weight) {
    if (weight > 0) {
      heap.add(new Break(at - shift, weight));
    }
  }

  /** The end of the minimum on this side; infinite where the function never rises there. */
  double top() {
    Break top = heap.peek();
    return top == null ? none : top.at() + shift;
  }

  /** Takes so much weight off the top and hands it to the other side. */
  void moveTo(Breaks other, double weight) {
    double left = weight;
    while (left > 0) {
      Break top = heap.remove();
      double part = Math.min(left, top.weight());
      other.add(top.at() + shift, part);
      if (top.weight() > part) {
        heap.add(new Break(top.at(), top.weight() - part));
      }
      left -= part;
    }
  }
}
