package dev.groma.engine.sitelayout.read;

import dev.groma.engine.BadInputException;
import dev.groma.engine.CancelledException;
import dev.groma.engine.EngineContext;
import dev.groma.engine.EngineException;
import dev.groma.engine.Problem;
import dev.groma.engine.crs.Crs;
import dev.groma.engine.crs.LonLat;
import dev.groma.engine.crs.Position;
import dev.groma.engine.number.Decimals;
import dev.groma.engine.sitelayout.earthworks.DemError;
import dev.groma.engine.sitelayout.ground.Ground;
import dev.groma.engine.sitelayout.ground.Raster;
import dev.groma.engine.sitelayout.ground.Resampling;
import dev.groma.engine.sitelayout.parameters.SiteLayoutParameters.TerrainParameters;
import dev.groma.engine.terrain.ElevationSource;
import dev.groma.engine.terrain.Grid;
import dev.groma.engine.terrain.GridFrame;
import dev.groma.engine.terrain.Window;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/**
 * Makes ground of an elevation model.
 *
 * <p>A model in the working CRS is taken as it is: volumes refer to its own cells. Any other is
 * resampled once, to square cells about as large as its own.
 */
final class TerrainReader {

  private static final Decimals WHOLE = new Decimals(0);
  private static final Decimals CENTIMETRES = new Decimals(2);

  /**
   * Ground around the boundary that slopes, routes and batters may look at, in cells; bilinear
   * surfaces end half a cell inside the model.
   */
  private static final int MARGIN_CELLS = 3;

  /** Lattice on which coordinates are transformed exactly; between, bilinear: far below a mm. */
  private static final int LATTICE = 16;

  private final LocalFrame frame;
  private final Envelope box;
  private final TerrainParameters parameters;
  private final double resolution;
  private final long heap;
  private final EngineContext context;

  /**
   * A reader for a site.
   *
   * @param box around the boundary and the entry, local
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

  /** Up to 10 km2 the grid is 10 m by default. */
  private static final double LARGE_SITE = 10e6;

  /** Ground at both resolutions. */
  record Terrain(Ground ground, Ground working, TerrainSource source) {}

  /** Level ground, for jobs without an elevation model. */
  Terrain flat() throws BadInputException {
    Ground flat = Ground.flat(grid(resolution));
    DemError none = new DemError(0, resolution);
    return new Terrain(
        flat,
        flat,
        new TerrainSource("no elevation model: level ground", resolution, resolution, none));
  }

  private Raster grid(double cell) throws BadInputException {
    Envelope around = new Envelope(box);
    around.expandBy(2 * cell);
    Limits.check(around.getWidth(), around.getHeight(), cell, heap);
    return Raster.covering(around, cell);
  }

  /**
   * Ground of a model.
   *
   * @param crs its coordinate system
   */
  Terrain of(ElevationSource model, Crs crs) throws IOException, EngineException {
    boolean asIs = crs.number() == frame.crs().number();
    Ground ground = asIs ? asItIs(model) : resampled(model, crs);
    Raster own = ground.raster();
    double cell = Math.sqrt(own.cellX() * own.cellY());
    boolean same = Math.abs(resolution / cell - 1) < 0.05;
    Ground working = same ? ground : Resampling.onto(grid(resolution), ground, context);
    String description =
        "elevation model in "
            + crs.code()
            + ", cells of "
            + CENTIMETRES.format(cell)
            + (asIs ? " m, as it is" : " m, resampled to " + frame.crs().code());
    return new Terrain(
        ground, working, new TerrainSource(description, resolution, cell, error(cell)));
  }

  /** What usual models of this resolution are wrong by; see the documentation for the sources. */
  private DemError error(double cell) {
    double usual = cell <= 2.5 ? 0.1 : cell <= 12 ? 0.82 : 1.2;
    @Nullable Double sigma = parameters.demErrorMetres();
    @Nullable Double correlation = parameters.demCorrelationMetres();
    return new DemError(
        sigma == null ? usual : sigma, correlation == null ? 3 * cell : correlation);
  }

  private Ground asItIs(ElevationSource model) throws IOException, EngineException {
    GridFrame cells = model.frame();
    double marginX = MARGIN_CELLS * cells.cellWidth();
    double marginY = MARGIN_CELLS * cells.cellHeight();
    int west = clampColumn(cells, cells.column(frame.easting(box.getMinX()) - marginX));
    int east = clampColumn(cells, cells.column(frame.easting(box.getMaxX()) + marginX) + 1);
    int north = clampRow(cells, cells.row(frame.northing(box.getMaxY()) + marginY));
    int south = clampRow(cells, cells.row(frame.northing(box.getMinY()) - marginY) + 1);
    int columns = east - west + 1;
    int rows = south - north + 1;
    Limits.check(
        (columns - 1.0) * cells.cellWidth(),
        (rows - 1.0) * cells.cellHeight(),
        Math.sqrt(cells.cellWidth() * cells.cellHeight()),
        heap);
    Raster raster =
        new Raster(
            columns,
            rows,
            cells.x(west) - frame.originX(),
            cells.y(south) - frame.originY(),
            cells.cellWidth(),
            cells.cellHeight());
    Grid part = model.read(new Window(west, north, columns, rows), context);
    float[] z = new float[raster.size()];
    for (int row = 0; row < rows; row++) {
      System.arraycopy(part.values(), (rows - 1 - row) * columns, z, row * columns, columns);
    }
    return new Ground(raster, z);
  }

  private static int clampColumn(GridFrame cells, double column) {
    return Math.clamp((long) Math.floor(column), 0, cells.columns() - 1);
  }

  private static int clampRow(GridFrame cells, double row) {
    return Math.clamp((long) Math.floor(row), 0, cells.rows() - 1);
  }

  private Ground resampled(ElevationSource model, Crs crs) throws IOException, EngineException {
    double cell = Math.max(cellMetres(model, crs), leastCell());
    Raster raster = grid(cell);
    Grid part = model.read(windowOf(model.frame(), crs, raster), context);
    float[] z = new float[raster.size()];
    int latticeColumns = raster.columns() / LATTICE + 2;
    double[] upper = new double[2 * latticeColumns];
    double[] lower = latticeRow(raster, crs, 0, latticeColumns);
    for (int row = 0; row < raster.rows(); row++) {
      context.checkCancelled();
      int within = row % LATTICE;
      if (within == 0) {
        lower = row == 0 ? lower : upper;
        upper = latticeRow(raster, crs, row + LATTICE, latticeColumns);
      }
      double v = (double) within / LATTICE;
      for (int column = 0; column < raster.columns(); column++) {
        int node = 2 * (column / LATTICE);
        double u = (double) (column % LATTICE) / LATTICE;
        double x = mixed(lower, upper, node, u, v);
        double y = mixed(lower, upper, node + 1, u, v);
        z[raster.index(column, row)] = (float) part.sample(x, y);
      }
    }
    return new Ground(raster, z);
  }

  /** The cells of the model around a grid, whose border is looked at every sixteenth cell. */
  private Window windowOf(GridFrame cells, Crs crs, Raster raster) throws BadInputException {
    double west = Double.POSITIVE_INFINITY;
    double east = Double.NEGATIVE_INFINITY;
    double south = Double.POSITIVE_INFINITY;
    double north = Double.NEGATIVE_INFINITY;
    for (int row = 0; row <= raster.rows(); row += LATTICE) {
      for (int column = 0; column <= raster.columns(); column += LATTICE) {
        Position at = crs.fromWgs84(frame.toWgs84(raster.x(column), raster.y(row)));
        west = Math.min(west, at.x());
        east = Math.max(east, at.x());
        south = Math.min(south, at.y());
        north = Math.max(north, at.y());
      }
    }
    int firstColumn = clampColumn(cells, cells.column(west) - LATTICE);
    int firstRow = clampRow(cells, cells.row(north) - LATTICE);
    int columns = clampColumn(cells, cells.column(east) + LATTICE + 1) - firstColumn + 1;
    int rows = clampRow(cells, cells.row(south) + LATTICE + 1) - firstRow + 1;
    Limits.check(columns - 1, rows - 1, 1, heap);
    return new Window(firstColumn, firstRow, columns, rows);
  }

  /** No finer than the limit on cells allows. */
  private double leastCell() {
    return Math.sqrt(box.getArea() / (0.9 * Limits.MOST_CELLS));
  }

  private double cellMetres(ElevationSource model, Crs crs) {
    GridFrame cells = model.frame();
    LonLat middle = frame.toWgs84(box.centre().getX(), box.centre().getY());
    Position at = crs.fromWgs84(middle);
    LonLat east = crs.toWgs84(at.x() + cells.cellWidth(), at.y());
    LonLat north = crs.toWgs84(at.x(), at.y() + cells.cellHeight());
    double width = frame.toLocal(east).distance(frame.toLocal(middle));
    double height = frame.toLocal(north).distance(frame.toLocal(middle));
    return Math.max(0.5, Math.rint(Math.sqrt(width * height) * 2) / 2);
  }

  private double[] latticeRow(Raster raster, Crs crs, int row, int columns) {
    double[] positions = new double[2 * columns];
    for (int i = 0; i < columns; i++) {
      Position at =
          crs.fromWgs84(frame.toWgs84(raster.x(i * LATTICE), raster.y(row)));
      positions[2 * i] = at.x();
      positions[2 * i + 1] = at.y();
    }
    return positions;
  }

  private static double mixed(double[] lower, double[] upper, int at, double u, double v) {
    double below = lower[at] + u * (lower[at + 2] - lower[at]);
    double above = upper[at] + u * (upper[at + 2] - upper[at]);
    return below + v * (above - below);
  }

  /** Says by how much a model misses the site. */
  static BadInputException notCovered(double missingSquareMetres, double area) {
    double percent = 100 * missingSquareMetres / area;
    return new BadInputException(
        Problem.at(
            "terrain.dem",
            "the elevation model leaves "
                + CENTIMETRES.format(missingSquareMetres / 10_000)
                + " ha of the site without elevations ("
                + WHOLE.format(Math.max(1, percent))
                + " %): take a larger one, or draw the boundary inside of it"));
  }
}
