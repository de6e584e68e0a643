package dev.groma.engine.sitefit.fit;

import dev.groma.engine.geometry.Bounds;
import dev.groma.engine.geometry.Points;
import dev.groma.engine.sitefit.shape.DistanceField;
import java.util.Arrays;

/**
 * The inner-fit region of a house at one rotation, by its vertices: the positions of the pivot at
 * which the house fits and cannot slide on along both of two contacts.
 *
 * @param vertices some more than once; none where the house does not fit at this rotation
 */
public record InnerFit(Points vertices) {

  /**
   * Finds the vertices.
   *
   * @param within a box around the positions that are of interest
   */
  public static InnerFit of(DistanceField region, TurnedHouse house, Bounds within) {
    Containment containment = new Containment(region, house);
    Collector found = new Collector();
    Contacts.of(region.shape(), house, within)
        .visitCrossings((x, y) -> {
          if (containment.holds(x, y)) {
            found.add(x, y);
          }
        });
    return new InnerFit(found.points());
  }

  /** Whether the house fits nowhere. */
  public boolean isEmpty() {
    return vertices.size() == 0;
  }

  /** Around the region; it must not be empty. */
  public Bounds bounds() {
    return Bounds.of(vertices);
  }

  /** Points as they come. */
  private static final class Collector {

    private double[] xy = new double[32];
    private int size;

    void add(double x, double y) {
      if (size == xy.length) {
        xy = Arrays.copyOf(xy, 2 * size);
      }
      xy[size++] = x;
      xy[size++] = y;
    }

    Points points() {
      return Points.of(Arrays.copyOf(xy, size));
    }
  }
}
