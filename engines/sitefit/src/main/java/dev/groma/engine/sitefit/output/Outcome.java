package dev.groma.engine.sitefit.output;

import dev.groma.engine.geometry.Points;
import dev.groma.engine.number.Decimals;
import dev.groma.engine.sitefit.Fit;
import dev.groma.engine.sitefit.Placement;
import dev.groma.engine.sitefit.Site;
import dev.groma.engine.sitefit.SiteFitParameters;
import dev.groma.engine.sitefit.read.ReadSite;

/**
 * Everything that the artifacts tell.
 *
 * @param version of the engine
 * @param seed of the run
 */
record Outcome(ReadSite read, Fit fit, SiteFitParameters parameters, String version, long seed) {

  static final Decimals LENGTHS = new Decimals(4);
  static final Decimals DEGREES = new Decimals(6);
  static final Decimals SHARES = new Decimals(6);

  Site site() {
    return fit.site();
  }

  /** The id of the placement at an index. */
  static String id(int index) {
    return "placement-" + (index + 1);
  }

  /** The outline of a placed house in the frame of the site. */
  Points footprint(Placement placement) {
    double radians = Math.toRadians(placement.rotation());
    double cos = Math.cos(radians);
    double sin = Math.sin(radians);
    Points house = site().house();
    double[] xy = new double[2 * house.size()];
    for (int i = 0; i < house.size(); i++) {
      xy[2 * i] = house.x(i) * cos - house.y(i) * sin + placement.x();
      xy[2 * i + 1] = house.x(i) * sin + house.y(i) * cos + placement.y();
    }
    return Points.of(xy);
  }
}
