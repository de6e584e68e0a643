package dev.groma.engine.kml;

import dev.groma.engine.BadInputException;
import dev.groma.engine.ProblemList;
import dev.groma.engine.geojson.Geometry;
import dev.groma.engine.geojson.Line;
import dev.groma.engine.json.Place;
import dev.groma.engine.kml.PositionText.Separator;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** Reads the geometries of placemarks. */
final class GeometryReader {

  private static final Set<String> GEOMETRIES =
      Set.of(
          "Point",
          "LineString",
          "LinearRing",
          "Polygon",
          "MultiGeometry",
          "GeometryCollection",
          "Track",
          "MultiTrack",
          "Model");

  private final KmlCursor cursor;
  private final ProblemList problems;
  private final Budget budget;
  private int models;

  GeometryReader(KmlCursor cursor, ProblemList problems, Budget budget) {
    this.cursor = cursor;
    this.problems = problems;
    this.budget = budget;
  }

  static boolean isGeometry(String element) {
    return GEOMETRIES.contains(element);
  }

  /** How many three-dimensional models were passed over. */
  int models() {
    return models;
  }

  /**
   * Reads the geometry at hand.
   *
   * @param into where what was read is added; nothing after a problem
   */
  void read(String path, List<Geometry> into) throws XMLStreamException, BadInputException {
    String element = cursor.name();
    switch (element) {
      case "MultiGeometry", "GeometryCollection", "MultiTrack" -> readParts(path, into);
      case "Polygon" -> {
        Geometry.Rings rings = polygon(path);
        if (rings != null) {
          into.add(new Geometry.Polygons(List.of(rings)));
        }
      }
      case "Model" -> {
        models++;
        cursor.skip();
      }
      default -> {
        if (element.equals("LinearRing")) {
          budget.takeRing(cursor.place(path));
        }
        Line line =
            element.equals("Track")
                ? positions(path, "coord", Separator.SPACE)
                : positions(path, "coordinates", Separator.COMMA);
        if (line != null) {
          add(element, line, into);
        }
      }
    }
  }

  private void add(String element, Line line, List<Geometry> into) {
    int count = line.points().size();
    switch (element) {
      case "Point" -> {
        if (count == 1) {
          into.add(new Geometry.PointSet(line));
        } else {
          problem(line.place(), "must have one position, has " + count);
        }
      }
      case "LinearRing" ->
          into.add(new Geometry.Polygons(List.of(new Geometry.Rings(line, List.of()))));
      default -> {
        if (count >= 2) {
          into.add(new Geometry.Lines(List.of(line)));
        } else {
          problem(line.place(), "must have 2 or more positions, has " + count);
        }
      }
    }
  }

  private void readParts(String path, List<Geometry> into)
      throws XMLStreamException, BadInputException {
    for (int part = 0; cursor.nextChild(); ) {
      if (isGeometry(cursor.name())) {
        read(path + "." + cursor.name() + "[" + part++ + "]", into);
      } else {
        cursor.skip();
      }
    }
  }

  private Geometry.@Nullable Rings polygon(String path)
      throws XMLStreamException, BadInputException {
    Place place = cursor.place(path);
    List<Line> shells = new ArrayList<>();
    List<Line> holes = new ArrayList<>();
    int inner = 0;
    boolean sound = true;
    while (cursor.nextChild()) {
      switch (cursor.name()) {
        case "outerBoundaryIs" -> sound &= readRings(path + ".outerBoundaryIs", shells);
        case "innerBoundaryIs" ->
            sound &= readRings(path + ".innerBoundaryIs[" + inner++ + "]", holes);
        default -> cursor.skip();
      }
    }
    if (!sound) {
      return null;
    }
    if (shells.size() != 1) {
      problem(place, "must have one outer boundary, has " + shells.size());
      return null;
    }
    return new Geometry.Rings(shells.getFirst(), holes);
  }

  /** Returns whether all were read without a problem. */
  private boolean readRings(String path, List<Line> into)
      throws XMLStreamException, BadInputException {
    boolean sound = true;
    while (cursor.nextChild()) {
      if (cursor.name().equals("LinearRing")) {
        budget.takeRing(cursor.place(path));
        Line ring = positions(path, "coordinates", Separator.COMMA);
        sound &= ring != null;
        if (ring != null) {
          into.add(ring);
        }
      } else {
        cursor.skip();
      }
    }
    return sound;
  }

  /** The positions in children of the element at hand; null after a problem. */
  private @Nullable Line positions(String path, String child, Separator separator)
      throws XMLStreamException, BadInputException {
    Place place = cursor.place(path);
    PositionText positions = null;
    while (cursor.nextChild()) {
      if (!cursor.name().equals(child)) {
        cursor.skip();
        continue;
      }
      if (positions == null) {
        positions = new PositionText(cursor.place(path), separator, problems, budget);
      }
      cursor.text(positions::accept);
      positions.endElement();
    }
    if (positions == null || positions.isSound() && positions.positions() == 0) {
      problem(place, "has no coordinates");
      return null;
    }
    return positions.isSound() ? positions.line() : null;
  }

  private void problem(Place place, String message) {
    if (problems.isFull()) {
      problems.count();
    } else {
      problems.add(place.problem(message));
    }
  }
}
