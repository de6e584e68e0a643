package dev.groma.engine.sitefit.search;

import dev.groma.engine.sitefit.fit.Containment;
import dev.groma.engine.sitefit.fit.TurnedHouse;
import dev.groma.engine.sitefit.shape.CellSearch;
import java.util.List;

/** The score over the positions at one rotation, without those too near to placements taken. */
final class ScoreTerrain implements CellSearch.Terrain {

  private final Scoring scoring;
  private final TurnedHouse house;
  private final Containment containment;
  private final List<Found> taken;
  private final double separation;
  private final double ofRotation;

  ScoreTerrain(
      Scoring scoring,
      TurnedHouse house,
      Containment containment,
      List<Found> taken,
      double separation) {
    this.scoring = scoring;
    this.house = house;
    this.containment = containment;
    this.taken = taken;
    this.separation = separation;
    ofRotation = scoring.ofRotation(house.radians());
  }

  /** The score where the house fits and differs from those taken; else negative infinity. */
  double valueAt(double x, double y) {
    return differs(x, y, 0) && containment.holds(x, y)
        ? scoring.score(house, x, y)
        : Double.NEGATIVE_INFINITY;
  }

  @Override
  public CellSearch.Sight at(double x, double y, double reach, double floor) {
    double depth = containment.depth(x, y, reach);
    if (depth > reach || !differs(x, y, reach)) {
      return CellSearch.Sight.NOTHING;
    }
    boolean fits = depth == 0 && !containment.isCrossed(x, y);
    double clearance = scoring.clearance(house, x, y);
    double value = ofRotation + scoring.ofClearance(clearance);
    double bound = ofRotation + scoring.ofClearance(clearance + reach);
    if (scoring.countsStreet()) {
      double toStreet = fits ? scoring.toStreet(house, x, y) : 0;
      value += scoring.ofStreet(toStreet);
      bound += scoring.ofStreet(toStreet - reach);
    }
    if (scoring.countsGarden()) {
      if (bound + scoring.ofGarden(Double.MAX_VALUE) <= floor) {
        return CellSearch.Sight.NOTHING;
      }
      double garden = scoring.garden(house, x, y);
      value += scoring.ofGarden(garden);
      bound += scoring.ofGarden(garden + reach);
    }
    boolean counts = fits && differs(x, y, 0);
    return new CellSearch.Sight(counts ? value : Double.NEGATIVE_INFINITY, bound);
  }

  /** Whether the footprint differs enough from those taken, or may do so within reach. */
  private boolean differs(double x, double y, double reach) {
    for (Found other : taken) {
      if (!other.differsClearly(house, x, y, separation - reach)
          && other.difference(house, x, y) + reach < separation) {
        return false;
      }
    }
    return true;
  }
}
