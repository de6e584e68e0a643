package dev.groma.engine.rooms.flat;

import java.util.Arrays;

/** A growable list of longs; mostly of two ints in one. */
public final class LongList {

  private long[] values;
  private int size;

  /** An empty list with room for {@code capacity} values before it has to grow. */
  public LongList(int capacity) {
    values = new long[Math.max(capacity, 8)];
  }

  /** Two ints as one long that sorts by the first, then by the second; neither may be negative. */
  public static long pair(int first, int second) {
    return ((long) first << 32) | second;
  }

  /** The first of a {@link #pair}. */
  public static int first(long pair) {
    return (int) (pair >>> 32);
  }

  /** The second of a {@link #pair}. */
  public static int second(long pair) {
    return (int) pair;
  }

  /** Appends a value. */
  public void add(long value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size + (size >> 1));
    }
    values[size++] = value;
  }

  /** The value at an index below {@link #size()}. */
  public long get(int index) {
    return values[index];
  }

  /** How many values. */
  public int size() {
    return size;
  }

  /** Sorts ascending and keeps each value once. */
  public void sortUnique() {
    Arrays.sort(values, 0, size);
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (kept == 0 || values[i] != values[kept - 1]) {
        values[kept++] = values[i];
      }
    }
    size = kept;
  }
}
