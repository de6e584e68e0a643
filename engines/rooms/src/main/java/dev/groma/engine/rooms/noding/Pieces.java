package dev.groma.engine.rooms.noding;

import java.util.Arrays;

/** Collects pieces of segments, each between two nodes, until they are dissolved into edges. */
final class Pieces {

  private final int nodeCount;
  private long[] keys;
  private int[] segments;
  private int size;

  Pieces(int capacity, int nodeCount) {
    this.nodeCount = nodeCount;
    keys = new long[Math.max(capacity, 8)];
    segments = new int[keys.length];
  }

  void add(int from, int to, int segment) {
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, size + (size >> 1));
      segments = Arrays.copyOf(segments, keys.length);
    }
    keys[size] = Edges.key(from, to, nodeCount);
    segments[size++] = segment;
  }

  boolean isEmpty() {
    return size == 0;
  }

  void addAll(Edges edges) {
    for (int edge = 0; edge < edges.count(); edge++) {
      for (int i = edges.sourceStart(edge); i < edges.sourceStart(edge + 1); i++) {
        add(edges.from(edge), edges.to(edge), edges.source(i));
      }
    }
  }

  /** Ends the collection. */
  Edges dissolve() {
    if (size < keys.length) {
      keys = Arrays.copyOf(keys, size);
      segments = Arrays.copyOf(segments, size);
    }
    return Edges.dissolve(keys, segments, nodeCount);
  }
}
