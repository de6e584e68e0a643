package dev.groma.engine.draw;

import dev.groma.engine.geometry.Points;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place inside a polygon where a label of some size fits.
 *
 * <p>Looks along rows through the polygon for gaps between the edges, as wide as the label and
 * higher than it where possible, and takes the one whose row is nearest to the middle. Exact in
 * that a label at the spot crosses no edge; not exact in that a spot may exist where none of the
 * rows meets it. Takes time in proportion to rows times vertices.
 *
 * @param x of the label's middle
 * @param y of the label's middle
 */
public record LabelSpot(double x, double y) {

  /** Rows tried; chosen: a label seldom needs a finer search, and a plan has hundreds of rooms. */
  private static final int ROWS = 16;

  /** Heights of free space tried, in label heights: first with room to breathe. */
  private static final double[] SPACE = {3, 2, 1.4, 1.05};

  /**
   * Finds a spot.
   *
   * @param shell ring around the polygon, in page units, repeating its first point
   * @param holes rings inside it
   * @return null where the label does not fit
   */
  public static @Nullable LabelSpot find(
      Points shell, List<Points> holes, double width, double height) {
    double minY = Double.POSITIVE_INFINITY;
    double maxY = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < shell.size(); i++) {
      minY = Math.min(minY, shell.y(i));
      maxY = Math.max(maxY, shell.y(i));
    }
    for (double space : SPACE) {
      double band = height * space;
      if (band > maxY - minY) {
        continue;
      }
      LabelSpot spot = search(shell, holes, width * 1.1, band, minY, maxY);
      if (spot != null) {
        return spot;
      }
    }
    return null;
  }

  /** Rows from the middle outwards, upwards first; the widest gap of the first row that has one. */
  private static @Nullable LabelSpot search(
      Points shell, List<Points> holes, double width, double band, double minY, double maxY) {
    double middle = (minY + maxY) / 2;
    double step = (maxY - minY - band) / ROWS;
    for (int row = 0; row <= ROWS; row++) {
      double y = middle + (row % 2 == 0 ? 1 : -1) * ((row + 1) / 2) * step;
      LabelSpot spot = widestGap(shell, holes, width, y, band);
      if (spot != null) {
        return spot;
      }
    }
    return null;
  }

  private static @Nullable LabelSpot widestGap(
      Points shell, List<Points> holes, double width, double y, double band) {
    RowGaps gaps = new RowGaps(y, band / 2 * (1 - 1e-9));
    gaps.addRing(shell);
    holes.forEach(gaps::addRing);
    return gaps.widest(width);
  }

  /** The pieces of a row that edges take up, and the places where edges cross its middle line. */
  private static final class RowGaps {

    private final double y;
    private final double half;
    private double[][] taken = new double[8][];
    private double[] crossings = new double[8];
    private int takenCount;
    private int crossingCount;

    RowGaps(double y, double half) {
      this.y = y;
      this.half = half;
    }

    void addRing(Points ring) {
      for (int i = 1; i < ring.size(); i++) {
        addEdge(ring.x(i - 1), ring.y(i - 1), ring.x(i), ring.y(i));
      }
    }

    private void addEdge(double x1, double y1, double x2, double y2) {
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
      if (y1 > y != y2 > y) {
        if (crossingCount == crossings.length) {
          crossings = Arrays.copyOf(crossings, 2 * crossingCount);
        }
        crossings[crossingCount++] = x1 + (y - y1) * slope;
      }
    }

    @Nullable LabelSpot widest(double width) {
      Arrays.sort(taken, 0, takenCount, (a, b) -> Double.compare(a[0], b[0]));
      LabelSpot widest = null;
      double best = width;
      double from = Double.POSITIVE_INFINITY;
      for (int i = 0; i < takenCount; i++) {
        double to = taken[i][0];
        double middle = (from + to) / 2;
        if (to - from >= best && isInside(middle)) {
          widest = new LabelSpot(middle, y);
          best = to - from;
        }
        from = i == 0 ? taken[i][1] : Math.max(from, taken[i][1]);
      }
      return widest;
    }

    private boolean isInside(double x) {
      boolean inside = false;
      for (int i = 0; i < crossingCount; i++) {
        inside ^= crossings[i] < x;
      }
      return inside;
    }
  }
}
