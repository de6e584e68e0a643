package dev.groma.engine.sitefit.read;

import dev.groma.engine.EngineContext;
import dev.groma.engine.EngineException;
import dev.groma.engine.Input;
import dev.groma.engine.Problem;
import dev.groma.engine.ProblemList;
import dev.groma.engine.crs.Crs;
import dev.groma.engine.crs.CrsLookup;
import dev.groma.engine.crs.Krovak;
import dev.groma.engine.crs.Position;
import dev.groma.engine.geometry.Bounds;
import dev.groma.engine.geometry.Points;
import dev.groma.engine.number.Decimals;
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

  /** By how much a map may stretch lengths before a house of true size does not belong on it. */
  private static final double MOST_STRETCH = 0.01;

  /** Larger outlines are not parcels but mistakes of unit, metres. */
  private static final double LARGEST_EXTENT = 100_000;

  /**
   * Vertices of parcel times those of house; chosen: cadastral outlines have some hundred, and a
   * run at the limit takes about a minute.
   */
  private static final int MOST_PAIRS = 10_000;

  private final SiteFitParameters parameters;
  private final EngineContext context;
  private final ProblemList problems = new ProblemList();
  private final List<String> notes = new ArrayList<>();

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
    if (crs != null) {
      Krovak.mixedUpAxes(crs, bounds(parcel.polygons()))
          .ifPresent(
              words -> parcelProblem(parcel.rings().getFirst().shell().place().path(), words));
    }
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
    String code = parameters.crs() == null ? parcel.crs() : parameters.crs();
    if (code == null) {
      notes.add(
          "no crs: the plan is taken as metres with north up, and nothing is mapped to WGS84");
      return null;
    }
    return switch (CrsLookup.of(code)) {
      case CrsLookup.Refused refused -> {
        parcelProblem("crs", refused.message());
        yield null;
      }
      case CrsLookup.Found found -> {
        checkSame(found.crs(), parcel.crs());
        yield found.crs();
      }
    };
  }

  private void checkSame(Crs crs, @Nullable String named) {
    if (named != null
        && CrsLookup.of(named) instanceof CrsLookup.Found other
        && other.crs().number() != crs.number()) {
      parcelProblem(
          "crs", "names " + other.crs().code() + ", the job " + crs.code() + "; make them agree");
    }
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
      checkMetres(crs, x, y);
      double convergence = crs.isGeographic() ? 0 : crs.convergence(x, y);
      if (crs.axes() == Crs.Axes.EAST_NORTH) {
        return new ReadSite(Site.of(parcel.polygons(), house, frontage, convergence), crs, notes);
      }
      Crs eastNorth = crs.eastNorth();
      notes.add(
          "parcel: converted from "
              + crs.code()
              + " [southing, westing] to "
              + eastNorth.code()
              + " [easting, northing], in which everything is reported");
      return new ReadSite(
          Site.of(
              parcel.polygons().stream().map(polygon -> toEastNorth(polygon, crs)).toList(),
              house,
              toEastNorth(frontage, crs),
              convergence),
          eastNorth,
          notes);
    } catch (IllegalArgumentException outside) {
      parcelProblem("", String.valueOf(outside.getMessage()));
      return new ReadSite(Site.of(parcel.polygons(), house, frontage, 0), crs, notes);
    }
  }

  private void checkMetres(Crs crs, double x, double y) {
    String utm = Crs.utmCode(crs.toWgs84(x, y));
    if (crs.isGeographic()) {
      parcelProblem("crs", crs.code() + " is in degrees; convert to metres, such as " + utm);
    } else if (Math.abs(crs.metresPerUnit() - 1) > 1e-9) {
      parcelProblem("crs", crs.code() + " is not in metres; convert, such as to " + utm);
    } else if (Math.abs(crs.scale(x, y) - 1) > MOST_STRETCH) {
      String percent = new Decimals(1).format(100 * (crs.scale(x, y) - 1));
      parcelProblem(
          "crs",
          crs.code()
              + " changes lengths by "
              + percent
              + " % here, so a house in metres does not fit it; convert, such as to "
              + utm);
    }
  }

  /** East-north is a mirror image of south-west, so rings turn round. */
  private static SoundPolygon toEastNorth(SoundPolygon polygon, Crs crs) {
    return new SoundPolygon(
        toEastNorth(polygon.shell(), crs),
        polygon.holes().stream().map(hole -> toEastNorth(hole, crs)).toList());
  }

  private static Points toEastNorth(Points ring, Crs crs) {
    double[] xy = new double[2 * ring.size()];
    for (int i = 0; i < ring.size(); i++) {
      int from = ring.size() - 1 - i;
      Position position = crs.toEastNorth(ring.x(from), ring.y(from));
      xy[2 * i] = position.x();
      xy[2 * i + 1] = position.y();
    }
    return Points.of(xy);
  }

  private static Frontage toEastNorth(Frontage frontage, Crs crs) {
    return switch (frontage) {
      case Frontage.Unknown unknown -> unknown;
      case Frontage.NearestTo point -> {
        Position position = crs.toEastNorth(point.x(), point.y());
        yield new Frontage.NearestTo(position.x(), position.y());
      }
      case Frontage.Edges edges ->
          new Frontage.Edges(
              edges.ends().stream()
                  .map(ends -> {
                    Position from = crs.toEastNorth(ends.x1(), ends.y1());
                    Position to = crs.toEastNorth(ends.x2(), ends.y2());
                    return new Frontage.Ends(from.x(), from.y(), to.x(), to.y());
                  })
                  .toList());
    };
  }
}
