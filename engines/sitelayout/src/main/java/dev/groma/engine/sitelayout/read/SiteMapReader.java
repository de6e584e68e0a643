package dev.groma.engine.sitelayout.read;

import dev.groma.engine.BadInputException;
import dev.groma.engine.EngineContext;
import dev.groma.engine.EngineException;
import dev.groma.engine.Input;
import dev.groma.engine.Problem;
import dev.groma.engine.ProblemList;
import dev.groma.engine.geojson.Geometry;
import dev.groma.engine.kml.KmlLimits;
import dev.groma.engine.ring.PolygonCheck;
import dev.groma.engine.ring.SoundPolygon;
import dev.groma.engine.vector.VectorFeature;
import dev.groma.engine.vector.VectorFeatures;
import dev.groma.engine.vector.VectorFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/** Reads a map file (KML, KMZ, GeoJSON) and sorts its features by what they stand for. */
final class SiteMapReader {

  private static final Set<String> PROPERTIES = Set.of("role", "kind", "type");

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
    VectorFeatures features = VectorFile.read(input, KmlLimits.DEFAULT, PROPERTIES, context);
    SiteMapReader reader = new SiteMapReader(polygonsByDefault);
    reader.notes.addAll(features.notes());
    for (VectorFeature feature : features.all()) {
      context.checkCancelled();
      reader.add(feature);
    }
    reader.problems.throwIfBadInput();
    if (reader.linesLeftOut > 0) {
      reader.notes.add(reader.linesLeftOut + " lines were left out: areas are polygons here");
    }
    if (polygonsByDefault == Role.BOUNDARY && reader.boundary.isEmpty()) {
      throw new BadInputException(
          Problem.at("", "must hold at least one polygon: the boundary of the site"));
    }
    return new SiteMap(
        features.crs() == null ? crs : features.crs(),
        reader.boundary,
        reader.exclusions,
        reader.entries,
        reader.substations,
        reader.notes);
  }

  private void add(VectorFeature feature) {
    Role named = role(feature);
    for (Geometry geometry : feature.feature().geometries()) {
      switch (geometry) {
        case Geometry.Polygons polygons -> addPolygons(polygons, named);
        case Geometry.PointSet points -> addPoints(points, named);
        case Geometry.Lines lines -> linesLeftOut += lines.lines().size();
      }
    }
  }

  /** Of the nearest folder that says something, else of a property, the name, the id. */
  private static @Nullable Role role(VectorFeature feature) {
    List<String> texts = new ArrayList<>(feature.folders().reversed());
    PROPERTIES.stream().sorted().map(feature.feature().properties()::get).forEach(texts::add);
    texts.add(feature.name());
    texts.add(feature.feature().id());
    for (String text : texts) {
      Role role = text == null ? null : Role.of(text);
      if (role != null) {
        return role;
      }
    }
    return null;
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
      Coordinate at = new Coordinate(points.places().points().x(i), points.places().points().y(i));
      if (named == Role.SUBSTATION) {
        substations.add(at);
      } else if (named == Role.ENTRY) {
        entries.add(at);
      }
    }
  }
}
