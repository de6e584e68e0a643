package dev.groma.engine.sitefit.proof;

import dev.groma.engine.CancelledException;
import dev.groma.engine.EngineContext;
import dev.groma.engine.geometry.Bounds;
import dev.groma.engine.sitefit.Infeasible;
import dev.groma.engine.sitefit.RotationRange;
import dev.groma.engine.sitefit.fit.House;
import dev.groma.engine.sitefit.shape.DistanceField;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Rules out every rotation and position. A cell is a range of rotations and a square of positions;
 * it is ruled out when the house in its middle is deeper in the forbidden than any motion within
 * the cell could bring it. Cells that are not are halved, in rotation or in position.
 */
public final class Exhaustion {

  /** Cells after which the search gives up: about a second. */
  private static final int MOST_CELLS = 400_000;

  /** Radians of a first cell to both sides of its middle. */
  private static final double FIRST_TURN = Math.toRadians(5);

  private final DistanceField region;
  private final House house;
  private final EngineContext context;

  /** Prepares a search over all positions. */
  public Exhaustion(DistanceField region, House house, EngineContext context) {
    this.region = region;
    this.house = house;
    this.context = context;
  }

  /**
   * One cell.
   *
   * @param radians of its middle
   * @param turn to both sides
   * @param half side of the square of positions
   */
  private record Cell(double radians, double turn, double x, double y, double half) {}

  /** The proof; empty when it would take too long, or where something fits after all. */
  public Optional<Infeasible> prove(RotationRange range) throws CancelledException {
    Deque<Cell> open = firstCells(range);
    int cells = 0;
    while (!open.isEmpty()) {
      if (cells++ % 256 == 0) {
        context.checkCancelled();
      }
      if (cells > MOST_CELLS) {
        return Optional.empty();
      }
      Cell cell = open.pop();
      double byTurn = house.radius() * cell.turn;
      double byShift = cell.half * Math.sqrt(2);
      double reach = byTurn + byShift;
      if (house.turned(cell.radians).room(region, cell.x, cell.y, -reach) < -reach) {
        continue;
      }
      if (byTurn > byShift) {
        double turn = cell.turn / 2;
        open.push(new Cell(cell.radians - turn, turn, cell.x, cell.y, cell.half));
        open.push(new Cell(cell.radians + turn, turn, cell.x, cell.y, cell.half));
      } else {
        double half = cell.half / 2;
        for (int quarter = 0; quarter < 4; quarter++) {
          double x = cell.x + (quarter % 2 == 0 ? -half : half);
          double y = cell.y + (quarter < 2 ? -half : half);
          open.push(new Cell(cell.radians, cell.turn, x, y, half));
        }
      }
    }
    return Optional.of(new Infeasible.Exhausted(cells));
  }

  private Deque<Cell> firstCells(RotationRange range) {
    Bounds bounds = region.shape().bounds();
    double min = Math.toRadians(range.min());
    double turns = Math.toRadians(range.max() - range.min());
    int count = Math.max(1, (int) Math.ceil(turns / (2 * FIRST_TURN)));
    double turn = turns / count / 2;
    Deque<Cell> cells = new ArrayDeque<>();
    for (int i = 0; i < count; i++) {
      cells.push(
          new Cell(
              min + (2 * i + 1) * turn,
              turn,
              (bounds.minX() + bounds.maxX()) / 2,
              (bounds.minY() + bounds.maxY()) / 2,
              bounds.extent() / 2));
    }
    return cells;
  }
}
