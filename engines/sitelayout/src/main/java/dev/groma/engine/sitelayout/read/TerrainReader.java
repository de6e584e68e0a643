package dev.groma.engine.sitelayout.read;

import dev.groma.engine.BadInputException;
import dev.groma.engine.EngineContext;
import dev.groma.engine.EngineException;
import dev.groma.engine.dem.Dem;
import dev.groma.engine.geometry.Bounds;
import dev.groma.engine.number.Decimals;
import dev.groma.engine.sitelayout.earthworks.DemError;
import dev.groma.engine.sitelayout.ground.Ground;
import dev.groma.engine.sitelayout.ground.Raster;
import dev.groma.engine.sitelayout.parameters.SiteLayoutParameters.TerrainParameters;
import dev.groma.engine.terrain.Grid;
import dev.groma.engine.terrain.GridFrame;
import java.io.IOException;
import org.locationtech.jts.geom.Envelope;

/**
 * Makes ground of an elevation model.
 *
 * <p>A model in the working CRS is taken as it is: volumes refer to its own cells. Any other is
 * resampled once, to cells about as large as its own.
 */
final class TerrainReader {

  private static final Decimals CENTIMETRES = new Decimals(2);

  /** Metres of ground around the site where the model has it: for the entry's road, side slopes. */
  private static final double AROUND = 60;

  /** Up to this area the grid is 10 m by default, beyond 20 m. */
  private static final double LARGE_SITE = 10e6;

  private final LocalFrame frame;
  private final Envelope box;
  private final TerrainParameters parameters;
  private final double resolution;
  private final long heap;
  private final EngineContext context;

  /**
   * A reader for a site.
   *
   * @param box around the boundary, local
   * @param area of the boundary, in square metres
   */
  TerrainReader(
      LocalFrame frame,
      Envelope box,
      double area,
      TerrainParameters parameters,
      long heap,
      EngineContext context) {
    this.frame = frame;
    this.box = box;
    this.parameters = parameters;
    this.heap = heap;
    this.context = context;
    Double given = parameters.resolutionMetres();
    resolution = given != null ? given : area <= LARGE_SITE ? 10 : 20;
  }

  /** Ground at both resolutions. */
  record Terrain(Ground ground, Ground working, TerrainSource source) {}

  /** Level ground, for jobs without an elevation model. */
  Terrain flat() throws BadInputException {
    Envelope around = new Envelope(box);
    around.expandBy(2 * resolution);
    Limits.check(around.getWidth(), around.getHeight(), resolution, heap);
    Ground flat = Ground.flat(Raster.covering(around, resolution));
    DemError none = new DemError(0, resolution);
    return new Terrain(
        flat,
        flat,
        new TerrainSource("no elevation model: level ground", resolution, resolution, none));
  }

  /** Ground of a model. */
  Terrain of(Dem dem) throws IOException, EngineException {
    boolean asIs = dem.crs().number() == frame.crs().number();
    double own = cellMetres(dem);
    Limits.check(box.getWidth(), box.getHeight(), Math.max(own, leastCell()), heap);
    Ground ground = asIs ? asItIs(dem) : onto(dem, fitted(Math.max(own, leastCell())));
    double cell = Math.sqrt(ground.raster().cellX() * ground.raster().cellY());
    boolean same = Math.abs(resolution / cell - 1) < 0.05;
    Ground working = same ? ground : onto(dem, atResolution());
    String description =
        dem.crs().code()
            + (asIs
                ? ", cells of " + CENTIMETRES.format(cell) + " m taken as they are"
                : ", resampled to "
                    + frame.crs().code()
                    + ", cells of "
                    + CENTIMETRES.format(cell)
                    + " m");
    return new Terrain(
        ground,
        working,
        new TerrainSource(
            "elevation model in " + description, resolution, cell, error(Math.max(own, cell))));
  }

  /** What usual models of this resolution are wrong by; see the documentation for the sources. */
  private DemError error(double cell) {
    double usual = cell <= 2.5 ? 0.1 : cell <= 12 ? 0.82 : 1.2;
    Double sigma = parameters.demErrorMetres();
    Double correlation = parameters.demCorrelationMetres();
    return new DemError(
        sigma == null ? usual : sigma, correlation == null ? 3 * cell : correlation);
  }

  private Ground asItIs(Dem dem) throws IOException, EngineException {
    Bounds site =
        new Bounds(
            frame.easting(box.getMinX()),
            frame.northing(box.getMinY()),
            frame.easting(box.getMaxX()),
            frame.northing(box.getMaxY()));
    Bounds all = dem.frame().bounds();
    Bounds around =
        new Bounds(
            Math.min(site.minX(), Math.max(all.minX(), site.minX() - AROUND)),
            Math.min(site.minY(), Math.max(all.minY(), site.minY() - AROUND)),
            Math.max(site.maxX(), Math.min(all.maxX(), site.maxX() + AROUND)),
            Math.max(site.maxY(), Math.min(all.maxY(), site.maxY() + AROUND)));
    return Grids.ground(heights(() -> dem.read(around, Limits.MOST_CELLS, context)), frame);
  }

  private Ground onto(Dem dem, Raster raster) throws IOException, EngineException {
    GridFrame cells = Grids.frame(raster, frame);
    return Grids.ground(
        heights(() -> dem.onto(cells, frame.crs(), 4L * Limits.MOST_CELLS, context)), frame);
  }

  private interface Reading {
    Grid read() throws IOException, EngineException;
  }

  /** What is wrong with the model is told as wrong with that input. */
  private static Grid heights(Reading reading) throws IOException, EngineException {
    try {
      return reading.read();
    } catch (BadInputException wrong) {
      throw wrong.in(SiteReader.DEM);
    }
  }

  /** Cells that end exactly at the box, so that its surface reaches every corner of the site. */
  private Raster fitted(double cell) {
    int columns = Math.max(1, (int) Math.ceil(box.getWidth() / cell));
    int rows = Math.max(1, (int) Math.ceil(box.getHeight() / cell));
    return new Raster(
        columns + 1,
        rows + 1,
        box.getMinX(),
        box.getMinY(),
        box.getWidth() / columns,
        box.getHeight() / rows);
  }

  /** Cells of the working resolution, none of which reaches beyond the box. */
  private Raster atResolution() throws BadInputException {
    Limits.check(box.getWidth(), box.getHeight(), resolution, heap);
    int columns = Math.max(1, (int) Math.floor(box.getWidth() / resolution));
    int rows = Math.max(1, (int) Math.floor(box.getHeight() / resolution));
    return new Raster(
        columns,
        rows,
        box.centre().getX() - (columns - 1) * resolution / 2,
        box.centre().getY() - (rows - 1) * resolution / 2,
        resolution,
        resolution);
  }

  /** No finer than the limit on cells allows. */
  private double leastCell() {
    return Math.sqrt(box.getArea() / (0.9 * Limits.MOST_CELLS));
  }

  /** The model's own cell on the ground here, to half metres where it has to be resampled. */
  private double cellMetres(Dem dem) {
    double width = dem.frame().cellWidth();
    double height = dem.frame().cellHeight();
    if (dem.crs().number() == frame.crs().number()) {
      return Math.sqrt(width * height);
    }
    var middle = frame.toWgs84(box.centre().getX(), box.centre().getY());
    var at = dem.crs().fromWgs84(middle);
    var here = frame.toLocal(middle);
    double east = frame.toLocal(dem.crs().toWgs84(at.x() + width, at.y())).distance(here);
    double north = frame.toLocal(dem.crs().toWgs84(at.x(), at.y() + height)).distance(here);
    return Math.max(0.5, Math.rint(Math.sqrt(east * north) * 2) / 2);
  }
}
