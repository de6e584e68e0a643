package dev.groma.engine.sitefit.search;

import dev.groma.engine.CancelledException;
import dev.groma.engine.EngineContext;
import dev.groma.engine.geometry.Bounds;
import dev.groma.engine.sitefit.Placement;
import dev.groma.engine.sitefit.fit.TurnedHouse;
import dev.groma.engine.sitefit.shape.CellSearch;
import dev.groma.engine.sitefit.shape.InscribedCircle;
import dev.groma.engine.sitefit.shape.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The largest circle in a parcel that a house leaves free. */
final class Garden {

  /** Spots along the longer side of the parcel at which a garden may have its middle; chosen. */
  private static final int SPOTS = 40;

  /** Metres to which the final radius is exact. */
  private static final double PRECISION = 5e-3;

  private final Shape parcel;
  private final double[] x;
  private final double[] y;
  private final double[] radius;

  private record Spot(double x, double y, double radius) {}

  private static final Comparator<Spot> LARGEST_FIRST =
      Comparator.comparingDouble((Spot spot) -> -spot.radius)
          .thenComparingDouble(Spot::x)
          .thenComparingDouble(Spot::y);

  /**
   * Prepares a parcel.
   *
   * @param circle the largest in it
   */
  Garden(Shape parcel, InscribedCircle circle) {
    this.parcel = parcel;
    Bounds bounds = parcel.bounds();
    double spacing = bounds.extent() / SPOTS;
    List<Spot> spots = new ArrayList<>();
    spots.add(new Spot(circle.x(), circle.y(), circle.radius()));
    for (double px = bounds.minX() + spacing / 2; px < bounds.maxX(); px += spacing) {
      for (double py = bounds.minY() + spacing / 2; py < bounds.maxY(); py += spacing) {
        double distance = parcel.signedDistance(px, py);
        if (distance > spacing / 2) {
          spots.add(new Spot(px, py, distance));
        }
      }
    }
    spots.sort(LARGEST_FIRST);
    x = spots.stream().mapToDouble(Spot::x).toArray();
    y = spots.stream().mapToDouble(Spot::y).toArray();
    radius = spots.stream().mapToDouble(Spot::radius).toArray();
  }

  /**
   * The radius of the largest circle around one of the spots: never too large, and too small by
   * less than the spots' spacing.
   */
  double radius(TurnedHouse house, double px, double py) {
    double best = 0;
    for (int i = 0; i < radius.length && radius[i] > best; i++) {
      double fromX = x[i] - px;
      double fromY = y[i] - py;
      if (house.distanceToAtMost(fromX, fromY) > best) {
        best = Math.max(best, Math.min(radius[i], house.distanceTo(fromX, fromY)));
      }
    }
    return best;
  }

  /** The largest circle wherever its middle is. */
  Placement.Circle circle(TurnedHouse house, double px, double py, EngineContext context)
      throws CancelledException {
    CellSearch.Summit summit =
        new CellSearch(context)
            .search(
                (cx, cy, reach, floor) -> {
                  double free =
                      Math.min(parcel.signedDistance(cx, cy), house.distanceTo(cx - px, cy - py));
                  return new CellSearch.Sight(free, free + reach);
                },
                parcel.bounds(),
                PRECISION,
                0);
    return summit == null
        ? new Placement.Circle(px, py, 0)
        : new Placement.Circle(summit.x(), summit.y(), summit.value());
  }
}
