package dev.groma.engine.sitefit.search;

import dev.groma.engine.sitefit.Placement;
import dev.groma.engine.sitefit.ScoreTerms;
import dev.groma.engine.sitefit.Setbacks;
import dev.groma.engine.sitefit.Site;
import dev.groma.engine.sitefit.Weights;
import dev.groma.engine.sitefit.fit.House;
import dev.groma.engine.sitefit.fit.TurnedHouse;
import dev.groma.engine.sitefit.shape.DistanceField;
import dev.groma.engine.sitefit.shape.InscribedCircle;

/** How good a placement is. Every term is worked out in one place, whatever asks for it. */
final class Scoring {

  /** Metres to which a reported garden is exact. */
  private static final double REPORTED = 1e-4;

  private static final Garden.Question TO_REPORT =
      new Garden.Question(REPORTED, 0, Double.POSITIVE_INFINITY, 100_000);

  /** To a micrometre scores are exact to their last digit; in strips that would take long. */
  private static final Garden.Question FINE =
      new Garden.Question(1e-6, 0, Double.POSITIVE_INFINITY, 500);

  private final Site site;
  private final House house;
  private final Weights weights;
  private final Directions directions;
  private final DistanceField parcel;
  private final StreetEdges street;
  private final Garden garden;
  private final Garden.Free emptyGarden;
  private final double mostClearance;
  private final double mostGarden;
  private final double nearestStreet;
  private final double streetRange;

  Scoring(Site site, House house, Setbacks setbacks, Weights given, InscribedCircle parcelCircle) {
    this.site = site;
    this.house = house;
    weights = given.normalised(site.hasStreet());
    directions = new Directions(house.shape(), site.parcel(), site.convergence());
    parcel = new DistanceField(site.parcel(), house.radius());
    street = new StreetEdges(site);
    garden = new Garden(parcel);
    emptyGarden =
        new Garden.Free(
            parcelCircle.x(), parcelCircle.y(), parcelCircle.radius(), parcelCircle.bound());
    // A circle of the house's radius and its clearance fits into the parcel.
    mostClearance = Math.max(0, parcelCircle.bound() - house.circle().radius());
    mostGarden = parcelCircle.bound();
    nearestStreet = setbacks.street();
    streetRange = Math.max(street.farthest() - nearestStreet, 0);
  }

  Directions directions() {
    return directions;
  }

  /** What the rotation alone contributes to the score. */
  double ofRotation(double radians) {
    return weights.orientation() * directions.orientation(radians)
        + weights.parallelism() * directions.parallelism(radians);
  }

  /** The most that the distance to the street can contribute. */
  double mostOfStreet() {
    return weights.street();
  }

  /** The most that the garden can contribute. */
  double mostOfGarden() {
    return weights.garden();
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

  /** From the house to the parcel's boundary; as {@link TurnedHouse#room}. */
  double clearance(TurnedHouse turned, double px, double py, double enough) {
    return turned.room(parcel, px, py, enough);
  }

  double toStreet(TurnedHouse turned, double px, double py) {
    return street.distance(turned, px, py);
  }

  /** As {@link Garden#largest}. */
  Garden.Free garden(
      TurnedHouse turned, double px, double py, Garden.Free hint, Garden.Question question) {
    return garden.largest(turned, px, py, hint, question);
  }

  /** The garden as it is reported. */
  private Garden.Free reportedGarden(TurnedHouse turned, double px, double py) {
    Garden.Free fine = fineGarden(turned, px, py, emptyGarden);
    return fine.bound() - fine.radius() <= REPORTED
        ? fine
        : garden(turned, px, py, fine, TO_REPORT);
  }

  /** The garden to a micrometre, but for strips. */
  Garden.Free fineGarden(TurnedHouse turned, double px, double py, Garden.Free hint) {
    return garden(turned, px, py, hint, FINE);
  }

  /** The largest circle in the parcel without a house. */
  Garden.Free emptyGarden() {
    return emptyGarden;
  }

  /** The radius whose contribution is this much; infinite where no radius contributes more. */
  double gardenRadius(double contribution) {
    double share = contribution / weights.garden();
    return share >= 1 ? Double.POSITIVE_INFINITY : share * mostGarden;
  }

  /**
   * The placement with its score, every term exact.
   *
   * @param degrees the rotation as it is to be reported
   */
  Placement placement(TurnedHouse turned, double degrees, double px, double py) {
    double clearance = Math.max(0, clearance(turned, px, py, 0));
    Double toStreet = site.hasStreet() ? (Double) toStreet(turned, px, py) : null;
    Garden.Free free = reportedGarden(turned, px, py);
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
            new Placement.Circle(free.x(), free.y(), free.radius()),
            directions.facade(radians),
            house.shape().area() / site.parcel().area()));
  }
}
