package dev.groma.engine.sitelayout.placement;

import dev.groma.engine.sitelayout.asset.AssetType;
import dev.groma.engine.sitelayout.asset.Footprint;
import dev.groma.engine.sitelayout.ground.Raster;
import dev.groma.engine.sitelayout.site.WorkingGrid;
import org.locationtech.jts.geom.Coordinate;

/**
 * What speaks against a place: its mean slope as a share of the steepest allowed, and the way to an
 * anchor (the entry, or the substation for what feeds into it) as a share of the site's extent.
 *
 * @param grid the site
 * @param anchor where the asset should be near
 */
record Cost(WorkingGrid grid, Coordinate anchor) {

  /**
   * A metre of road costs about as much as levelling a pad on ground a little steeper: chosen so
   * that half the site's extent outweighs the whole range of slopes.
   */
  private static final double WAY = 2;

  /** Points a side at which the slope is looked at; chosen: slopes change little within a pad. */
  private static final int SAMPLES = 3;

  double of(AssetType type, Footprint footprint) {
    Raster raster = grid.raster();
    double sum = 0;
    int count = 0;
    for (int i = 0; i < SAMPLES; i++) {
      for (int j = 0; j < SAMPLES; j++) {
        double along = ((i + 0.5) / SAMPLES - 0.5) * footprint.size().length();
        double across = ((j + 0.5) / SAMPLES - 0.5) * footprint.size().width();
        double x = footprint.x() + along * footprint.cos() - across * footprint.sin();
        double y = footprint.y() + along * footprint.sin() + across * footprint.cos();
        int cell = raster.cellAt(x, y);
        if (cell >= 0) {
          sum += grid.slope().percent(cell);
          count++;
        }
      }
    }
    double steepest = Math.clamp(type.slope().percent(), 0.1, 100);
    double extent = grid.raster().surface().getDiameter();
    double way = anchor.distance(new Coordinate(footprint.x(), footprint.y()));
    return (count == 0 ? 1 : sum / count / steepest) + WAY * way / Math.max(extent, 1);
  }
}
