package dev.groma.engine.sitefit.search;

import dev.groma.engine.EngineContext;
import dev.groma.engine.sitefit.EdgeKind;
import dev.groma.engine.sitefit.Site;
import dev.groma.engine.sitefit.SiteFitParameters;
import dev.groma.engine.sitefit.fit.House;
import dev.groma.engine.sitefit.region.BuildableRegion;
import dev.groma.engine.sitefit.shape.DistanceField;

/**
 * What a search moves in.
 *
 * @param region where the house may lie
 * @param leastSetback a house that fits is nowhere nearer to the parcel's boundary, metres;
 *     negative where it may stick out
 * @param mostSetback a house that is nowhere nearer to the parcel's boundary fits, metres
 * @param house that is placed
 * @param separation by which the footprints of placements differ, metres
 * @param context of the run
 */
record Space(
    DistanceField region,
    double leastSetback,
    double mostSetback,
    House house,
    double separation,
    EngineContext context) {

  /**
   * Placements in one answer differ in footprint by this share of the house's radius. Chosen: about
   * two metres for a family house.
   */
  private static final double SEPARATION = 0.25;

  static Space of(
      Site site,
      DistanceField region,
      House house,
      SiteFitParameters parameters,
      EngineContext context) {
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (EdgeKind kind : site.kinds()) {
      double setback = parameters.setbacks().of(kind);
      least = Math.min(least, setback - parameters.tolerance());
      most = Math.max(most, BuildableRegion.reach(setback));
    }
    return new Space(region, least, most, house, SEPARATION * house.radius(), context);
  }
}
