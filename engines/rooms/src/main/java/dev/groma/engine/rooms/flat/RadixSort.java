package dev.groma.engine.rooms.flat;

/**
 * Sorts keys that carry an int each, by least significant digit first: stable, linear, without a
 * comparison.
 */
public final class RadixSort {

  /** Bits of a digit: the 2048 counters of a pass fit into the first-level cache. */
  private static final int DIGIT = 11;

  private RadixSort() {}

  /**
   * Sorts {@code keys} ascending and {@code values} along with them; equal keys keep their order.
   *
   * @param keys not negative
   * @param values as many as keys
   * @return the sorted arrays, which may or may not be the ones handed in
   */
  public static Sorted sort(long[] keys, int[] values) {
    long all = 0;
    for (long key : keys) {
      all |= key;
    }
    long[] fromKeys = keys;
    int[] fromValues = values;
    long[] toKeys = new long[keys.length];
    int[] toValues = new int[keys.length];
    for (int shift = 0; shift < Long.SIZE && all >>> shift != 0; shift += DIGIT) {
      int[] place = new int[1 << DIGIT];
      for (long key : fromKeys) {
        place[digit(key, shift)]++;
      }
      if (place[digit(fromKeys[0], shift)] == fromKeys.length) {
        continue;
      }
      int start = 0;
      for (int digit = 0; digit < place.length; digit++) {
        int count = place[digit];
        place[digit] = start;
        start += count;
      }
      for (int i = 0; i < fromKeys.length; i++) {
        int to = place[digit(fromKeys[i], shift)]++;
        toKeys[to] = fromKeys[i];
        toValues[to] = fromValues[i];
      }
      long[] spareKeys = fromKeys;
      int[] spareValues = fromValues;
      fromKeys = toKeys;
      fromValues = toValues;
      toKeys = spareKeys;
      toValues = spareValues;
    }
    return new Sorted(fromKeys, fromValues);
  }

  private static int digit(long key, int shift) {
    return (int) (key >>> shift) & ((1 << DIGIT) - 1);
  }

  /** Keys in ascending order and the values that belong to them. */
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  public record Sorted(long[] keys, int[] values) {}
}
