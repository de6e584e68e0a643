package dev.groma.engine.rooms.flat;

/** Sorts ranges of ints by an order of their own: insertion for few, merging for many; stable. */
public final class IntSort {

  /** Below this length insertion is faster than merging; the usual figure. */
  private static final int INSERTION = 16;

  private IntSort() {}

  /** A strict order of ints, such as indexes of something. */
  @FunctionalInterface
  public interface Order {
    /** Whether the first must come before the second; false for equals. */
    boolean isBefore(int first, int second);
  }

  /** Sorts {@code values[start..end)}. */
  public static void sort(int[] values, int start, int end, Order order) {
    if (end - start <= INSERTION) {
      insert(values, start, end, order);
      return;
    }
    int middle = (start + end) >>> 1;
    sort(values, start, middle, order);
    sort(values, middle, end, order);
    if (order.isBefore(values[middle], values[middle - 1])) {
      merge(values, start, middle, end, order);
    }
  }

  private static void insert(int[] values, int start, int end, Order order) {
    for (int i = start + 1; i < end; i++) {
      int value = values[i];
      int at = i;
      while (at > start && order.isBefore(value, values[at - 1])) {
        values[at] = values[at - 1];
        at--;
      }
      values[at] = value;
    }
  }

  private static void merge(int[] values, int start, int middle, int end, Order order) {
    int[] left = new int[middle - start];
    System.arraycopy(values, start, left, 0, left.length);
    int fromLeft = 0;
    int fromRight = middle;
    for (int to = start; fromLeft < left.length; to++) {
      if (fromRight < end && order.isBefore(values[fromRight], left[fromLeft])) {
        values[to] = values[fromRight++];
      } else {
        values[to] = left[fromLeft++];
      }
    }
  }
}
