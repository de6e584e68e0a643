package dev.groma.engine.sitefit.shape;

import java.util.Arrays;

/**
 * A grid over a shape and its surroundings whose cells know which edges can be the nearest to a
 * point in them, and whether they lie inside as a whole. Cells are numbered in Morton order, so the
 * four quarters of a square follow each other and inherit the edges to choose from.
 */
final class EdgeGrid {

  /** The grid has {@code 2^LEVELS} columns and rows; chosen: finer ones do not pay. */
  private static final int LEVELS = 6;

  private static final int SIDE = 1 << LEVELS;

  /** A share of a distance that covers the rounding of the bounds it is compared with. */
  private static final double ROUNDING = 1e-9;

  private final Shape shape;
  private final Edges edges;
  private final double minX;
  private final double minY;
  private final double extent;

  /** Where a cell's edges begin in {@link #nearest}; the last entry ends the last cell. */
  private final int[] first = new int[SIDE * SIDE + 1];

  private int[] nearest = new int[4 * SIDE * SIDE];

  /** Of a cell: 1 inside, -1 outside, 0 crossed by the boundary. */
  private final byte[] side = new byte[SIDE * SIDE];

  private final double[] distances;

  /**
   * A grid over a square.
   *
   * @param minX its left side
   * @param minY its lower side
   * @param extent its width and height
   */
  EdgeGrid(Shape shape, Edges edges, double minX, double minY, double extent) {
    this.shape = shape;
    this.edges = edges;
    this.minX = minX;
    this.minY = minY;
    this.extent = extent;
    distances = new double[edges.size()];
    build();
  }

  /** The cell around a point; -1 beyond the grid. */
  int cell(double px, double py) {
    double column = (px - minX) / extent * SIDE;
    double row = (py - minY) / extent * SIDE;
    return column >= 0 && row >= 0 && column < SIDE && row < SIDE
        ? spread((int) column) | spread((int) row) << 1
        : -1;
  }

  /** Where a cell's edges begin. */
  int from(int cell) {
    return first[cell];
  }

  /** Where a cell's edges end. */
  int to(int cell) {
    return first[cell + 1];
  }

  /** The edges of all cells, one cell's after another's. Not to be written to. */
  int[] edges() {
    return nearest;
  }

  /** 1 for a cell inside, -1 outside, 0 where the boundary may cross it. */
  int side(int cell) {
    return side[cell];
  }

  private void build() {
    int[][] kept = new int[LEVELS + 1][edges.size()];
    int[] sizes = new int[LEVELS + 1];
    Arrays.setAll(kept[0], edge -> edge);
    sizes[0] = edges.size();
    for (int cell = 0; cell < SIDE * SIDE; cell++) {
      int coarsest = cell == 0 ? 1 : LEVELS - Integer.numberOfTrailingZeros(cell) / 2;
      for (int level = coarsest; level <= LEVELS; level++) {
        sizes[level] = keep(cell, level, kept[level - 1], sizes[level - 1], kept[level]);
      }
      add(cell, kept[LEVELS], sizes[LEVELS]);
    }
  }

  private void add(int cell, int[] kept, int size) {
    first[cell + 1] = first[cell] + size;
    if (first[cell + 1] > nearest.length) {
      nearest = Arrays.copyOf(nearest, 2 * first[cell + 1]);
    }
    System.arraycopy(kept, 0, nearest, first[cell], size);
  }

  /** Keeps the edges that can be the nearest to a point in a square of a level around a cell. */
  private int keep(int cell, int level, int[] from, int size, int[] to) {
    int square = cell >> 2 * (LEVELS - level);
    double width = extent / (1 << level);
    double x = minX + (gathered(square) + 0.5) * width;
    double y = minY + (gathered(square >> 1) + 0.5) * width;
    double radius = width * Math.sqrt(0.5);
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < size; i++) {
      distances[i] = Math.sqrt(edges.squaredDistance(from[i], x, y));
      least = Math.min(least, distances[i]);
    }
    if (level == LEVELS) {
      boolean crossed = least <= radius * (1 + ROUNDING);
      side[cell] = (byte) (crossed ? 0 : shape.contains(x, y) ? 1 : -1);
    }
    double most = (least + 2 * radius) * (1 + ROUNDING);
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (distances[i] <= most) {
        to[kept++] = from[i];
      }
    }
    return kept;
  }

  /** Puts every other bit of a Morton number together. */
  private static int gathered(int morton) {
    int bits = morton & 0x555;
    bits = (bits | bits >> 1) & 0x333;
    bits = (bits | bits >> 2) & 0xF0F;
    return (bits | bits >> 4) & 0x3F;
  }

  /** Puts a zero before every bit. */
  private static int spread(int bits) {
    int spread = (bits | bits << 4) & 0x30F;
    spread = (spread | spread << 2) & 0x333;
    return (spread | spread << 1) & 0x555;
  }
}
