package dev.groma.engine.sitelayout.read;

import dev.groma.engine.BadInputException;
import dev.groma.engine.EngineContext;
import dev.groma.engine.EngineException;
import dev.groma.engine.Input;
import dev.groma.engine.Problem;
import dev.groma.engine.ProblemList;
import dev.groma.engine.geojson.Feature;
import dev.groma.engine.geojson.FeatureReader;
import dev.groma.engine.geojson.Features;
import dev.groma.engine.geojson.Geometry;
import dev.groma.engine.ring.PolygonCheck;
import dev.groma.engine.ring.SoundPolygon;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/** Reads a map file and sorts its features by what they stand for. */
final class SiteMapReader {

  /** Vertices of all polygons together; chosen: a thousand times those of any real site. */
  private static final int MOST_POSITIONS = 1_000_000;

  private static final List<String> NAMES =
      List.of("role", "folder", "layer", "kind", "type", "name", "Name");

  private final Role polygonsByDefault;
  private final ProblemList problems = new ProblemList();
  private final List<String> notes = new ArrayList<>();
  private final PolygonCheck check = new PolygonCheck(problems, notes);
  private final List<Polygon> boundary = new ArrayList<>();
  private final List<Polygon> exclusions = new ArrayList<>();
  private final List<Coordinate> entries = new ArrayList<>();
  private final List<Coordinate> substations = new ArrayList<>();
  private int linesLeftOut;

  private SiteMapReader(Role polygonsByDefault) {
    this.polygonsByDefault = polygonsByDefault;
  }

  /**
   * Reads a file.
   *
   * @param crs of its coordinates, unless it says so itself
   * @param polygonsByDefault what a polygon is whose names say nothing
   */
  static SiteMap read(Input input, String crs, Role polygonsByDefault, EngineContext context)
      throws IOException, EngineException {
    Features features = FeatureReader.read(input, MOST_POSITIONS, NAMES, context);
    SiteMapReader reader = new SiteMapReader(polygonsByDefault);
    for (Feature feature : features.all()) {
      context.checkCancelled();
      reader.add(feature);
    }
    reader.problems.throwIfBadInput();
    if (reader.linesLeftOut > 0) {
      reader.notes.add(input.name() + ": " + reader.linesLeftOut + " lines were left out");
    }
    if (polygonsByDefault == Role.BOUNDARY && reader.boundary.isEmpty()) {
      throw new BadInputException(
          Problem.at(input.name(), "must hold at least one polygon: the boundary of the site"));
    }
    return new SiteMap(
        features.crs() == null ? crs : features.crs(),
        reader.boundary,
        reader.exclusions,
        reader.entries,
        reader.substations,
        reader.notes);
  }

  private void add(Feature feature) {
    Role named = role(feature);
    for (Geometry geometry : feature.geometries()) {
      switch (geometry) {
        case Geometry.Polygons polygons -> addPolygons(polygons, named);
        case Geometry.PointSet points -> addPoints(points, named);
        case Geometry.Lines lines -> linesLeftOut += lines.lines().size();
      }
    }
  }

  private static @Nullable Role role(Feature feature) {
    for (String property : NAMES) {
      String text = feature.properties().get(property);
      Role role = text == null ? null : Role.of(text);
      if (role != null) {
        return role;
      }
    }
    return feature.id() == null ? null : Role.of(feature.id());
  }

  private void addPolygons(Geometry.Polygons polygons, @Nullable Role named) {
    for (Geometry.Rings rings : polygons.polygons()) {
      SoundPolygon sound = check.check(rings);
      if (sound == null) {
        continue;
      }
      Polygon polygon = PolygonCheck.toJts(sound);
      switch (named == null ? polygonsByDefault : named) {
        case BOUNDARY -> boundary.add(polygon);
        case EXCLUSION -> exclusions.add(polygon);
        case ENTRY -> entries.add(polygon.getCentroid().getCoordinate());
        case SUBSTATION -> substations.add(polygon.getCentroid().getCoordinate());
      }
    }
  }

  private void addPoints(Geometry.PointSet points, @Nullable Role named) {
    for (int i = 0; i < points.places().points().size(); i++) {
      Coordinate at =
          new Coordinate(points.places().points().x(i), points.places().points().y(i));
      if (named == Role.SUBSTATION) {
        substations.add(at);
      } else if (named == Role.ENTRY || (named == null && polygonsByDefault == Role.BOUNDARY)) {
        entries.add(at);
      }
    }
  }
}
