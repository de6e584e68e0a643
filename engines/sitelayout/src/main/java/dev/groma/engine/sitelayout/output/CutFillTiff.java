package dev.groma.engine.sitelayout.output;

import dev.groma.engine.CancelledException;
import dev.groma.engine.EngineContext;
import dev.groma.engine.geotiff.GeoTiffWriter;
import dev.groma.engine.sitelayout.Layout;
import dev.groma.engine.sitelayout.earthworks.Facet;
import dev.groma.engine.sitelayout.ground.Raster;
import dev.groma.engine.sitelayout.read.Grids;
import dev.groma.engine.sitelayout.read.LocalFrame;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import org.locationtech.jts.geom.Envelope;

/**
 * Writes {@code cutfill.tif}: at the centre of each cell of the ground how much the design is above
 * it, in metres: fill is positive, cut negative, no data where nothing is built. Only the box
 * around the design is written.
 */
final class CutFillTiff {

  private CutFillTiff() {}

  static void write(Layout layout, LocalFrame frame, OutputStream out, EngineContext context)
      throws IOException, CancelledException {
    Raster all = layout.ground().raster();
    Raster raster = around(layout, all);
    int firstColumn = all.column(raster.west());
    int firstRow = all.row(raster.south());
    float[] depth = new float[raster.size()];
    Arrays.fill(depth, Float.NaN);
    for (Facet facet : layout.earthworks().design()) {
      context.checkCancelled();
      fill(layout, facet, raster, depth, firstColumn, firstRow);
    }
    GeoTiffWriter.write(Grids.grid(raster, depth, frame), GeoTiffWriter.Compression.DEFLATE, out);
  }

  private static Raster around(Layout layout, Raster all) {
    Envelope box = new Envelope();
    for (Facet facet : layout.earthworks().design()) {
      for (int i = 0; i < facet.xy().length; i += 2) {
        box.expandToInclude(facet.xy()[i], facet.xy()[i + 1]);
      }
    }
    if (box.isNull()) {
      box.expandToInclude(all.west(), all.south());
    }
    int west = Math.clamp(all.column(box.getMinX()) - 1L, 0, all.columns() - 1);
    int east = Math.clamp(all.column(box.getMaxX()) + 1L, 0, all.columns() - 1);
    int south = Math.clamp(all.row(box.getMinY()) - 1L, 0, all.rows() - 1);
    int north = Math.clamp(all.row(box.getMaxY()) + 1L, 0, all.rows() - 1);
    return new Raster(
        east - west + 1, north - south + 1, all.x(west), all.y(south), all.cellX(), all.cellY());
  }

  private static void fill(
      Layout layout, Facet facet, Raster raster, float[] depth, int firstColumn, int firstRow) {
    double[] xy = facet.xy();
    Envelope box = new Envelope();
    for (int i = 0; i < xy.length; i += 2) {
      box.expandToInclude(xy[i], xy[i + 1]);
    }
    int lastRow = Math.min(raster.rows() - 1, raster.row(box.getMaxY()));
    int lastColumn = Math.min(raster.columns() - 1, raster.column(box.getMaxX()));
    for (int row = Math.max(0, raster.row(box.getMinY())); row <= lastRow; row++) {
      for (int column = Math.max(0, raster.column(box.getMinX())); column <= lastColumn; column++) {
        int at = raster.index(column, row);
        double x = raster.x(column);
        double y = raster.y(row);
        if (Float.isNaN(depth[at]) && contains(xy, x, y)) {
          int cell = layout.ground().raster().index(firstColumn + column, firstRow + row);
          double above = facet.design().at(x, y) - layout.ground().z(cell);
          boolean counts =
              switch (facet.counts()) {
                case BOTH -> true;
                case CUT -> above < 0;
                case FILL -> above > 0;
              };
          depth[at] = counts ? (float) above : Float.NaN;
        }
      }
    }
  }

  /** Even-odd; the outlines are convex. */
  private static boolean contains(double[] xy, double x, double y) {
    boolean inside = false;
    for (int i = 0, j = xy.length - 2; i < xy.length; j = i, i += 2) {
      if (xy[i + 1] > y != xy[j + 1] > y
          && x < (xy[j] - xy[i]) * (y - xy[i + 1]) / (xy[j + 1] - xy[i + 1]) + xy[i]) {
        inside = !inside;
      }
    }
    return inside;
  }
}
