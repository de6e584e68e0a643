package dev.groma.engine.rooms.adjacency;

import dev.groma.engine.rooms.flat.LongList;
import dev.groma.engine.rooms.flat.RadixSort;
import java.util.Arrays;

/** Sums lengths by ordered pairs of faces. */
final class Contacts {

  private final LongList pairs = new LongList(64);
  private double[] lengths = new double[64];

  /** Adds a length to the pair, in both directions. */
  void add(int first, int second, double length) {
    addOneWay(first, second, length);
    addOneWay(second, first, length);
  }

  private void addOneWay(int from, int to, double length) {
    int at = pairs.size();
    if (at == lengths.length) {
      lengths = Arrays.copyOf(lengths, 2 * at);
    }
    lengths[at] = length;
    pairs.add(LongList.pair(from, to));
  }

  /** Sorted by the first face, then by the second, each pair once. */
  Sums sums(int faceCount) {
    int size = pairs.size();
    long[] keys = new long[size];
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      keys[i] = pairs.get(i);
      order[i] = i;
    }
    RadixSort.Sorted sorted = RadixSort.sort(keys, order);
    int[] start = new int[faceCount + 1];
    int[] other = new int[size];
    double[] sum = new double[size];
    int kept = 0;
    int next = 0;
    for (int face = 0; face < faceCount; face++) {
      start[face] = kept;
      while (next < size && LongList.first(sorted.keys()[next]) == face) {
        int to = LongList.second(sorted.keys()[next]);
        double length = lengths[sorted.values()[next++]];
        if (kept > start[face] && other[kept - 1] == to) {
          sum[kept - 1] += length;
        } else {
          other[kept] = to;
          sum[kept++] = length;
        }
      }
    }
    start[faceCount] = kept;
    return new Sums(start, other, sum);
  }

  /**
   * The others of face f are {@code other[start[f]]} to {@code other[start[f + 1] - 1]}, each with
   * its length.
   */
  @SuppressWarnings("ArrayRecordComponent") // read in place, never compared
  record Sums(int[] start, int[] other, double[] length) {}
}
