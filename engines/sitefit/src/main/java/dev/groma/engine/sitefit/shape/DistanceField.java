package dev.groma.engine.sitefit.shape;

import dev.groma.engine.geometry.Bounds;
import java.util.Arrays;

/**
 * Exact distances from points to the boundary of a shape, in a time that hardly depends on the
 * number of its edges: a grid over the shape's surroundings knows for each cell which edges can be
 * the nearest to a point in it, and whether the cell lies inside as a whole. Points beyond the grid
 * are compared with every edge.
 */
public final class DistanceField {

  /**
   * The grid has {@code 2^LEVELS} columns and rows. Chosen: finer ones take longer to build than
   * they save.
   */
  private static final int LEVELS = 6;

  private static final int SIDE = 1 << LEVELS;

  /** A share of a distance that covers the rounding of the bounds it is compared with. */
  private static final double ROUNDING = 1e-9;

  private final Shape shape;
  private final double[] ax;
  private final double[] ay;
  private final double[] dx;
  private final double[] dy;
  private final double[] perSquaredLength;
  private final int[] all;
  private final double minX;
  private final double minY;
  private final double perCell;

  /** Where a cell's edges begin in {@link #nearest}; the last entry ends the last cell. */
  private final int[] first = new int[SIDE * SIDE + 1];

  private int[] nearest = new int[4 * SIDE * SIDE];

  /** Of a cell: 1 inside, -1 outside, 0 crossed by the boundary. */
  private final byte[] side = new byte[SIDE * SIDE];

  /**
   * A field around a shape.
   *
   * @param margin to every side of the shape's bounds in which distances are asked for, metres
   */
  public DistanceField(Shape shape, double margin) {
    this.shape = shape;
    int size = shape.size();
    ax = new double[size];
    ay = new double[size];
    dx = new double[size];
    dy = new double[size];
    perSquaredLength = new double[size];
    all = new int[size];
    for (int edge = 0; edge < size; edge++) {
      ax[edge] = shape.x(edge);
      ay[edge] = shape.y(edge);
      dx[edge] = shape.x(shape.next(edge)) - ax[edge];
      dy[edge] = shape.y(shape.next(edge)) - ay[edge];
      perSquaredLength[edge] = 1 / (dx[edge] * dx[edge] + dy[edge] * dy[edge]);
      all[edge] = edge;
    }
    Bounds bounds = shape.bounds();
    double extent = bounds.extent() + 2 * margin;
    minX = (bounds.minX() + bounds.maxX() - extent) / 2;
    minY = (bounds.minY() + bounds.maxY() - extent) / 2;
    perCell = SIDE / extent;
    build(extent);
  }

  /** Cells in Morton order, so that the four quarters of a square follow each other. */
  private void build(double extent) {
    int[][] candidates = new int[LEVELS + 1][];
    int[] sizes = new int[LEVELS + 1];
    for (int level = 0; level <= LEVELS; level++) {
      candidates[level] = level == 0 ? all : new int[all.length];
    }
    sizes[0] = all.length;
    double[] distances = new double[all.length];
    for (int cell = 0; cell < SIDE * SIDE; cell++) {
      int changed = cell == 0 ? 1 : LEVELS - (Integer.numberOfTrailingZeros(cell) >> 1);
      for (int level = changed; level <= LEVELS; level++) {
        double width = extent / (1 << level);
        int within = cell >> 2 * (LEVELS - level);
        double x = minX + (column(within) + 0.5) * width;
        double y = minY + (column(within >> 1) + 0.5) * width;
        sizes[level] =
            keepNearest(
                candidates[level - 1],
                sizes[level - 1],
                candidates[level],
                distances,
                x,
                y,
                width * Math.sqrt(0.5));
        if (level == LEVELS) {
          boolean crossed = distances[0] <= width * Math.sqrt(0.5) * (1 + ROUNDING);
          side[cell] = (byte) (crossed ? 0 : shape.contains(x, y) ? 1 : -1);
        }
      }
      int size = sizes[LEVELS];
      first[cell + 1] = first[cell] + size;
      if (first[cell + 1] > nearest.length) {
        nearest = Arrays.copyOf(nearest, 2 * first[cell + 1]);
      }
      System.arraycopy(candidates[LEVELS], 0, nearest, first[cell], size);
    }
  }

  /**
   * Keeps the edges that can be the nearest to a point within a radius around a middle.
   *
   * @param distances working space; the first becomes the least
   * @return how many are kept
   */
  private int keepNearest(
      int[] from, int size, int[] to, double[] distances, double x, double y, double radius) {
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < size; i++) {
      distances[i] = Math.sqrt(squaredDistance(from[i], x, y));
      least = Math.min(least, distances[i]);
    }
    double most = (least + 2 * radius) * (1 + ROUNDING);
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (distances[i] <= most) {
        to[kept++] = from[i];
      }
    }
    distances[0] = least;
    return kept;
  }

  /** Every other bit of a Morton number. */
  private static int column(int morton) {
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

  /** The cell around a point; -1 beyond the grid. */
  private int cell(double px, double py) {
    double column = (px - minX) * perCell;
    double row = (py - minY) * perCell;
    return column >= 0 && row >= 0 && column < SIDE && row < SIDE
        ? spread((int) column) | spread((int) row) << 1
        : -1;
  }

  private double squaredDistance(int edge, double px, double py) {
    double fromX = px - ax[edge];
    double fromY = py - ay[edge];
    double share = share(edge, fromX, fromY);
    fromX -= share * dx[edge];
    fromY -= share * dy[edge];
    return fromX * fromX + fromY * fromY;
  }

  /** The shape. */
  public Shape shape() {
    return shape;
  }

  /** From a point to the boundary: positive inside, negative outside. */
  public double signedDistance(double px, double py) {
    int cell = cell(px, py);
    if (cell < 0) {
      return -Math.sqrt(squaredDistance(leastOf(all, 0, all.length, px, py), px, py));
    }
    int edge = leastOf(nearest, first[cell], first[cell + 1], px, py);
    double distance = Math.sqrt(squaredDistance(edge, px, py));
    boolean inside = side[cell] == 0 ? isLeftOf(edge, px, py) : side[cell] > 0;
    return inside ? distance : -distance;
  }

  /**
   * A distance and which way it grows.
   *
   * @param distance to the boundary: positive inside, negative outside
   * @param x of the unit vector from the nearest point of the boundary; 0 on the boundary
   * @param y of the same
   */
  public record Sounding(double distance, double x, double y) {}

  /** The signed distance with its direction. */
  public Sounding sounding(double px, double py) {
    int cell = cell(px, py);
    int edge =
        cell < 0
            ? leastOf(all, 0, all.length, px, py)
            : leastOf(nearest, first[cell], first[cell + 1], px, py);
    boolean inside = cell >= 0 && (side[cell] == 0 ? isLeftOf(edge, px, py) : side[cell] > 0);
    double share = share(edge, px - ax[edge], py - ay[edge]);
    double awayX = px - ax[edge] - share * dx[edge];
    double awayY = py - ay[edge] - share * dy[edge];
    double distance = Math.sqrt(awayX * awayX + awayY * awayY);
    double unit = distance > 0 ? 1 / distance : 0;
    return new Sounding(inside ? distance : -distance, awayX * unit, awayY * unit);
  }

  /**
   * No point of a square lies farther inside than this. Half the sum of the distances to two edges
   * bounds the smaller of them, and between edges that face each other it hardly changes.
   *
   * @param middle at the middle of the square
   * @param half of its side
   */
  public double mostWithin(double px, double py, Sounding middle, double half) {
    double reach = half * Math.sqrt(2);
    double most = middle.distance + reach;
    int cell = cell(px, py);
    if (cell < 0 || middle.distance < 2 * reach) {
      return most;
    }
    for (int i = first[cell]; i < first[cell + 1]; i++) {
      int edge = nearest[i];
      double share = share(edge, px - ax[edge], py - ay[edge]);
      double awayX = px - ax[edge] - share * dx[edge];
      double awayY = py - ay[edge] - share * dy[edge];
      double distance = Math.sqrt(awayX * awayX + awayY * awayY);
      most =
          Math.min(
              most,
              mostBetween(
                  middle, new Sounding(distance, awayX / distance, awayY / distance), half));
    }
    return most;
  }

  /**
   * In a square, no point is farther than this from both of two points.
   *
   * @param one from the middle of the square, farther than its corners by a factor of 2 or more
   * @param other likewise
   * @param half of the square's side
   */
  public static double mostBetween(Sounding one, Sounding other, double half) {
    double slope = Math.abs(one.x + other.x) + Math.abs(one.y + other.y);
    // A distance d changes by its slope and by no more than the square of the motion over d.
    double bend = half * (1 / one.distance + 1 / other.distance);
    return (one.distance + other.distance + half * slope) / 2 + half * bend;
  }

  private double share(int edge, double fromX, double fromY) {
    double along = (fromX * dx[edge] + fromY * dy[edge]) * perSquaredLength[edge];
    return Math.max(0, Math.min(1, along));
  }

  private int leastOf(int[] edges, int from, int to, double px, double py) {
    double least = Double.POSITIVE_INFINITY;
    int leastEdge = edges[from];
    for (int i = from; i < to; i++) {
      double squared = squaredDistance(edges[i], px, py);
      if (squared < least) {
        least = squared;
        leastEdge = edges[i];
      }
    }
    return leastEdge;
  }

  /** Whether a point lies inside, from its nearest edge; where that ends nearest, from all. */
  private boolean isLeftOf(int edge, double px, double py) {
    double fromX = px - ax[edge];
    double fromY = py - ay[edge];
    double along = (fromX * dx[edge] + fromY * dy[edge]) * perSquaredLength[edge];
    return along > 0 && along < 1
        ? dx[edge] * fromY - dy[edge] * fromX > 0
        : shape.contains(px, py);
  }
}
