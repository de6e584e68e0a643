package dev.groma.engine.sitefit.search;

import dev.groma.engine.CancelledException;
import dev.groma.engine.EngineContext;
import dev.groma.engine.sitefit.Placement;
import dev.groma.engine.sitefit.ScoreTerms;
import dev.groma.engine.sitefit.Setbacks;
import dev.groma.engine.sitefit.Site;
import dev.groma.engine.sitefit.Weights;
import dev.groma.engine.sitefit.fit.House;
import dev.groma.engine.sitefit.fit.TurnedHouse;
import dev.groma.engine.sitefit.shape.InscribedCircle;

/** How good a placement is. Every term is worked out in one place, whatever asks for it. */
final class Scoring {

  private final Site site;
  private final House house;
  private final Weights weights;
  private final Directions directions;
  private final Surroundings surroundings;
  private final Garden garden;
  private final double mostClearance;
  private final double mostGarden;
  private final double nearestStreet;
  private final double streetRange;

  Scoring(Site site, House house, Setbacks setbacks, Weights given, InscribedCircle parcelCircle) {
    this.site = site;
    this.house = house;
    weights = given.normalised(site.hasStreet());
    directions = new Directions(house.shape(), site.parcel(), site.convergence());
    surroundings = new Surroundings(site);
    garden = new Garden(site.parcel(), parcelCircle);
    // A circle of the house's radius and its clearance fits into the parcel.
    mostClearance = Math.max(0, parcelCircle.bound() - house.circle().radius());
    mostGarden = parcelCircle.bound();
    nearestStreet = setbacks.street();
    streetRange = Math.max(surroundings.farthestFromStreet() - nearestStreet, 0);
  }

  Directions directions() {
    return directions;
  }

  /** What the rotation alone contributes to the score. */
  double ofRotation(double radians) {
    return weights.orientation() * directions.orientation(radians)
        + weights.parallelism() * directions.parallelism(radians);
  }

  /** The most that the position can contribute. */
  double mostOfPosition() {
    return weights.clearance() + weights.street() + weights.garden();
  }

  /** A share of the whole; all of it where the whole is nothing. */
  private static double share(double part, double whole) {
    return whole <= 1e-9 ? 1 : Math.clamp(part / whole, 0, 1);
  }

  /** What the clearance contributes. */
  double ofClearance(double clearance) {
    return weights.clearance() * share(clearance, mostClearance);
  }

  /** What the distance to the street contributes. */
  double ofStreet(double distance) {
    return weights.street() * share(streetRange - (distance - nearestStreet), streetRange);
  }

  /** What the garden contributes. */
  double ofGarden(double radius) {
    return weights.garden() * share(radius, mostGarden);
  }

  boolean countsStreet() {
    return weights.street() > 0;
  }

  boolean countsGarden() {
    return weights.garden() > 0;
  }

  double clearance(TurnedHouse turned, double px, double py) {
    return surroundings.clearance(turned, px, py);
  }

  double toStreet(TurnedHouse turned, double px, double py) {
    return surroundings.toStreet(turned, px, py);
  }

  /** As {@link Garden#radius}. */
  double garden(TurnedHouse turned, double px, double py) {
    return garden.radius(turned, px, py);
  }

  /** The score of a position where the house fits, with the garden to the spots' spacing. */
  double score(TurnedHouse turned, double px, double py) {
    return ofRotation(turned.radians())
        + ofClearance(clearance(turned, px, py))
        + (countsStreet() ? ofStreet(toStreet(turned, px, py)) : 0)
        + (countsGarden() ? ofGarden(garden(turned, px, py)) : 0);
  }

  /**
   * The placement with its score, every term exact.
   *
   * @param degrees the rotation as it is to be reported
   */
  Placement placement(
      TurnedHouse turned, double degrees, double px, double py, EngineContext context)
      throws CancelledException {
    double clearance = clearance(turned, px, py);
    Double toStreet = site.hasStreet() ? (Double) toStreet(turned, px, py) : null;
    Placement.Circle free = garden.circle(turned, px, py, context);
    double radians = turned.radians();
    ScoreTerms terms =
        new ScoreTerms(
            share(clearance, mostClearance),
            directions.orientation(radians),
            toStreet == null
                ? null
                : (Double) share(streetRange - (toStreet - nearestStreet), streetRange),
            share(free.radius(), mostGarden),
            directions.parallelism(radians));
    return new Placement(
        degrees,
        house.translationX(radians, px),
        house.translationY(radians, py),
        terms.score(weights),
        terms,
        new Placement.Metrics(
            clearance,
            toStreet,
            free,
            directions.facade(radians),
            house.shape().area() / site.parcel().area()));
  }
}
