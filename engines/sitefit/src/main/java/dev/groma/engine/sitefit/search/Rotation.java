package dev.groma.engine.sitefit.search;

import dev.groma.engine.geometry.Bounds;
import dev.groma.engine.geometry.Points;
import dev.groma.engine.CancelledException;
import dev.groma.engine.EngineContext;
import dev.groma.engine.sitefit.fit.Containment;
import dev.groma.engine.sitefit.fit.House;
import dev.groma.engine.sitefit.fit.InnerFit;
import dev.groma.engine.sitefit.fit.TurnedHouse;
import dev.groma.engine.sitefit.shape.CellSearch;
import dev.groma.engine.sitefit.shape.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One rotation: what is known of the best position at it. */
final class Rotation {

  private final double degrees;
  private double bound;
  private @Nullable TurnedHouse house;
  private @Nullable InnerFit innerFit;
  private @Nullable Found best;
  private int seen;

  /**
   * A rotation that nobody has looked at.
   *
   * @param bound no position at it scores higher
   */
  Rotation(double degrees, double bound) {
    this.degrees = degrees;
    this.bound = bound;
  }

  double degrees() {
    return degrees;
  }

  /** No position that differs from those taken scores higher. */
  double bound() {
    return bound;
  }

  /** The best position, if it was worked out against so many placements taken; else null. */
  @Nullable Found bestAgainst(int taken) {
    return seen == taken ? best : null;
  }

  /** Whether the house fits at this rotation; looked up once. */
  boolean fits(Shape region, House untouched) {
    if (innerFit == null) {
      house = untouched.turned(Math.toRadians(degrees));
      innerFit = InnerFit.of(region, house);
    }
    return !innerFit.isEmpty();
  }

  /**
   * Works the best position out, as long as it is above a floor; otherwise the bound comes down to
   * the floor. Call {@link #fits} before.
   *
   * @return whether the rotation is still of interest
   */
  boolean lookCloser(
      Scoring scoring,
      Shape region,
      List<Found> taken,
      double separation,
      double floor,
      EngineContext context)
      throws CancelledException {
    if (house == null || innerFit == null) {
      throw new IllegalStateException("nobody asked whether it fits");
    }
    Containment containment = new Containment(region, house);
    ScoreTerrain terrain = new ScoreTerrain(scoring, house, containment, taken, separation);
    CellSearch.Summit summit =
        new CellSearch(context)
            .search(terrain, innerFit.bounds(), PlacementSearch.PRECISION, floor);
    Found found =
        summit == null ? null : new Found(degrees, house, summit.x(), summit.y(), summit.value());
    double reached = summit == null ? floor : summit.value();
    if (summit != null || innerFitIsSmall(innerFit)) {
      Points vertices = innerFit.vertices();
      for (int i = 0; i < vertices.size(); i++) {
        double value = terrain.valueAt(vertices.x(i), vertices.y(i));
        if (value > reached) {
          reached = value;
          found = new Found(degrees, house, vertices.x(i), vertices.y(i), value);
        }
      }
    }
    best = found;
    seen = taken.size();
    bound = Math.min(bound, found == null ? floor : found.score());
    return bound > Double.NEGATIVE_INFINITY;
  }

  /** So small that the middle of the search's first cells may lie outside. */
  private static boolean innerFitIsSmall(InnerFit innerFit) {
    Bounds bounds = innerFit.bounds();
    return Math.min(bounds.width(), bounds.height()) < 0.5;
  }
}
