package dev.groma.engine.sitefit.search;

import dev.groma.engine.CancelledException;
import dev.groma.engine.geometry.Bounds;
import dev.groma.engine.geometry.Points;
import dev.groma.engine.sitefit.fit.InnerFit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the best placement, then the best that differs from it, and so on: the cell with the
 * highest bound is split first, in rotation or in position, until no bound is above the best score
 * found. Bounds only come down as placements are taken, so what was learnt for one holds for the
 * next.
 */
final class BranchAndBound {

  /**
   * Half the side of the smallest cells in which the house does not fit in the middle, metres. What
   * they may hold is a place without room, which vertices of the inner-fit region tell.
   */
  private static final double SMALLEST_UNDECIDED = 0.05;

  /** Half the side of the smallest cells of all, metres: the placement in their middle will do. */
  private static final double SMALLEST = 0.0025;

  /** Cells between two looks at whether the run was cancelled. */
  private static final int BREATH = 64;

  private final Space space;
  private final Terrain terrain;
  private final Refinement refinement;
  private final Frontier frontier = new Frontier();
  private final List<Found> candidates = new ArrayList<>();
  private @Nullable Found best;
  private int cells;

  /**
   * Prepares a search.
   *
   * @param terrain whose taken placements may become more between searches
   * @param root all rotations, and nothing known of their placements
   */
  BranchAndBound(Space space, Terrain terrain, Refinement refinement, Cell root)
      throws CancelledException {
    this.space = space;
    this.terrain = terrain;
    this.refinement = refinement;
    Bounds box = space.region().shape().bounds();
    double size = Math.max(Math.min(box.width(), box.height()), box.extent() / 8);
    int columns = (int) Math.ceil(box.width() / size * (1 - 1e-12));
    int rows = (int) Math.ceil(box.height() / size * (1 - 1e-12));
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        double x = box.minX() + (column + 0.5) * size;
        double y = box.minY() + (row + 0.5) * size;
        look(root, root.sector(), x, y, size / 2);
      }
    }
  }

  /** The best that differs from all taken, refined; null where there is none. */
  @Nullable Found next() throws CancelledException {
    best = bestCandidate();
    if (best != null) {
      best = refinement.quick(best);
    }
    frontier.reopen(floor());
    for (Cell cell = frontier.next(floor()); cell != null; cell = frontier.next(floor())) {
      if (mayDiffer(cell)) {
        split(cell);
      }
    }
    return best == null ? null : refinement.thorough(best);
  }

  private @Nullable Found bestCandidate() {
    Found found = null;
    for (Found each : candidates) {
      if ((found == null || each.score() > found.score())
          && terrain.differs(each.house(), each.x(), each.y(), 0)) {
        found = each;
      }
    }
    return found;
  }

  /** What scores no higher is of no interest. */
  private double floor() {
    return best == null ? Double.NEGATIVE_INFINITY : best.score() + PlacementSearch.PRECISION;
  }

  private boolean mayDiffer(Cell cell) {
    return terrain.differs(cell.sector().turned(), cell.x(), cell.y(), cell.reach());
  }

  private void split(Cell cell) throws CancelledException {
    Sector lower = cell.sector().lower();
    Sector upper = cell.sector().upper();
    boolean isSmall = cell.half() <= SMALLEST_UNDECIDED;
    if (lower != null && upper != null && (isSmall || cell.isMainlyTurned())) {
      look(cell, lower, cell.x(), cell.y(), cell.half());
      look(cell, upper, cell.x(), cell.y(), cell.half());
    } else if (isSmall && !cell.fits()) {
      considerVertices(cell);
    } else if (cell.half() > SMALLEST) {
      double half = cell.half() / 2;
      look(cell, cell.sector(), cell.x() - half, cell.y() - half, half);
      look(cell, cell.sector(), cell.x() + half, cell.y() - half, half);
      look(cell, cell.sector(), cell.x() - half, cell.y() + half, half);
      look(cell, cell.sector(), cell.x() + half, cell.y() + half, half);
    }
  }

  private void look(Cell parent, Sector sector, double x, double y, double half)
      throws CancelledException {
    if (cells++ % BREATH == 0) {
      space.context().checkCancelled();
    }
    Cell cell = terrain.cell(parent, sector, x, y, half, floor());
    if (cell == null) {
      return;
    }
    if (cell.fits() && (best == null || cell.value() > best.score())) {
      consider(cell, x, y);
    }
    frontier.add(cell, floor());
  }

  private void considerVertices(Cell cell) throws CancelledException {
    Bounds square = new Bounds(cell.x(), cell.y(), cell.x(), cell.y()).grown(cell.half());
    Points vertices = InnerFit.of(space.region(), cell.sector().turned(), square).vertices();
    for (int i = 0; i < vertices.size(); i++) {
      consider(cell, vertices.x(i), vertices.y(i));
    }
  }

  /** Climbs from a placement if it is the best so far. */
  private void consider(Cell cell, double x, double y) throws CancelledException {
    Found found =
        terrain.above(
            best == null ? Double.NEGATIVE_INFINITY : best.score(),
            cell.sector().degrees(),
            cell.sector().turned(),
            x,
            y,
            cell.garden(),
            Terrain.FINEST_GARDEN);
    if (found != null) {
      best = refinement.quick(found);
      candidates.add(best);
    }
  }
}
