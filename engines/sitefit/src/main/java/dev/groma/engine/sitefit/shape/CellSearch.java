package dev.groma.engine.sitefit.shape;

import dev.groma.engine.CancelledException;
import dev.groma.engine.EngineContext;
import dev.groma.engine.geometry.Bounds;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Finds the highest point of a function over a box: branch and bound over square cells, the cell
 * with the highest bound first, as Mapbox's polylabel does for one function.
 *
 * <p>Exact within {@code precision}: no point of the box is higher than the answer by more, unless
 * the function is defined on so little around it that cells of 10 cm cannot tell; {@link Summit}
 * and {@link #undecided} say how high such a point could be.
 */
public final class CellSearch {

  /** Half the side of the smallest cells, metres; chosen: a quarter of any precision asked for. */
  private static final double SMALLEST = 0.0025;

  /** The same where the middle has no value: what is left there is the affair of the caller. */
  private static final double SMALLEST_UNDECIDED = 0.05;

  /** Cells between two looks at whether the run was cancelled. */
  private static final int BREATH = 64;

  private static final Comparator<Cell> HIGHEST_FIRST =
      Comparator.comparingDouble((Cell cell) -> -cell.bound)
          .thenComparingDouble(Cell::x)
          .thenComparingDouble(Cell::y);

  private final EngineContext context;
  private int cells;
  private double undecided;

  /** A search that can be cancelled. */
  public CellSearch(EngineContext context) {
    this.context = context;
  }

  /** A function with a bound on how fast it changes. */
  public interface Terrain {

    /**
     * Looks at a point.
     *
     * @param reach no answer is needed for points farther away than this
     * @param floor what is no higher needs no closer look
     * @return the value here, negative infinity where there is none, and no point within reach is
     *     higher than the bound
     */
    Sight at(double x, double y, double reach, double floor);
  }

  /**
   * What is seen from a point.
   *
   * @param value at the point
   * @param bound of the values within reach
   */
  public record Sight(double value, double bound) {

    /** Nothing here and nothing within reach. */
    public static final Sight NOTHING =
        new Sight(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY);
  }

  /**
   * The answer.
   *
   * @param x of the highest point found
   * @param y of the highest point found
   * @param value there
   * @param bound no point of the box is higher
   */
  public record Summit(double x, double y, double value, double bound) {}

  private record Cell(double x, double y, double half, double bound) {}

  /** Cells looked at so far. */
  public int cells() {
    return cells;
  }

  /** The highest bound of a cell that was given up undecided in the last search. */
  public double undecided() {
    return undecided;
  }

  /**
   * Searches a box.
   *
   * @param floor lower points are of no interest
   * @return null when nothing above the floor was found
   */
  public @Nullable Summit search(Terrain terrain, Bounds box, double precision, double floor)
      throws CancelledException {
    PriorityQueue<Cell> queue = new PriorityQueue<>(HIGHEST_FIRST);
    Best best = new Best(floor);
    undecided = Double.NEGATIVE_INFINITY;
    double size = Math.max(Math.min(box.width(), box.height()), box.extent() / 8);
    int columns = size > 0 ? (int) Math.ceil(box.width() / size * (1 - 1e-12)) : 1;
    int rows = size > 0 ? (int) Math.ceil(box.height() / size * (1 - 1e-12)) : 1;
    for (int row = 0; row < Math.max(rows, 1); row++) {
      for (int column = 0; column < Math.max(columns, 1); column++) {
        double x = box.minX() + (column + 0.5) * size;
        double y = box.minY() + (row + 0.5) * size;
        look(terrain, x, y, size / 2, best, queue);
      }
    }
    double bound = best.value;
    for (Cell cell = queue.poll(); cell != null; cell = queue.poll()) {
      if (cell.bound <= best.value + precision) {
        bound = Math.max(bound, cell.bound);
        break;
      }
      double half = cell.half / 2;
      look(terrain, cell.x - half, cell.y - half, half, best, queue);
      look(terrain, cell.x + half, cell.y - half, half, best, queue);
      look(terrain, cell.x - half, cell.y + half, half, best, queue);
      look(terrain, cell.x + half, cell.y + half, half, best, queue);
    }
    return best.found ? new Summit(best.x, best.y, best.value, Math.max(bound, best.value)) : null;
  }

  private void look(
      Terrain terrain, double x, double y, double half, Best best, PriorityQueue<Cell> queue)
      throws CancelledException {
    if (cells++ % BREATH == 0) {
      context.checkCancelled();
    }
    Sight sight = terrain.at(x, y, half * Math.sqrt(2), best.value);
    if (sight.value > best.value) {
      best.found = true;
      best.value = sight.value;
      best.x = x;
      best.y = y;
    }
    if (sight.bound <= best.value) {
      return;
    }
    boolean hasValue = sight.value > Double.NEGATIVE_INFINITY;
    if (half > (hasValue ? SMALLEST : SMALLEST_UNDECIDED)) {
      queue.add(new Cell(x, y, half, sight.bound));
    } else if (!hasValue) {
      undecided = Math.max(undecided, sight.bound);
    }
  }

  /** The highest point so far. */
  private static final class Best {
    private boolean found;
    private double value;
    private double x;
    private double y;

    Best(double floor) {
      value = floor;
    }
  }
}
