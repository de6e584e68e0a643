package dev.groma.engine.sitelayout.site;

import dev.groma.engine.CancelledException;
import dev.groma.engine.EngineContext;
import dev.groma.engine.sitelayout.asset.AssetType;
import dev.groma.engine.sitelayout.ground.DistanceTransform;
import dev.groma.engine.sitelayout.ground.Ground;
import dev.groma.engine.sitelayout.ground.HornSlope;
import dev.groma.engine.sitelayout.ground.Raster;
import java.util.BitSet;

/**
 * The site as cells: slope, inside or outside, how far from the boundary and from exclusions.
 *
 * <p>Distances are from centre to centre, so they are within a cell of those of the outlines.
 */
public final class WorkingGrid {

  /** Heap that a cell takes, in bytes, all stages together; measured, rounded up. */
  public static final int BYTES_PER_CELL = 60;

  private final Ground ground;
  private final HornSlope slope;
  private final BitSet inside;
  private final float[] toOutside;
  private final float[] toExclusion;

  private WorkingGrid(
      Ground ground, HornSlope slope, BitSet inside, float[] toOutside, float[] toExclusion) {
    this.ground = ground;
    this.slope = slope;
    this.inside = inside;
    this.toOutside = toOutside;
    this.toExclusion = toExclusion;
  }

  /**
   * The grid of a site.
   *
   * @param ground at working resolution
   */
  public static WorkingGrid of(Site site, Ground ground, EngineContext context)
      throws CancelledException {
    Raster raster = ground.raster();
    HornSlope slope = HornSlope.of(ground, context);
    BitSet inside = CellFill.of(site.boundary(), raster);
    BitSet outside = (BitSet) inside.clone();
    outside.flip(0, raster.size());
    float[] toOutside = DistanceTransform.of(raster, outside, true, context);
    BitSet excluded = CellFill.of(site.exclusions(), raster);
    float[] toExclusion = DistanceTransform.of(raster, excluded, false, context);
    return new WorkingGrid(ground, slope, inside, toOutside, toExclusion);
  }

  /** The ground at working resolution. */
  public Ground ground() {
    return ground;
  }

  /** Where the cells lie. */
  public Raster raster() {
    return ground.raster();
  }

  /** The gradient. */
  public HornSlope slope() {
    return slope;
  }

  /** The longer side of a cell, in metres. */
  public double cell() {
    return raster().longerSide();
  }

  /** Whether the centre of a cell is inside the boundary. */
  public boolean isInside(int cell) {
    return inside.get(cell);
  }

  /** Metres to the nearest cell outside the boundary. */
  public float toOutside(int cell) {
    return toOutside[cell];
  }

  /** Metres to the nearest cell of an exclusion; infinite where there is none. */
  public float toExclusion(int cell) {
    return toExclusion[cell];
  }

  /** Whether the ground of a cell is known and not too steep. */
  public boolean allows(AssetType.SlopeLimit limit, int cell) {
    return slope.percent(cell) <= limit.percent()
        && Math.abs(slope.eastPercent(cell)) <= limit.eastWestPercent();
  }

  /** How many cells lie inside the boundary. */
  public int insideCount() {
    return inside.cardinality();
  }
}
