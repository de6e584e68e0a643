package dev.groma.engine.dem;

import dev.groma.engine.BadInputException;
import dev.groma.engine.EngineContext;
import dev.groma.engine.EngineException;
import dev.groma.engine.Input;
import dev.groma.engine.Problem;
import dev.groma.engine.ascii.EsriAscii;
import dev.groma.engine.crs.Crs;
import dev.groma.engine.geometry.Bounds;
import dev.groma.engine.geotiff.GeoTiff;
import dev.groma.engine.hgt.Hgt;
import dev.groma.engine.terrain.ElevationSource;
import dev.groma.engine.terrain.Grid;
import dev.groma.engine.terrain.GridFrame;
import dev.groma.engine.terrain.Window;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An elevation model in a coordinate system that is known. Opening looks at the head of the file
 * only. Not thread-safe.
 */
public final class Dem {

  private static final int HEAD_BYTES = 512;

  /** Cells read around a site, so that slopes and bilinear ground need no special case there. */
  private static final int MARGIN = 2;

  /** Two definitions of a unit that differ by less are the same. */
  private static final double SAME_UNIT = 1e-9;

  private final DemFormat format;
  private final ElevationSource source;
  private final Crs crs;

  private Dem(DemFormat format, ElevationSource source, Crs crs) {
    this.format = format;
    this.source = source;
    this.crs = crs;
  }

  /**
   * Opens a model and tells its format by its content.
   *
   * @param crs the code of its coordinate system where the file has none; null to rely on the file
   * @throws BadInputException when it is of no known format or damaged, when its coordinate system
   *     is not known, or is another one than given
   * @throws IOException only as thrown by the input
   */
  public static Dem open(Input input, @Nullable String crs) throws IOException, BadInputException {
    byte[] head;
    try (InputStream stream = input.open()) {
      head = stream.readNBytes(HEAD_BYTES);
    }
    if (GeoTiff.isTiff(head)) {
      GeoTiff tiff = GeoTiff.open(input);
      Crs system = DemCrs.settle(tiff.crs(), crs);
      double metres = tiff.metresPerLinearUnit();
      if (metres > 0
          && !system.isGeographic()
          && Math.abs(metres - system.metresPerUnit()) > SAME_UNIT * metres) {
        throw refuse(
            "ProjLinearUnitsGeoKey",
            "the file's unit is %s m long, that of %s %s m; write it again with gdalwarp -t_srs",
            metres,
            system.code(),
            system.metresPerUnit());
      }
      return new Dem(DemFormat.GEOTIFF, tiff, system);
    }
    if (EsriAscii.isEsriAscii(head)) {
      EsriAscii ascii = EsriAscii.open(input);
      return new Dem(DemFormat.ESRI_ASCII, ascii, DemCrs.settle(ascii.crs(), crs));
    }
    if (Hgt.isHgt(input.size())) {
      Hgt hgt = Hgt.open(input);
      return new Dem(DemFormat.HGT, hgt, DemCrs.settle(hgt.crs(), crs));
    }
    throw refuse(
        "",
        "is not an elevation model that is read: %s; GeoTIFF, ESRI ASCII grid and HGT are",
        DemFormatGuess.describe(head));
  }

  private static BadInputException refuse(String place, String message, Object... values) {
    return new BadInputException(Problem.at(place, String.format(Locale.ROOT, message, values)));
  }

  /** What it was read as. */
  public DemFormat format() {
    return format;
  }

  /** Where all its cells lie. */
  public GridFrame frame() {
    return source.frame();
  }

  /** Its coordinate system, with x to the east and y to the north. */
  public Crs crs() {
    return crs;
  }

  /** What a user should know of how the file was understood. */
  public List<String> notes() {
    return source.notes();
  }

  /** How much of a box in this model's coordinate system it covers. */
  public Coverage coverage(Bounds site) {
    double metresPerX = crs.isGeographic() ? 1 : crs.metresPerUnit();
    double metresPerY = metresPerX;
    if (crs.isGeographic()) {
      double middle = (site.minY() + site.maxY()) / 2;
      metresPerX = DegreeLength.ofLongitude(middle);
      metresPerY = DegreeLength.ofLatitude(middle);
    }
    return Coverage.of(frame().bounds(), site, metresPerX, metresPerY);
  }

  /**
   * Reads the cells of a box and two more on each side where there are such.
   *
   * @param site in this model's coordinate system
   * @param mostCells that may be read; checked before memory is taken
   * @throws BadInputException when the box is not covered, has too many cells, or the heights are
   *     damaged or impossible
   * @throws dev.groma.engine.CancelledException when the context says so
   * @throws IOException only as thrown by the input
   */
  public Grid read(Bounds site, long mostCells, EngineContext context)
      throws IOException, EngineException {
    Coverage coverage = coverage(site);
    if (!coverage.isComplete()) {
      throw refuse(
          "",
          "the elevation model does not cover the site: it %s; give one that reaches farther",
          coverage.describe());
    }
    Window window = window(site);
    if (window.cellCount() > mostCells) {
      throw refuse(
          "",
          "the site has %,d cells of the elevation model, more than the %,d that are read; give a"
              + " coarser one (gdalwarp -tr) or a smaller site",
          window.cellCount(),
          mostCells);
    }
    Grid read = source.read(window, context);
    PossibleHeights.check(read, window);
    return new Grid(read.frame(), read.values(), crs.code());
  }

  private Window window(Bounds site) {
    GridFrame all = frame();
    int west = clamp(Math.floor(all.column(site.minX())) - MARGIN, all.columns());
    int east = clamp(Math.ceil(all.column(site.maxX())) + MARGIN, all.columns());
    int north = clamp(Math.floor(all.row(site.maxY())) - MARGIN, all.rows());
    int south = clamp(Math.ceil(all.row(site.minY())) + MARGIN, all.rows());
    return new Window(west, north, east - west + 1, south - north + 1);
  }

  private static int clamp(double index, int count) {
    return (int) Math.clamp(index, 0, count - 1);
  }

  /**
   * The ground on a grid in another coordinate system, such as a metric one: bilinear between this
   * model's centres; where cells are coarser than the model's, the mean of bilinear ground over the
   * cell.
   *
   * @param target whose cells are wanted
   * @param targetCrs with x to the east and y to the north
   * @param mostCells of the model that may be read
   * @throws BadInputException as {@link #read}
   * @throws dev.groma.engine.CancelledException when the context says so
   * @throws IOException only as thrown by the input
   */
  public Grid onto(GridFrame target, Crs targetCrs, long mostCells, EngineContext context)
      throws IOException, EngineException {
    Warp warp;
    try {
      warp = new Warp(target, targetCrs, crs);
    } catch (IllegalArgumentException outside) {
      throw refuse(
          "",
          "the site cannot be found in the elevation model: %s",
          String.valueOf(outside.getMessage()));
    }
    Grid ground = read(warp.sourceBounds(), mostCells, context.part(0, 50));
    return Resampling.onto(ground, target, targetCrs.code(), warp, context.part(50, 100));
  }
}
