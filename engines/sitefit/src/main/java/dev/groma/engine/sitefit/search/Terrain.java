package dev.groma.engine.sitefit.search;

import dev.groma.engine.sitefit.fit.Containment;
import dev.groma.engine.sitefit.fit.TurnedHouse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The scores of all placements, without those too near to placements taken. */
final class Terrain {

  /** Metres; a garden's radius need not be known better to tell placements apart. */
  static final double FINEST_GARDEN = 1e-3;

  /** The share of a cell's reach to which its garden is looked for; finer hardly helps. */
  private static final double GARDEN_SHARE = 0.25;

  /** Squares looked at for one garden; chosen: few need so many. */
  private static final int EFFORT = 200;

  private final Scoring scoring;
  private final Space space;
  private final List<Found> taken;

  /**
   * Of the placements that are left.
   *
   * @param taken whose footprints others must differ from; may grow
   */
  Terrain(Scoring scoring, Space space, List<Found> taken) {
    this.scoring = scoring;
    this.space = space;
    this.taken = taken;
  }

  /**
   * A placement, if it scores higher than a floor.
   *
   * @param hint a guess where the garden is
   * @param precision of the garden's radius, metres; the score is too low by no more
   * @return null where it does not, does not fit, or is too near to one that is taken
   */
  @Nullable Found above(
      double floor,
      double degrees,
      TurnedHouse house,
      double x,
      double y,
      Garden.Free hint,
      double precision) {
    double clearance = scoring.clearance(house, x, y, 0);
    double score = scoring.ofRotation(house.radians()) + scoring.ofClearance(clearance);
    if (score + scoring.mostOfStreet() + scoring.mostOfGarden() <= floor
        || !differs(house, x, y, 0)) {
      return null;
    }
    if (scoring.countsStreet()) {
      score += scoring.ofStreet(scoring.toStreet(house, x, y));
    }
    Garden.Free garden = hint;
    if (scoring.countsGarden()) {
      double least = scoring.gardenRadius(floor - score);
      garden =
          scoring.garden(house, x, y, hint, new Garden.Question(precision, least, least, EFFORT));
      score += scoring.ofGarden(garden.radius());
    }
    return score > floor && new Containment(space.region(), house).holds(x, y)
        ? new Found(degrees, house, x, y, garden, score)
        : null;
  }

  /** The placement with its whole score: where one is only told to be above, it may be too low. */
  Found exact(Found found) {
    if (!scoring.countsGarden()) {
      return found;
    }
    Garden.Free garden = scoring.fineGarden(found.house(), found.x(), found.y(), found.garden());
    double more = scoring.ofGarden(garden.radius()) - scoring.ofGarden(found.garden().radius());
    return new Found(
        found.degrees(), found.house(), found.x(), found.y(), garden, found.score() + more);
  }

  /**
   * Looks at the placement in the middle of a cell, and concludes for the others.
   *
   * @param parent that they are a part of
   * @param floor what scores no higher needs no closer look
   * @return null where the house does not fit
   */
  @Nullable Cell cell(Cell parent, Sector sector, double x, double y, double half, double floor) {
    TurnedHouse house = sector.turned();
    double reach = Cell.reach(sector, half);
    double least = space.leastSetback() - reach;
    double clearance = scoring.clearance(house, x, y, least);
    if (clearance < least) {
      return null;
    }
    boolean fits = clearance >= space.mostSetback();
    if (!fits) {
      double room = house.room(space.region(), x, y, -reach);
      if (room < -reach) {
        return null;
      }
      fits = room >= 0;
    }
    double value = sector.own() + scoring.ofClearance(clearance);
    double bound = sector.most() + scoring.ofClearance(clearance + reach);
    if (scoring.countsStreet()) {
      boolean apart = fits && !new Containment(space.region(), house).isCrossed(x, y);
      double toStreet = apart ? scoring.toStreet(house, x, y) : 0;
      value += scoring.ofStreet(toStreet);
      bound += scoring.ofStreet(toStreet - reach);
    }
    Garden.Free garden = parent.garden();
    if (scoring.countsGarden()) {
      double radius = garden.bound();
      double needed = scoring.gardenRadius(floor - bound);
      if (radius > needed) {
        double precision = Math.max(GARDEN_SHARE * reach, FINEST_GARDEN);
        Garden.Free here =
            scoring.garden(
                house,
                x,
                y,
                garden,
                new Garden.Question(precision, needed - reach, Double.POSITIVE_INFINITY, EFFORT));
        radius = Math.min(radius, here.bound());
        garden = here.withBound(Math.min(garden.bound(), here.bound() + reach));
      }
      value += scoring.ofGarden(radius);
      bound += scoring.ofGarden(garden.bound());
    }
    return new Cell(sector, x, y, half, fits, value, garden, Math.min(bound, parent.bound()));
  }

  /** Whether the footprint differs enough from those taken, or may do so within reach. */
  boolean differs(TurnedHouse house, double x, double y, double reach) {
    double least = space.separation() - reach;
    for (Found other : taken) {
      if (!other.differsClearly(house, x, y, least) && other.difference(house, x, y) < least) {
        return false;
      }
    }
    return true;
  }
}
