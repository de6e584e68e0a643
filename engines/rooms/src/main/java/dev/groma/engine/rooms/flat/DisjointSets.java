package dev.groma.engine.rooms.flat;

/** Union-find with path halving. */
public final class DisjointSets {

  private final int[] parent;

  /** Every number below {@code size} in a set of its own. */
  public DisjointSets(int size) {
    parent = new int[size];
    for (int i = 0; i < size; i++) {
      parent[i] = i;
    }
  }

  /** The lowest number of the set that a number is in. */
  public int find(int number) {
    int at = number;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  /** Joins two sets; false when they were one already. */
  public boolean join(int first, int second) {
    int a = find(first);
    int b = find(second);
    parent[Math.max(a, b)] = Math.min(a, b);
    return a != b;
  }
}
