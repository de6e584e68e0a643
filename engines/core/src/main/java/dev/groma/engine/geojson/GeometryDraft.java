package dev.groma.engine.geojson;

import dev.groma.engine.geometry.Points;
import dev.groma.engine.json.JsonArray;
import dev.groma.engine.json.JsonObject;
import dev.groma.engine.json.JsonReader;
import dev.groma.engine.json.Members;
import dev.groma.engine.json.Place;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A geometry as far as it is read; what it is turns out at its end. */
final class GeometryDraft {

  private static final Members GEOMETRY = Members.among("type", "coordinates", "geometries");

  /** The types that are read, and how many arrays are around each of their positions. */
  private static final Map<String, Integer> DEPTHS =
      Map.of(
          "Point", 0,
          "MultiPoint", 1,
          "LineString", 1,
          "MultiLineString", 2,
          "Polygon", 2,
          "MultiPolygon", 3);

  private static final int LONGEST_TEXT = 200;

  private final JsonReader json;
  private final Positions coordinates;
  private final Positions holes;
  private final List<Geometry> parts = new ArrayList<>();
  private final int mostPositions;
  private int positionsOfParts;
  private int altitudesOfParts;

  GeometryDraft(JsonReader json, int mostPositions) {
    this.json = json;
    this.mostPositions = mostPositions;
    coordinates = Positions.withPlaces(mostPositions + 1);
    holes = Positions.withPlaces(mostPositions + 1);
  }

  /** Positions read, up to one more than allowed. */
  int positions() {
    return coordinates.count() + holes.count() + positionsOfParts;
  }

  int altitudes() {
    return coordinates.altitudes() + holes.altitudes() + altitudesOfParts;
  }

  /** Reads the whole geometry at hand; none after a problem. */
  List<Geometry> readAll() throws IOException {
    JsonObject geometry = json.object(GEOMETRY);
    if (geometry == null) {
      return List.of();
    }
    String type = null;
    for (String member = geometry.next(); member != null; member = geometry.next()) {
      if (member.equals("type")) {
        type = json.string(LONGEST_TEXT);
      } else {
        readMember(member);
      }
    }
    return geometry.require("type") && type != null ? finish(geometry, type) : List.of();
  }

  /** Reads a member that a geometry may have beside its type. */
  void readMember(String member) throws IOException {
    switch (member) {
      case "coordinates" -> coordinates.read(json);
      case "holes" -> holes.read(json);
      case "geometries" -> readParts();
      default -> throw new IllegalStateException(member);
    }
  }

  private void readParts() throws IOException {
    JsonArray array = json.array();
    while (array != null && array.next()) {
      GeometryDraft part = new GeometryDraft(json, mostPositions);
      parts.addAll(part.readAll());
      positionsOfParts += part.positions();
      altitudesOfParts += part.altitudes();
    }
  }

  /**
   * What was read.
   *
   * @param type null for an object without type, whose coordinates are those of a ring
   */
  List<Geometry> finish(JsonObject object, @Nullable String type) {
    if ("GeometryCollection".equals(type)) {
      return object.require("geometries") ? parts : List.of();
    }
    if (type != null && !DEPTHS.containsKey(type)) {
      object.problem(
          "type",
          "must be FeatureCollection, Feature, or the type of a geometry such as Polygon, was "
              + type);
      return List.of();
    }
    if (!object.require("coordinates") || !coordinates.isSound() || !holes.isSound()) {
      return List.of();
    }
    if (coordinates.depth() < 0) {
      object.problem("coordinates", "must hold at least one position");
      return List.of();
    }
    return type == null ? bareRing(object) : geometry(object, type);
  }

  /** {@code coordinates} of one ring and {@code holes}, or the rings of a polygon. */
  private List<Geometry> bareRing(JsonObject object) {
    if (coordinates.depth() == 2) {
      return List.of(new Geometry.Polygons(polygons()));
    }
    if (coordinates.depth() != 1 || (holes.partCount() > 0 && holes.depth() != 2)) {
      object.problem(
          "must be GeoJSON, or have coordinates [[x, y], ...] and, if need be, holes [[[x, y], ...],"
              + " ...]");
      return List.of();
    }
    List<Line> inside = new ArrayList<>();
    for (int hole = 0; hole < holes.partCount(); hole++) {
      inside.add(line(holes, hole));
    }
    return List.of(
        new Geometry.Polygons(List.of(new Geometry.Rings(line(coordinates, 0), inside))));
  }

  private List<Geometry> geometry(JsonObject object, String type) {
    int depth = DEPTHS.getOrDefault(type, -1);
    if (coordinates.depth() != depth) {
      object.problem(
          "coordinates",
          "of a " + type + " are nested " + depth + " deep, these are " + coordinates.depth());
      return List.of();
    }
    return switch (type) {
      case "Point" -> List.of(new Geometry.PointSet(point(object.place("coordinates"))));
      case "MultiPoint" -> List.of(new Geometry.PointSet(line(coordinates, 0)));
      case "LineString", "MultiLineString" -> lines(object);
      default -> List.of(new Geometry.Polygons(polygons()));
    };
  }

  private List<Geometry> lines(JsonObject object) {
    List<Line> lines = new ArrayList<>();
    for (int part = 0; part < coordinates.partCount(); part++) {
      lines.add(line(coordinates, part));
    }
    if (lines.stream().anyMatch(line -> line.points().size() < 2)) {
      object.problem("coordinates", "must have 2 or more positions in every line");
      return List.of();
    }
    return List.of(new Geometry.Lines(lines));
  }

  private List<Geometry.Rings> polygons() {
    List<Geometry.Rings> polygons = new ArrayList<>();
    for (int part = 0; part < coordinates.partCount(); ) {
      int group = coordinates.group(part);
      Line shell = line(coordinates, part++);
      List<Line> inside = new ArrayList<>();
      while (part < coordinates.partCount() && coordinates.group(part) == group) {
        inside.add(line(coordinates, part++));
      }
      polygons.add(new Geometry.Rings(shell, inside));
    }
    return polygons;
  }

  private static Line line(Positions positions, int part) {
    return new Line(positions.points(part), positions.place(part));
  }

  private Line point(Place place) {
    return new Line(Points.of(coordinates.x(0), coordinates.y(0)), place);
  }
}
