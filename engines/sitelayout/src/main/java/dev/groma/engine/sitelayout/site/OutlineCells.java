package dev.groma.engine.sitelayout.site;

import dev.groma.engine.CancelledException;
import dev.groma.engine.EngineContext;
import dev.groma.engine.sitelayout.ground.Raster;
import java.util.BitSet;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.LinearComponentExtracter;

/**
 * The cells whose centres are nearer to an outline than a distance: what shrinking the outline by
 * that distance takes away. Exact, edge by edge, in time proportional to the cells looked at.
 */
public final class OutlineCells {

  private static final int ASK_EVERY = 1024;

  private OutlineCells() {}

  /** Takes the cells near the outlines of a geometry out of a set. */
  public static void clearNear(
      Geometry geometry, double distance, Raster raster, BitSet cells, EngineContext context)
      throws CancelledException {
    int edges = 0;
    for (Object line : LinearComponentExtracter.getLines(geometry)) {
      Coordinate[] points = ((LineString) line).getCoordinates();
      for (int i = 1; i < points.length; i++) {
        if (++edges % ASK_EVERY == 0) {
          context.checkCancelled();
        }
        clearNear(points[i - 1], points[i], distance, raster, cells);
      }
    }
  }

  /** Row by row, so that a long slanting edge costs its length and not its box. */
  private static void clearNear(
      Coordinate from, Coordinate to, double distance, Raster raster, BitSet cells) {
    int firstRow = Math.max(0, raster.row(Math.min(from.y, to.y) - distance));
    int lastRow = Math.min(raster.rows() - 1, raster.row(Math.max(from.y, to.y) + distance));
    for (int row = firstRow; row <= lastRow; row++) {
      double y = raster.y(row);
      double low = xAt(from, to, y - distance);
      double high = xAt(from, to, y + distance);
      int first = Math.max(0, raster.column(Math.min(low, high) - distance));
      int last = Math.min(raster.columns() - 1, raster.column(Math.max(low, high) + distance));
      Coordinate centre = new Coordinate(0, y);
      for (int column = first; column <= last; column++) {
        centre.x = raster.x(column);
        if (Distance.pointToSegment(centre, from, to) < distance) {
          cells.clear(raster.index(column, row));
        }
      }
    }
  }

  /** x where an edge is at a height, or at its end that is nearest to it. */
  private static double xAt(Coordinate from, Coordinate to, double y) {
    if (from.y == to.y) {
      return y < from.y ? from.x : to.x;
    }
    double share = Math.clamp((y - from.y) / (to.y - from.y), 0.0, 1.0);
    return from.x + share * (to.x - from.x);
  }
}
