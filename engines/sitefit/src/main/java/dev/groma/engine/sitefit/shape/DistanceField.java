package dev.groma.engine.sitefit.shape;

import dev.groma.engine.geometry.Bounds;
import java.util.stream.IntStream;

/**
 * Exact distances from points to the boundary of a shape, in a time that hardly depends on the
 * number of its edges: an {@link EdgeGrid} leaves few to choose from. Points beyond the grid are
 * compared with every edge.
 */
public final class DistanceField {

  private final Shape shape;
  private final Edges edges;
  private final EdgeGrid grid;
  private final int[] everyEdge;

  /**
   * A field around a shape.
   *
   * @param margin to every side of the shape's bounds in which distances are asked for, metres
   */
  public DistanceField(Shape shape, double margin) {
    this.shape = shape;
    edges = new Edges(shape);
    everyEdge = IntStream.range(0, shape.size()).toArray();
    Bounds bounds = shape.bounds();
    double extent = bounds.extent() + 2 * margin;
    grid =
        new EdgeGrid(
            shape,
            edges,
            (bounds.minX() + bounds.maxX() - extent) / 2,
            (bounds.minY() + bounds.maxY() - extent) / 2,
            extent);
  }

  /** The shape. */
  public Shape shape() {
    return shape;
  }

  /** From a point to the boundary: positive inside, negative outside. */
  public double signedDistance(double px, double py) {
    int cell = grid.cell(px, py);
    int edge = nearest(cell, px, py);
    double distance = Math.sqrt(edges.squaredDistance(edge, px, py));
    return isInside(cell, edge, px, py) ? distance : -distance;
  }

  /** The signed distance with its direction. */
  public Sounding sounding(double px, double py) {
    int cell = grid.cell(px, py);
    int edge = nearest(cell, px, py);
    return edges.sounding(edge, px, py, isInside(cell, edge, px, py));
  }

  /**
   * No point of a square lies farther inside than this.
   *
   * @param middle at the middle of the square
   * @param half of its side
   */
  public double mostWithin(double px, double py, Sounding middle, double half) {
    double reach = half * Math.sqrt(2);
    double most = middle.distance() + reach;
    int cell = grid.cell(px, py);
    if (cell < 0 || middle.distance() < 2 * reach) {
      return most;
    }
    for (int i = grid.from(cell); i < grid.to(cell); i++) {
      Sounding other = edges.sounding(grid.edges()[i], px, py, true);
      most = Math.min(most, Sounding.mostBetween(middle, other, half));
    }
    return most;
  }

  private int nearest(int cell, double px, double py) {
    return cell < 0
        ? edges.nearest(everyEdge, 0, everyEdge.length, px, py)
        : edges.nearest(grid.edges(), grid.from(cell), grid.to(cell), px, py);
  }

  /** By the cell as a whole, or by the nearest edge; where its end is nearest, by all edges. */
  private boolean isInside(int cell, int edge, double px, double py) {
    if (cell < 0) {
      return false;
    }
    int side = grid.side(cell);
    if (side != 0) {
      return side > 0;
    }
    return edges.isBeside(edge, px, py) ? edges.isLeft(edge, px, py) : shape.contains(px, py);
  }
}
