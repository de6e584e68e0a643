package dev.groma.engine.draw;

import dev.groma.engine.geometry.Points;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place inside a polygon where a label of some size fits.
 *
 * <p>Looks along rows through the polygon for gaps between the edges, as wide as the label and
 * higher than it where possible, and takes the spot nearest to the polygon's centroid. Exact in
 * that a label at the spot crosses no edge; not exact in that a spot may exist where none of the
 * rows meets it. Takes time in proportion to rows times vertices.
 *
 * @param x of the label's middle
 * @param y of the label's middle
 */
public record LabelSpot(double x, double y) {

  /** Rows tried; chosen: a label seldom needs a finer search, and a plan has hundreds of rooms. */
  private static final int ROWS = 16;

  /** Widths of free space tried, in label widths. */
  private static final double WIDTH = 1.1;

  /**
   * A height of free space, and how far from the centroid a label goes to get it.
   *
   * @param heights in label heights
   * @param price in label heights
   */
  private record Space(double heights, double price) {}

  /** First with room to breathe; chosen by eye. */
  private static final List<Space> SPACES =
      List.of(new Space(3, 0), new Space(2, 0.5), new Space(1.4, 1.5), new Space(1.05, 3));

  /**
   * Finds a spot.
   *
   * @param shell ring around the polygon, in page units, repeating its first point
   * @param holes rings inside it
   * @param obstacles lines that the label must not touch either, wherever they are
   * @return null where the label does not fit
   */
  public static @Nullable LabelSpot find(
      Points shell, List<Points> holes, List<Points> obstacles, double width, double height) {
    return new Search(shell, holes, obstacles, width, height).best();
  }

  /** One search: keeps the best spot so far. */
  private static final class Search {

    private final List<Points> rings;
    private final List<Points> obstacles;
    private final double width;
    private final double height;
    private final LabelSpot centroid;
    private double minY = Double.POSITIVE_INFINITY;
    private double maxY = Double.NEGATIVE_INFINITY;
    private @Nullable LabelSpot best;
    private double lowestCost = Double.POSITIVE_INFINITY;

    Search(Points shell, List<Points> holes, List<Points> obstacles, double width, double height) {
      this.obstacles = obstacles;
      this.width = width;
      this.height = height;
      rings = new ArrayList<>(holes);
      rings.add(shell);
      for (int i = 0; i < shell.size(); i++) {
        minY = Math.min(minY, shell.y(i));
        maxY = Math.max(maxY, shell.y(i));
      }
      centroid = centroid(shell);
    }

    @Nullable LabelSpot best() {
      for (Space space : SPACES) {
        double band = height * space.heights();
        double price = height * space.price();
        if (band > maxY - minY || price >= lowestCost) {
          continue;
        }
        double lowest = minY + band / 2;
        double highest = maxY - band / 2;
        tryRow(Math.clamp(centroid.y, lowest, highest), band, price);
        for (int row = 0; row <= ROWS; row++) {
          tryRow(lowest + (highest - lowest) * row / ROWS, band, price);
        }
      }
      return best;
    }

    private void tryRow(double y, double band, double price) {
      if (Math.abs(y - centroid.y) + price >= lowestCost) {
        return;
      }
      LabelRow row = new LabelRow(y, band / 2 * (1 - 1e-9));
      rings.forEach(ring -> row.add(ring, true));
      obstacles.forEach(line -> row.add(line, false));
      row.gaps(width * WIDTH, (from, to) -> tryGap(from, to, y, price));
    }

    /**
     * As near to the centroid as leaves a label's height free at the sides, where there is that.
     */
    private void tryGap(double from, double to, double y, double price) {
      double margin = Math.min(height, (to - from - width) / 2);
      double reach = Math.max(0, (to - from - width) / 2 - margin);
      double middle = (from + to) / 2;
      double x = Math.clamp(centroid.x, middle - reach, middle + reach);
      double cost = Math.hypot(x - centroid.x, y - centroid.y) + price;
      if (cost < lowestCost) {
        lowestCost = cost;
        best = new LabelSpot(x, y);
      }
    }

    private static LabelSpot centroid(Points ring) {
      double area = 0;
      double x = 0;
      double y = 0;
      for (int i = 1; i < ring.size(); i++) {
        double x1 = ring.x(i - 1) - ring.x(0);
        double y1 = ring.y(i - 1) - ring.y(0);
        double x2 = ring.x(i) - ring.x(0);
        double y2 = ring.y(i) - ring.y(0);
        double cross = x1 * y2 - x2 * y1;
        area += cross;
        x += (x1 + x2) * cross;
        y += (y1 + y2) * cross;
      }
      return area == 0
          ? new LabelSpot(ring.x(0), ring.y(0))
          : new LabelSpot(ring.x(0) + x / (3 * area), ring.y(0) + y / (3 * area));
    }
  }
}
