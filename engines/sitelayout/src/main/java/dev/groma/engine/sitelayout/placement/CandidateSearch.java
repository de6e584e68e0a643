package dev.groma.engine.sitelayout.placement;

import dev.groma.engine.CancelledException;
import dev.groma.engine.EngineContext;
import dev.groma.engine.sitelayout.asset.AssetType;
import dev.groma.engine.sitelayout.asset.Footprint;
import dev.groma.engine.sitelayout.ground.DistanceTransform;
import dev.groma.engine.sitelayout.ground.Raster;
import dev.groma.engine.sitelayout.site.WorkingGrid;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The places where one kind of asset may stand, other assets aside.
 *
 * <p>A place whose middle is nearer to a forbidden cell than half the shorter side needs no look:
 * the distance transform says so at once. What is left is tried in every orientation that makes
 * sense: along the axes, the diagonals, the site's long axis and the contour line.
 */
final class CandidateSearch {

  /**
   * Places proposed at most; chosen: on 10 km2 one every 40 m, which the pattern search afterwards
   * refines.
   */
  private static final int MOST_PLACES = 6_000;

  private static final int ASK_EVERY = 1 << 16;

  private final AssetType type;
  private final WorkingGrid grid;
  private final Rules rules;
  private final Fit fit;
  private final double longAxis;
  private final EngineContext context;
  private final float[] free;

  /**
   * A search.
   *
   * @param longAxis direction of the site's longest extent, degrees counterclockwise from east
   */
  CandidateSearch(
      AssetType type,
      WorkingGrid grid,
      Rules rules,
      Fit fit,
      double longAxis,
      EngineContext context)
      throws CancelledException {
    this.type = type;
    this.grid = grid;
    this.rules = rules;
    this.fit = fit;
    this.longAxis = longAxis;
    this.context = context;
    free = DistanceTransform.of(grid.raster(), forbidden(), true, context);
  }

  /** Cells that the asset cannot touch with its inner part: a cell's width of doubt is left in. */
  private BitSet forbidden() throws CancelledException {
    double setback = type.clearance().setback() - grid.cell();
    double buffer = rules.exclusionBuffer() - grid.cell();
    BitSet forbidden = new BitSet(grid.raster().size());
    for (int cell = 0; cell < grid.raster().size(); cell++) {
      if (cell % ASK_EVERY == 0) {
        context.checkCancelled();
      }
      if (!grid.isInside(cell)
          || grid.toOutside(cell) < setback
          || grid.toExclusion(cell) < buffer
          || !grid.allows(type.slope(), cell)) {
        forbidden.set(cell);
      }
    }
    return forbidden;
  }

  /** Whether the asset may stand at a proposed place: the exact checks. */
  boolean allows(Candidate candidate) {
    return fit.allows(type, candidate.footprint());
  }

  /**
   * Every place on a lattice a quarter of the shorter side wide, wider on sites where that would be
   * too many, the best first. Only proposed: see {@link #allows}.
   */
  List<Candidate> everywhere(Cost cost) throws CancelledException {
    double area = grid.insideCount() * grid.raster().cellX() * grid.raster().cellY();
    double step = Math.max(type.size().shorter() / 4, Math.sqrt(area / MOST_PLACES));
    int stepX = Math.max(1, (int) Math.round(step / grid.raster().cellX()));
    int stepY = Math.max(1, (int) Math.round(step / grid.raster().cellY()));
    List<Candidate> found = new ArrayList<>();
    Raster raster = grid.raster();
    for (int row = 0; row < raster.rows(); row += stepY) {
      context.checkCancelled();
      for (int column = 0; column < raster.columns(); column += stepX) {
        if (worthALook(raster.index(column, row))) {
          addTurned(found, raster.x(column), raster.y(row), cost);
        }
      }
    }
    found.sort(Candidate.BEST_FIRST);
    return found;
  }

  /** Every place of a lattice of given pitch that begins at a given cell, the best first. */
  List<Candidate> lattice(int firstColumn, int firstRow, double pitchX, double pitchY, Cost cost)
      throws CancelledException {
    context.checkCancelled();
    List<Candidate> found = new ArrayList<>();
    Raster raster = grid.raster();
    for (double y = raster.y(firstRow); y <= raster.y(raster.rows() - 1); y += pitchY) {
      for (double x = raster.x(firstColumn); x <= raster.x(raster.columns() - 1); x += pitchX) {
        int cell = raster.cellAt(x, y);
        if (cell >= 0 && worthALook(cell)) {
          Footprint footprint = new Footprint(x, y, 0, type.size());
          found.add(new Candidate(footprint, cost.of(type, footprint)));
        }
      }
    }
    found.sort(Candidate.BEST_FIRST);
    return found;
  }

  private boolean worthALook(int cell) {
    return free[cell] + grid.cell() >= type.size().shorter() / 2;
  }

  private void addTurned(List<Candidate> found, double x, double y, Cost cost) {
    List<Double> tried = new ArrayList<>();
    for (double degrees : orientations(x, y)) {
      Footprint footprint = new Footprint(x, y, degrees, type.size());
      if (tried.contains(footprint.degrees())) {
        continue;
      }
      tried.add(footprint.degrees());
      found.add(new Candidate(footprint, cost.of(type, footprint)));
    }
  }

  private double[] orientations(double x, double y) {
    return switch (type.orientation()) {
      case NORTH -> new double[] {0};
      case ANY -> new double[] {0, 45, 90, longAxis, contour(x, y)};
    };
  }

  /** Along the contour line, to whole degrees. */
  private double contour(double x, double y) {
    int cell = grid.raster().cellAt(x, y);
    double east = grid.slope().eastPercent(cell);
    double north = grid.slope().northPercent(cell);
    return east * east + north * north < 0.01
        ? 0
        : Math.rint(Math.toDegrees(Math.atan2(east, -north)));
  }
}
