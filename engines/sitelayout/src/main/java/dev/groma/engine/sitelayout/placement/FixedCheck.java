package dev.groma.engine.sitelayout.placement;

import dev.groma.engine.sitelayout.asset.Asset;
import dev.groma.engine.sitelayout.site.Site;
import dev.groma.engine.sitelayout.site.WorkingGrid;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Polygon;

/** What speaks against the place of an asset that stays there all the same. */
public final class FixedCheck {

  private FixedCheck() {}

  /** One sentence for each rule that the place breaks. */
  public static List<String> of(
      Asset asset, Site site, WorkingGrid grid, Rules rules, List<Asset> all) {
    List<String> broken = new ArrayList<>();
    Polygon footprint = asset.footprint().polygon();
    double setback = asset.type().clearance().setback();
    if (!site.boundary().covers(footprint)) {
      broken.add("stands outside the boundary, and stays where it was put");
    } else if (site.boundary().getBoundary().distance(footprint) < setback) {
      broken.add("is nearer to the boundary than its setback, and stays where it was put");
    }
    if (!site.exclusions().isEmpty()
        && site.exclusions().distance(footprint) < Math.max(rules.exclusionBuffer(), 1e-6)) {
      broken.add("is in an exclusion or its buffer, and stays where it was put");
    }
    List<Asset> others = new ArrayList<>(all);
    others.removeIf(other -> other.id().equals(asset.id()) || !other.fixed());
    if (!Fit.isApart(asset.type(), asset.footprint(), others)) {
      broken.add("is nearer to another fixed asset than their spacing, and stays where it was put");
    }
    if (!new Fit(site, grid, rules, Reach.EVERYWHERE)
        .slopeAllows(asset.type(), asset.footprint())) {
      broken.add("stands on ground steeper than its limit, and stays where it was put");
    }
    return broken;
  }
}
