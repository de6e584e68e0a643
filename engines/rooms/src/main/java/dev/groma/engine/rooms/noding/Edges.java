package dev.groma.engine.rooms.noding;

import dev.groma.engine.rooms.flat.LongList;
import dev.groma.engine.rooms.flat.RadixSort;
import java.util.Arrays;

/**
 * The distinct edges between nodes, sorted by their ends, and for each the segments that run along
 * it. Immutable.
 */
public final class Edges {

  private final int[] from;
  private final int[] to;
  private final int[] sourceStart;
  private final int[] sources;

  private Edges(int[] from, int[] to, int[] sourceStart, int[] sources) {
    this.from = from;
    this.to = to;
    this.sourceStart = sourceStart;
    this.sources = sources;
  }

  /**
   * Dissolves pieces into edges.
   *
   * @param pieces each the {@link #key} of a pair of nodes; the array is used up
   * @param segments the segment that each piece is of; used up
   */
  static Edges dissolve(long[] pieces, int[] segments, int nodeCount) {
    RadixSort.Sorted sorted = RadixSort.sort(pieces, segments);
    long[] keys = sorted.keys();
    int[] sources = sorted.values();
    int distinct = 0;
    for (int i = 0; i < keys.length; i++) {
      distinct += i == 0 || keys[i] != keys[i - 1] ? 1 : 0;
    }
    int[] from = new int[distinct];
    int[] to = new int[distinct];
    int[] start = new int[distinct + 1];
    int bits = bits(nodeCount);
    int kept = 0;
    int next = 0;
    for (int edge = 0; edge < distinct; edge++) {
      long key = keys[next];
      from[edge] = (int) (key >>> bits);
      to[edge] = (int) (key & ((1L << bits) - 1));
      start[edge] = kept;
      int first = next;
      while (next < keys.length && keys[next] == key) {
        next++;
      }
      kept = keepDistinct(sources, first, next, kept);
    }
    start[distinct] = kept;
    return new Edges(
        from, to, start, kept == sources.length ? sources : Arrays.copyOf(sources, kept));
  }

  private static int keepDistinct(int[] sources, int first, int end, int kept) {
    Arrays.sort(sources, first, end);
    int to = kept;
    for (int i = first; i < end; i++) {
      if (to == kept || sources[i] != sources[to - 1]) {
        sources[to++] = sources[i];
      }
    }
    return to;
  }

  /** One number for the edge between two different nodes, whichever comes first. */
  static long key(int first, int second, int nodeCount) {
    return ((long) Math.min(first, second) << bits(nodeCount)) | Math.max(first, second);
  }

  private static int bits(int nodeCount) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(nodeCount);
  }

  /** How many edges; their numbers run from 0. */
  public int count() {
    return from.length;
  }

  /** The end with the lower number. */
  public int from(int edge) {
    return from[edge];
  }

  /** The end with the higher number. */
  public int to(int edge) {
    return to[edge];
  }

  /** How many pieces of segments the edges are dissolved from. */
  public int sourceCount() {
    return sources.length;
  }

  /** Where the edge's segments start among all sources; they end where the next edge's start. */
  public int sourceStart(int edge) {
    return sourceStart[edge];
  }

  /** A segment that runs along an edge; ascending within an edge. */
  public int source(int index) {
    return sources[index];
  }

  /**
   * For every edge whether it is missing among {@code old}, or came about anew after it was split
   * there.
   *
   * @param splits pairs (edge of {@code old}, node), sorted
   */
  boolean[] newSince(Edges old, LongList splits) {
    boolean[] isNew = new boolean[count()];
    int other = 0;
    int split = 0;
    for (int edge = 0; edge < isNew.length; edge++) {
      while (other < old.count() && compare(old, other, edge) < 0) {
        other++;
      }
      while (split < splits.size() && LongList.first(splits.get(split)) < other) {
        split++;
      }
      boolean wasSplit = split < splits.size() && LongList.first(splits.get(split)) == other;
      isNew[edge] = wasSplit || other == old.count() || compare(old, other, edge) != 0;
    }
    return isNew;
  }

  private int compare(Edges old, int other, int edge) {
    int byFrom = Integer.compare(old.from[other], from[edge]);
    return byFrom != 0 ? byFrom : Integer.compare(old.to[other], to[edge]);
  }
}
