package dev.groma.engine.rooms.noding;

import dev.groma.engine.rooms.flat.IntList;
import java.util.Arrays;

/**
 * The nodes of a drawing, with a hash grid to find those near a point.
 *
 * <p>The grid costs nothing where there are no nodes, whatever the extent of the plan. Nodes keep
 * the number and place they were added with.
 */
public final class Nodes {

  /**
   * Side of a grid cell over the radius of search. Chosen: a search looks into 1.3 cells on
   * average, and a cell of a plan that has rooms rather than a cloud of ends holds one node.
   */
  private static final double CELL = 16;

  private static final int NONE = -1;

  private final double radius;
  private final double noise;
  private final double cellsPerUnit;
  private double[] x = new double[1024];
  private double[] y = new double[1024];
  private boolean[] isJoint = new boolean[1024];
  private int[] nextInBucket = new int[1024];
  private int[] buckets = new int[2048];
  private int size;

  /**
   * No nodes yet.
   *
   * @param radius how far nodes attract
   * @param noise how far joints attract
   */
  Nodes(double radius, double noise) {
    this.radius = radius;
    this.noise = noise;
    cellsPerUnit = 1 / (CELL * radius);
    Arrays.fill(buckets, NONE);
  }

  /** How many nodes; their numbers run from 0. */
  public int size() {
    return size;
  }

  /** x of a node in the frame. */
  public double x(int node) {
    return x[node];
  }

  /** y of a node in the frame. */
  public double y(int node) {
    return y[node];
  }

  /** Squared distance of two nodes. */
  public double distanceSquared(int first, int second) {
    double dx = x[first] - x[second];
    double dy = y[first] - y[second];
    return dx * dx + dy * dy;
  }

  /** How far a node attracts walls and other nodes. */
  double reach(int node) {
    return isJoint[node] ? noise : radius;
  }

  /** Adds a node, however near it may be to another, and returns its number. */
  int add(double px, double py, boolean joint) {
    if (size == x.length) {
      grow();
    }
    x[size] = px;
    y[size] = py;
    isJoint[size] = joint;
    link(size);
    return size++;
  }

  /** The nearest node within whose reach a point is, the first of equals; -1 when there is none. */
  int nearest(double px, double py) {
    int nearest = NONE;
    double best = Double.POSITIVE_INFINITY;
    long lastColumn = cell(px + radius);
    long lastRow = cell(py + radius);
    for (long column = cell(px - radius); column <= lastColumn; column++) {
      for (long row = cell(py - radius); row <= lastRow; row++) {
        for (int node = buckets[bucket(column, row)]; node != NONE; node = nextInBucket[node]) {
          double distance = distanceSquared(node, px, py);
          double reach = reach(node);
          if (distance <= reach * reach
              && (distance < best || (distance == best && node < nearest))) {
            best = distance;
            nearest = node;
          }
        }
      }
    }
    return nearest;
  }

  /** Adds every node within a distance to {@code found}, in no order; some perhaps twice. */
  void within(double distance, double px, double py, IntList found) {
    long lastColumn = cell(px + distance);
    long lastRow = cell(py + distance);
    for (long column = cell(px - distance); column <= lastColumn; column++) {
      for (long row = cell(py - distance); row <= lastRow; row++) {
        for (int node = buckets[bucket(column, row)]; node != NONE; node = nextInBucket[node]) {
          if (distanceSquared(node, px, py) <= distance * distance) {
            found.add(node);
          }
        }
      }
    }
  }

  /** Squared distance of a node from a point. */
  double distanceSquared(int node, double px, double py) {
    double dx = x[node] - px;
    double dy = y[node] - py;
    return dx * dx + dy * dy;
  }

  private void grow() {
    int capacity = 2 * size;
    x = Arrays.copyOf(x, capacity);
    y = Arrays.copyOf(y, capacity);
    isJoint = Arrays.copyOf(isJoint, capacity);
    nextInBucket = new int[capacity];
    buckets = new int[2 * capacity];
    Arrays.fill(buckets, NONE);
    for (int node = 0; node < size; node++) {
      link(node);
    }
  }

  private void link(int node) {
    int bucket = bucket(cell(x[node]), cell(y[node]));
    nextInBucket[node] = buckets[bucket];
    buckets[bucket] = node;
  }

  private long cell(double coordinate) {
    return (long) Math.floor(coordinate * cellsPerUnit);
  }

  /** Fibonacci hashing of a cell; the number of buckets is a power of two. */
  private int bucket(long column, long row) {
    long hash = (column * 0x9E3779B97F4A7C15L + row) * 0xC2B2AE3D27D4EB4FL;
    return (int) (hash >>> 32) & (buckets.length - 1);
  }
}
