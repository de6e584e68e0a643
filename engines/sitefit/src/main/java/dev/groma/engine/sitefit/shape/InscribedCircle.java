package dev.groma.engine.sitefit.shape;

import dev.groma.engine.CancelledException;
import dev.groma.engine.EngineContext;
import dev.groma.engine.geometry.Bounds;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * The largest circle in a shape: its pole of inaccessibility, by branch and bound over square
 * cells, as Mapbox's polylabel finds it.
 *
 * @param x of the centre
 * @param y of the centre
 * @param radius of a circle that does fit
 * @param bound no circle that fits is larger
 */
public record InscribedCircle(double x, double y, double radius, double bound) {

  /** Cells between two looks at whether the run was cancelled. */
  private static final int BREATH = 64;

  private static final Comparator<Cell> HIGHEST_FIRST =
      Comparator.comparingDouble((Cell cell) -> -cell.bound())
          .thenComparingDouble(Cell::x)
          .thenComparingDouble(Cell::y);

  /**
   * A square.
   *
   * @param distance of its middle from the boundary, negative outside
   * @param bound no point of it lies farther inside
   */
  private record Cell(double x, double y, double half, double distance, double bound) {

    static Cell of(DistanceField field, double x, double y, double half) {
      Sounding middle = field.sounding(x, y);
      double bound = field.mostWithin(x, y, middle, half);
      return new Cell(x, y, half, middle.distance(), bound);
    }
  }

  /**
   * Finds it.
   *
   * @param precision of the radius; a shape thinner than that gets a radius of 0
   */
  public static InscribedCircle of(DistanceField field, double precision, EngineContext context)
      throws CancelledException {
    Shape shape = field.shape();
    Bounds box = shape.bounds();
    PriorityQueue<Cell> queue = new PriorityQueue<>(HIGHEST_FIRST);
    queue.add(
        Cell.of(
            field, (box.minX() + box.maxX()) / 2, (box.minY() + box.maxY()) / 2, box.extent() / 2));
    Cell best = new Cell(shape.x(0), shape.y(0), 0, 0, 0);
    int cells = 0;
    for (Cell cell = queue.poll(); cell != null; cell = queue.poll()) {
      if (cells++ % BREATH == 0) {
        context.checkCancelled();
      }
      best = cell.distance > best.distance ? cell : best;
      if (cell.bound <= best.distance + precision) {
        return new InscribedCircle(
            best.x, best.y, best.distance, Math.max(cell.bound, best.distance));
      }
      double half = cell.half / 2;
      queue.add(Cell.of(field, cell.x - half, cell.y - half, half));
      queue.add(Cell.of(field, cell.x + half, cell.y - half, half));
      queue.add(Cell.of(field, cell.x - half, cell.y + half, half));
      queue.add(Cell.of(field, cell.x + half, cell.y + half, half));
    }
    throw new IllegalStateException("a cell is replaced by four");
  }
}
