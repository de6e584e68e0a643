package dev.groma.engine.sitelayout.placement;

import dev.groma.engine.sitelayout.asset.Asset;
import dev.groma.engine.sitelayout.asset.AssetType;
import dev.groma.engine.sitelayout.asset.Footprint;
import dev.groma.engine.sitelayout.ground.Raster;
import dev.groma.engine.sitelayout.site.Site;
import dev.groma.engine.sitelayout.site.WorkingGrid;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;

/** Whether an asset may stand at a place: the exact checks. For one thread. */
final class Fit {

  private final WorkingGrid grid;
  private final Rules rules;
  private final Reach reach;
  private final PreparedGeometry boundary;
  private final IndexedFacetDistance toBoundary;
  private final Geometry exclusions;
  private final IndexedFacetDistance toExclusions;

  Fit(Site site, WorkingGrid grid, Rules rules, Reach reach) {
    this.grid = grid;
    this.rules = rules;
    this.reach = reach;
    boundary = PreparedGeometryFactory.prepare(site.boundary());
    toBoundary = new IndexedFacetDistance(site.boundary().getBoundary());
    exclusions = site.exclusions();
    toExclusions = new IndexedFacetDistance(exclusions.isEmpty() ? site.boundary() : exclusions);
  }

  /** Whether boundary, exclusions, slope and access allow an asset there. */
  boolean allows(AssetType type, Footprint footprint) {
    if (!slopeAllows(type, footprint)) {
      return false;
    }
    return isReached(footprint)
        && isInside(footprint, type.clearance().setback())
        && avoidsExclusions(footprint);
  }

  private boolean isInside(Footprint footprint, double setback) {
    Polygon polygon = footprint.polygon();
    return boundary.covers(polygon) && (setback == 0 || toBoundary.distance(polygon) >= setback);
  }

  private boolean avoidsExclusions(Footprint footprint) {
    if (exclusions.isEmpty()) {
      return true;
    }
    Polygon polygon = footprint.polygon();
    return toExclusions.distance(polygon) >= Math.max(rules.exclusionBuffer(), 1e-6)
        && !exclusions.intersects(polygon);
  }

  /** Whether the asset keeps its distance from others. */
  static boolean isApart(AssetType type, Footprint footprint, List<Asset> others) {
    Envelope box = footprint.envelope();
    Polygon polygon = null;
    for (Asset other : others) {
      double spacing = Math.max(type.clearance().spacing(), other.type().clearance().spacing());
      if (box.distance(other.footprint().envelope()) >= Math.max(spacing, 1e-6)) {
        continue;
      }
      polygon = polygon == null ? footprint.polygon() : polygon;
      if (polygon.distance(other.footprint().polygon()) < Math.max(spacing, 1e-6)) {
        return false;
      }
    }
    return true;
  }

  /** Every cell that the footprint touches has to be flat enough. */
  boolean slopeAllows(AssetType type, Footprint footprint) {
    Raster raster = grid.raster();
    Envelope box = footprint.envelope();
    double margin = 0.5 * grid.cell() * (Math.abs(footprint.cos()) + Math.abs(footprint.sin()));
    int firstRow = raster.row(box.getMinY());
    int lastRow = raster.row(box.getMaxY());
    int firstColumn = raster.column(box.getMinX());
    int lastColumn = raster.column(box.getMaxX());
    for (int row = firstRow; row <= lastRow; row++) {
      for (int column = firstColumn; column <= lastColumn; column++) {
        if (!raster.contains(column, row)) {
          return false;
        }
        if (footprint.contains(raster.x(column), raster.y(row), margin)
            && !grid.allows(type.slope(), raster.index(column, row))) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether a road gets to one of the asset's sides. */
  private boolean isReached(Footprint footprint) {
    if (reach == Reach.EVERYWHERE) {
      return true;
    }
    double[] middles = footprint.sideMiddles();
    double beyond = grid.cell() / 2;
    for (int i = 0; i < 4; i++) {
      double dx = middles[2 * i] - footprint.x();
      double dy = middles[2 * i + 1] - footprint.y();
      double length = Math.hypot(dx, dy);
      for (int step = 1; step <= 4; step++) {
        double out = 1 + step * beyond / length;
        int cell = grid.raster().cellAt(footprint.x() + dx * out, footprint.y() + dy * out);
        if (cell >= 0 && reach.reaches(cell)) {
          return true;
        }
      }
    }
    return false;
  }
}
