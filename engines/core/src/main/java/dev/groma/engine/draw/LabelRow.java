package dev.groma.engine.draw;

import dev.groma.engine.geometry.Points;
import java.util.Arrays;

/**
 * A horizontal band through a polygon: the pieces that lines take up, and the gaps between them.
 */
final class LabelRow {

  private final double y;
  private final double half;
  private double[][] taken = new double[8][];
  private double[] crossings = new double[8];
  private int takenCount;
  private int crossingCount;

  /**
   * A row without lines yet.
   *
   * @param y of its middle
   * @param half of its height
   */
  LabelRow(double y, double half) {
    this.y = y;
    this.half = half;
  }

  /** What to do with a gap. */
  interface GapVisitor {
    void visit(double from, double to);
  }

  /**
   * Adds a line.
   *
   * @param isBoundary whether it is a ring that parts inside from outside
   */
  void add(Points line, boolean isBoundary) {
    for (int i = 1; i < line.size(); i++) {
      addEdge(line.x(i - 1), line.y(i - 1), line.x(i), line.y(i), isBoundary);
    }
  }

  private void addEdge(double x1, double y1, double x2, double y2, boolean isBoundary) {
    double low = Math.max(Math.min(y1, y2), y - half);
    double high = Math.min(Math.max(y1, y2), y + half);
    if (low > high) {
      return;
    }
    double slope = y1 == y2 ? 0 : (x2 - x1) / (y2 - y1);
    double xLow = y1 == y2 ? x1 : x1 + (low - y1) * slope;
    double xHigh = y1 == y2 ? x2 : x1 + (high - y1) * slope;
    if (takenCount == taken.length) {
      taken = Arrays.copyOf(taken, 2 * takenCount);
    }
    taken[takenCount++] = new double[] {Math.min(xLow, xHigh), Math.max(xLow, xHigh)};
    if (isBoundary && y1 > y != y2 > y) {
      if (crossingCount == crossings.length) {
        crossings = Arrays.copyOf(crossings, 2 * crossingCount);
      }
      crossings[crossingCount++] = x1 + (y - y1) * slope;
    }
  }

  /** Visits the gaps inside the polygon that are so wide or wider, from left to right. */
  void gaps(double width, GapVisitor visitor) {
    Arrays.sort(taken, 0, takenCount, (a, b) -> Double.compare(a[0], b[0]));
    double from = Double.POSITIVE_INFINITY;
    for (int i = 0; i < takenCount; i++) {
      double to = taken[i][0];
      if (to - from >= width && isInside((from + to) / 2)) {
        visitor.visit(from, to);
      }
      from = i == 0 ? taken[i][1] : Math.max(from, taken[i][1]);
    }
  }

  private boolean isInside(double x) {
    boolean inside = false;
    for (int i = 0; i < crossingCount; i++) {
      inside ^= crossings[i] < x;
    }
    return inside;
  }
}
