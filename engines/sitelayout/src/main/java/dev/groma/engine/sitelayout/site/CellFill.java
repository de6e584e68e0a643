package dev.groma.engine.sitelayout.site;

import dev.groma.engine.sitelayout.ground.Raster;
import java.util.Arrays;
import java.util.BitSet;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** The cells whose centres lie in polygons, by the even-odd rule along the rows. */
public final class CellFill {

  private CellFill() {}

  /** The cells of a geometry's polygons; holes are left out. */
  public static BitSet of(Geometry geometry, Raster raster) {
    BitSet cells = new BitSet(raster.size());
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      if (geometry.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
        fill(polygon, raster, cells);
      }
    }
    return cells;
  }

  private static void fill(Polygon polygon, Raster raster, BitSet cells) {
    int first = Math.max(0, raster.row(polygon.getEnvelopeInternal().getMinY()) - 1);
    int last = Math.min(raster.rows() - 1, raster.row(polygon.getEnvelopeInternal().getMaxY()) + 1);
    if (last < first) {
      return;
    }
    double[][] crossings = new double[last - first + 1][4];
    int[] counts = new int[last - first + 1];
    addRing(polygon.getExteriorRing(), raster, first, crossings, counts);
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      addRing(polygon.getInteriorRingN(i), raster, first, crossings, counts);
    }
    for (int row = first; row <= last; row++) {
      double[] at = crossings[row - first];
      int count = counts[row - first];
      Arrays.sort(at, 0, count);
      for (int i = 0; i + 1 < count; i += 2) {
        int from = Math.max(0, (int) Math.ceil((at[i] - raster.west()) / raster.cellX()));
        int to =
            Math.min(
                raster.columns() - 1,
                (int) Math.floor((at[i + 1] - raster.west()) / raster.cellX()));
        if (to >= from) {
          cells.set(raster.index(from, row), raster.index(to, row) + 1);
        }
      }
    }
  }

  private static void addRing(
      LinearRing ring, Raster raster, int first, double[][] crossings, int[] counts) {
    CoordinateSequence points = ring.getCoordinateSequence();
    for (int i = 1; i < points.size(); i++) {
      double y0 = points.getY(i - 1);
      double y1 = points.getY(i);
      double low = Math.min(y0, y1);
      double high = Math.max(y0, y1);
      int from = Math.max(first, (int) Math.ceil((low - raster.south()) / raster.cellY()));
      int to = Math.min(first + counts.length - 1, raster.row(high) + 1);
      for (int row = from; row <= to; row++) {
        double y = raster.y(row);
        if (y0 > y == y1 > y) {
          continue;
        }
        int at = row - first;
        if (counts[at] == crossings[at].length) {
          crossings[at] = Arrays.copyOf(crossings[at], 2 * counts[at]);
        }
        double share = (y - y0) / (y1 - y0);
        crossings[at][counts[at]++] =
            points.getX(i - 1) + share * (points.getX(i) - points.getX(i - 1));
      }
    }
  }
}
