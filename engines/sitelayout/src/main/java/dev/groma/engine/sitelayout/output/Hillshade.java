package dev.groma.engine.sitelayout.output;

import dev.groma.engine.CancelledException;
import dev.groma.engine.EngineContext;
import dev.groma.engine.geometry.Bounds;
import dev.groma.engine.sitelayout.site.WorkingGrid;
import java.util.List;

/**
 * The ground as a picture: lit from the north-west at 45 degrees, coloured by slope.
 *
 * @param width in pixels
 * @param height in pixels
 * @param rgb row after row from the north
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere, and handed over at birth
record Hillshade(int width, int height, int[] rgb) {

  /** Pixels of the longer side at most. */
  private static final int LONGEST = 900;

  /** Heights are enlarged so much; chosen by eye: hills show and cliffs are not black. */
  private static final double RELIEF = 1.6;

  /**
   * Shades between black and full light. Chosen: finer ones are not seen, and cost a picture twice
   * its bytes, which have to fit a ConfigMap with the rest.
   */
  private static final int SHADES = 48;

  private static final int UNKNOWN = 0xe9e8e4;

  /** A class of slopes: its colour holds up to a limit in percent. */
  record SlopeClass(double upTo, int rgb, String label) {

    /** As in a style sheet. */
    String colour() {
      return String.format("#%06x", rgb);
    }
  }

  /** Green where every pad may stand, through sand to red where nothing may. */
  static final List<SlopeClass> CLASSES =
      List.of(
          new SlopeClass(5, 0xdfe8d3, "slope up to 5 %"),
          new SlopeClass(10, 0xf1ecd0, "5 to 10 %"),
          new SlopeClass(15, 0xf2dcbb, "10 to 15 %"),
          new SlopeClass(Double.POSITIVE_INFINITY, 0xe6bfae, "above 15 %"));

  /** The ground of a box. */
  static Hillshade of(WorkingGrid grid, Bounds box, EngineContext context)
      throws CancelledException {
    double scale = Math.min(LONGEST / box.extent(), 2 / grid.cell());
    int width = Math.max(1, (int) Math.round(box.width() * scale));
    int height = Math.max(1, (int) Math.round(box.height() * scale));
    int[] rgb = new int[width * height];
    for (int row = 0; row < height; row++) {
      context.checkCancelled();
      double y = box.maxY() - (row + 0.5) * box.height() / height;
      for (int column = 0; column < width; column++) {
        double x = box.minX() + (column + 0.5) * box.width() / width;
        rgb[row * width + column] = pixel(grid, x, y);
      }
    }
    return new Hillshade(width, height, rgb);
  }

  private static int pixel(WorkingGrid grid, double x, double y) {
    int cell = grid.raster().cellAt(x, y);
    double slope = cell < 0 ? Double.NaN : grid.slope().percent(cell);
    if (Double.isNaN(slope)) {
      return UNKNOWN;
    }
    int at = 0;
    while (slope > CLASSES.get(at).upTo()) {
      at++;
    }
    int colour = CLASSES.get(at).rgb();
    double light = light(grid.slope().eastPercent(cell), grid.slope().northPercent(cell));
    boolean inside = grid.isInside(cell);
    return shaded(colour, inside ? light : 0.5 * light + 0.5, inside ? 0 : 0.55);
  }

  /** Lambert's law; 1 on level ground, which is lit by the sine of 45 degrees. */
  private static double light(double eastPercent, double northPercent) {
    double dx = RELIEF * eastPercent / 100;
    double dy = RELIEF * northPercent / 100;
    double lit = (dx * 0.5 - dy * 0.5 + Math.sqrt(0.5)) / Math.sqrt(1 + dx * dx + dy * dy);
    return Math.rint(Math.clamp(lit / Math.sqrt(0.5), 0.66, 1.1) * SHADES) / SHADES;
  }

  private static int shaded(int colour, double light, double fade) {
    int result = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      double lit = Math.min(255, (colour >> shift & 0xff) * light);
      result |= (int) (lit + fade * (251 - lit)) << shift;
    }
    return result;
  }
}
