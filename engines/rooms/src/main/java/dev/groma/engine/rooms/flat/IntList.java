package dev.groma.engine.rooms.flat;

import java.util.Arrays;

/** A growable list of ints. */
public final class IntList {

  private int[] values;
  private int size;

  /** An empty list with room for {@code capacity} values before it has to grow. */
  public IntList(int capacity) {
    values = new int[Math.max(capacity, 8)];
  }

  /** Appends a value. */
  public void add(int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size + (size >> 1));
    }
    values[size++] = value;
  }

  /** The value at an index below {@link #size()}. */
  public int get(int index) {
    return values[index];
  }

  /** Shortens the list to its first {@code newSize} values. */
  public void truncate(int newSize) {
    size = newSize;
  }

  /** How many values. */
  public int size() {
    return size;
  }

  /** The values in a new array. */
  public int[] toArray() {
    return Arrays.copyOf(values, size);
  }
}
