package dev.groma.engine.sitefit.read;

import dev.groma.engine.EngineContext;
import dev.groma.engine.EngineException;
import dev.groma.engine.Input;
import dev.groma.engine.Problem;
import dev.groma.engine.ProblemList;
import dev.groma.engine.crs.Crs;
import dev.groma.engine.geometry.Bounds;
import dev.groma.engine.geometry.Points;
import dev.groma.engine.ring.PolygonCheck;
import dev.groma.engine.ring.SoundPolygon;
import dev.groma.engine.sitefit.Frontage;
import dev.groma.engine.sitefit.Site;
import dev.groma.engine.sitefit.SiteFitParameters;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;

/** Reads a site and checks that its numbers can be what the parameters say. */
public final class SiteReader {

  /** Larger outlines are not parcels but mistakes of unit, metres. */
  private static final double LARGEST_EXTENT = 100_000;

  /**
   * Vertices of parcel times those of house; chosen: cadastral outlines have some hundred, and a
   * run at the limit takes some seconds.
   */
  private static final int MOST_PAIRS = 10_000;

  private final SiteFitParameters parameters;
  private final EngineContext context;
  private final ProblemList problems = new ProblemList();
  private final List<String> notes = new ArrayList<>();
  private final ParcelCrs system = new ParcelCrs(problems);

  private SiteReader(SiteFitParameters parameters, EngineContext context) {
    this.parameters = parameters;
    this.context = context;
  }

  /**
   * Reads parcel and house.
   *
   * @throws dev.groma.engine.BadInputException with everything that is wrong in both
   * @throws IOException only as thrown by the inputs' streams
   */
  public static ReadSite read(
      Input parcel, Input house, SiteFitParameters parameters, EngineContext context)
      throws IOException, EngineException {
    return new SiteReader(parameters, context).read(parcel, house);
  }

  private ReadSite read(Input parcelInput, Input houseInput) throws IOException, EngineException {
    Outlines parcel = Outlines.read(parcelInput, problems, notes, context);
    Outlines house = Outlines.read(houseInput, problems, notes, context);
    Points outline = house == null ? null : houseOutline(house);
    if (parcel == null || outline == null) {
      problems.throwIfBadInput();
      throw new IllegalStateException("what could not be read has a problem");
    }
    Crs crs = crs(parcel);
    checkParts(parcel);
    checkSize(parcel, outline);
    Frontage frontage = frontage(parcel);
    problems.throwIfBadInput();
    ReadSite read = site(parcel, outline, crs, frontage);
    problems.throwIfBadInput();
    return read;
  }

  private void parcelProblem(String path, String message) {
    problems.add(Problem.at(path.isEmpty() ? "parcel" : "parcel." + path, message));
  }

  private @Nullable Points houseOutline(Outlines house) {
    if (house.polygons().size() > 1) {
      problems.add(Problem.at("house", "must be one polygon, are " + house.polygons().size()));
      return null;
    }
    SoundPolygon polygon = house.polygons().getFirst();
    if (!polygon.holes().isEmpty()) {
      notes.add("house: its holes count as built over");
    }
    if (Bounds.of(polygon.shell()).extent() > LARGEST_EXTENT) {
      problems.add(Problem.at("house", "must be in metres; it is more than 100 km long"));
    }
    return polygon.shell();
  }

  private @Nullable Crs crs(Outlines parcel) {
    if (parameters.crs() == null && parcel.crs() == null) {
      notes.add(
          "no crs: the plan is taken as metres with north up, and nothing is mapped to WGS84");
    }
    Crs crs = system.find(parameters.crs(), parcel.crs());
    if (crs != null) {
      system.checkAxes(
          crs, bounds(parcel.polygons()), parcel.rings().getFirst().shell().place().path());
    }
    return crs;
  }

  private void checkParts(Outlines parcel) {
    if (parcel.polygons().size() < 2) {
      return;
    }
    Polygon[] polygons =
        parcel.polygons().stream().map(PolygonCheck::toJts).toArray(Polygon[]::new);
    IsValidOp op = new IsValidOp(new GeometryFactory().createMultiPolygon(polygons));
    if (!op.isValid()) {
      Coordinate at = op.getValidationError().getCoordinate();
      parcelProblem(
          "", "its parts overlap or share an edge at [" + at.x + ", " + at.y + "]; merge them");
    }
  }

  private void checkSize(Outlines parcel, Points house) {
    int vertices = 0;
    for (SoundPolygon polygon : parcel.polygons()) {
      vertices += polygon.shell().size() - 1;
      for (Points hole : polygon.holes()) {
        vertices += hole.size() - 1;
      }
    }
    int corners = house.size() - 1;
    if ((long) vertices * corners > MOST_PAIRS) {
      parcelProblem(
          "",
          "has "
              + vertices
              + " vertices, which with the house's "
              + corners
              + " makes more than "
              + MOST_PAIRS
              + " pairs; simplify the outlines");
    }
  }

  private static Bounds bounds(List<SoundPolygon> polygons) {
    Bounds all = Bounds.of(polygons.getFirst().shell());
    for (SoundPolygon polygon : polygons) {
      Bounds each = Bounds.of(polygon.shell());
      all =
          new Bounds(
              Math.min(all.minX(), each.minX()),
              Math.min(all.minY(), each.minY()),
              Math.max(all.maxX(), each.maxX()),
              Math.max(all.maxY(), each.maxY()));
    }
    return all;
  }

  private Frontage frontage(Outlines parcel) {
    return switch (parameters.street()) {
      case null -> new Frontage.Unknown();
      case SiteFitParameters.Street.NearestTo point -> new Frontage.NearestTo(point.x(), point.y());
      case SiteFitParameters.Street.Edges edges ->
          new Frontage.Edges(
              edges.numbers().stream()
                  .map(number -> ends(parcel.rings().getFirst().shell().points(), number))
                  .flatMap(Optional::stream)
                  .toList());
    };
  }

  private Optional<Frontage.Ends> ends(Points shell, int edge) {
    int next = edge + 1 < shell.size() ? edge + 1 : 0;
    boolean exists = edge < shell.size();
    if (!exists || (shell.x(edge) == shell.x(next) && shell.y(edge) == shell.y(next))) {
      problems.add(
          Problem.at(
              "street.edges",
              "there is no edge "
                  + edge
                  + "; the parcel's are counted from 0, edge i from vertex i to the next"));
      return Optional.empty();
    }
    return Optional.of(
        new Frontage.Ends(shell.x(edge), shell.y(edge), shell.x(next), shell.y(next)));
  }

  private ReadSite site(Outlines parcel, Points house, @Nullable Crs crs, Frontage frontage) {
    Bounds bounds = bounds(parcel.polygons());
    if (bounds.extent() > LARGEST_EXTENT) {
      parcelProblem("", "must be in metres; it is more than 100 km long");
    }
    if (crs == null) {
      return new ReadSite(Site.of(parcel.polygons(), house, frontage, 0), null, notes);
    }
    double x = (bounds.minX() + bounds.maxX()) / 2;
    double y = (bounds.minY() + bounds.maxY()) / 2;
    try {
      system.checkMetres(crs, x, y);
      double convergence = crs.isGeographic() ? 0 : crs.convergence(x, y);
      if (crs.axes() == Crs.Axes.EAST_NORTH) {
        return new ReadSite(Site.of(parcel.polygons(), house, frontage, convergence), crs, notes);
      }
      EastNorth eastNorth = new EastNorth(crs);
      notes.add(
          "parcel: converted from "
              + crs.code()
              + " [southing, westing] to "
              + eastNorth.crs().code()
              + " [easting, northing], in which everything is reported");
      List<SoundPolygon> polygons = parcel.polygons().stream().map(eastNorth::of).toList();
      return new ReadSite(
          Site.of(polygons, house, eastNorth.of(frontage), convergence), eastNorth.crs(), notes);
    } catch (IllegalArgumentException outside) {
      parcelProblem("", String.valueOf(outside.getMessage()));
      return new ReadSite(Site.of(parcel.polygons(), house, frontage, 0), crs, notes);
    }
  }
}
