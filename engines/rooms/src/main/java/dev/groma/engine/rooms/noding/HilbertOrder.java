package dev.groma.engine.rooms.noding;

import dev.groma.engine.rooms.flat.IntSort;
import dev.groma.engine.rooms.flat.RadixSort;

/**
 * Sorts points along a Hilbert curve: an order that depends on the set of points only, and in which
 * neighbours in the plane are mostly neighbours in memory.
 */
final class HilbertOrder {

  /** Cells of the curve along one side. */
  private static final double SIDE = 1 << 16;

  private HilbertOrder() {}

  /**
   * The indexes of the points x0, y0, x1, y1, ... in order; points in one cell of the curve by x,
   * then by y. The order among equal points is that of their indexes.
   */
  static int[] of(double[] xy, int count) {
    double minX = Double.POSITIVE_INFINITY;
    double minY = Double.POSITIVE_INFINITY;
    double maxX = Double.NEGATIVE_INFINITY;
    double maxY = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < count; i++) {
      minX = Math.min(minX, xy[2 * i]);
      maxX = Math.max(maxX, xy[2 * i]);
      minY = Math.min(minY, xy[2 * i + 1]);
      maxY = Math.max(maxY, xy[2 * i + 1]);
    }
    double extent = Math.max(maxX - minX, maxY - minY);
    double scale = extent > 0 ? (SIDE - 1) / extent : 0;
    long[] codes = new long[count];
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      codes[i] = code((int) ((xy[2 * i] - minX) * scale), (int) ((xy[2 * i + 1] - minY) * scale));
      order[i] = i;
    }
    RadixSort.Sorted sorted = RadixSort.sort(codes, order);
    sortRuns(sorted, xy);
    return sorted.values();
  }

  /**
   * Place along the curve of a cell, both numbers below 2^16. Without a branch: source:
   * rawrunprotected, "2D Hilbert curves in O(1)", public domain, as used by flatbush.
   */
  static long code(int x, int y) {
    int a = x ^ y;
    int b = 0xFFFF ^ a;
    int c = 0xFFFF ^ (x | y);
    int d = x & (y ^ 0xFFFF);
    int bigA = a | (b >> 1);
    int bigB = (a >> 1) ^ a;
    int bigC = ((c >> 1) ^ (b & (d >> 1))) ^ c;
    int bigD = ((a & (c >> 1)) ^ (d >> 1)) ^ d;
    for (int shift = 2; shift <= 4; shift *= 2) {
      a = bigA;
      b = bigB;
      c = bigC;
      d = bigD;
      bigA = (a & (a >> shift)) ^ (b & (b >> shift));
      bigB = (a & (b >> shift)) ^ (b & ((a ^ b) >> shift));
      bigC ^= (a & (c >> shift)) ^ (b & (d >> shift));
      bigD ^= (b & (c >> shift)) ^ ((a ^ b) & (d >> shift));
    }
    a = bigA;
    b = bigB;
    c = bigC;
    d = bigD;
    bigC ^= (a & (c >> 8)) ^ (b & (d >> 8));
    bigD ^= (b & (c >> 8)) ^ ((a ^ b) & (d >> 8));
    a = bigC ^ (bigC >> 1);
    b = bigD ^ (bigD >> 1);
    int even = x ^ y;
    int odd = b | (0xFFFF ^ (even | a));
    return ((long) spread(odd) << 1 | spread(even)) & 0xFFFFFFFFL;
  }

  /** Sixteen bits to the even places of thirty-two. */
  private static int spread(int bits) {
    int v = bits & 0xFFFF;
    v = (v | (v << 8)) & 0x00FF00FF;
    v = (v | (v << 4)) & 0x0F0F0F0F;
    v = (v | (v << 2)) & 0x33333333;
    return (v | (v << 1)) & 0x55555555;
  }

  private static void sortRuns(RadixSort.Sorted sorted, double[] xy) {
    long[] codes = sorted.keys();
    int[] order = sorted.values();
    IntSort.Order byXThenY =
        (first, second) ->
            xy[2 * first] < xy[2 * second]
                || (xy[2 * first] == xy[2 * second] && xy[2 * first + 1] < xy[2 * second + 1]);
    int start = 0;
    for (int end = 1; end <= codes.length; end++) {
      if (end == codes.length || codes[end] != codes[start]) {
        IntSort.sort(order, start, end, byXThenY);
        start = end;
      }
    }
  }
}
