package dev.groma.engine.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.operation.valid.IsValidOp;

/** What must hold of every floor plan, whatever was drawn. */
final class Oracles {

  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private Oracles() {}

  /** Checks one answer; {@code what} tells seed and drawing when it fails. */
  static void check(FloorPlan found, String what) {
    checkEuler(found, what);
    checkLength(found, what);
    checkOutlines(found, what);
    checkPoints(found, what);
    checkReferences(found, what);
  }

  private static void checkEuler(FloorPlan found, String what) {
    Topology t = found.topology();
    int faces = t.boundedFaces() + 1;
    assertThat(t.vertices() - t.edges() + faces)
        .as(() -> "Euler, " + what)
        .isEqualTo(1 + t.components());
    assertThat(found.faces().size() + found.of(Diagnostic.Kind.INVALID_RING).count())
        .as(() -> "every face is reported, " + what)
        .isEqualTo(t.boundedFaces());
  }

  private static void checkLength(FloorPlan found, String what) {
    Totals totals = found.totals();
    double perimeters = found.faces().stream().mapToDouble(f -> f.measures().perimeter()).sum();
    double invalid = found.of(Diagnostic.Kind.INVALID_RING).mapToDouble(Diagnostic::length).sum();
    double expected =
        (perimeters + invalid + totals.outerLength()) / 2
            + totals.dangleLength()
            + totals.cutLength();
    assertThat(totals.edgeLength())
        .as(() -> "length, " + what)
        .isCloseTo(expected, within(1e-9 * (1 + expected)));
    assertThat(found.of(Diagnostic.Kind.DANGLE).mapToDouble(Diagnostic::length).sum())
        .as(() -> "dangles, " + what)
        .isCloseTo(totals.dangleLength(), within(1e-9 * (1 + expected)));
    assertThat(found.of(Diagnostic.Kind.CUT).mapToDouble(Diagnostic::length).sum())
        .as(() -> "cuts, " + what)
        .isCloseTo(totals.cutLength(), within(1e-9 * (1 + expected)));
  }

  private static void checkOutlines(FloorPlan found, String what) {
    for (Face face : found.faces()) {
      Geometry polygon = geometry(face.polygon());
      IsValidOp validity = new IsValidOp(polygon);
      assertThat(validity.isValid())
          .as(() -> validity.getValidationError() + ", " + face.polygon().toWkt() + ", " + what)
          .isTrue();
      double size = polygon.getEnvelopeInternal().getDiameter();
      assertThat(face.measures().area())
          .as(() -> face.polygon().toWkt())
          .isCloseTo(polygon.getArea(), within(1e-9 * size * size + 1e-6 * polygon.getArea()))
          .isPositive();
      assertThat(face.measures().perimeter())
          .as(() -> face.polygon().toWkt())
          .isCloseTo(polygon.getLength(), within(1e-9 * polygon.getLength()));
      assertThat(face.confidence().score()).isBetween(0.0, 1.0);
      assertThat(face.wallIds()).as(() -> face.id() + ", " + what).isNotEmpty();
    }
  }

  /** A point of a room lies in this room and in no other face. */
  private static void checkPoints(FloorPlan found, String what) {
    if (found.faces().size() > 60) {
      return;
    }
    Random random = new Random(7);
    List<IndexedPointInAreaLocator> locators =
        found.faces().stream()
            .map(face -> new IndexedPointInAreaLocator(geometry(face.polygon())))
            .toList();
    for (Face face : found.faces()) {
      Box box = face.measures().boundingBox();
      for (int i = 0; i < 20; i++) {
        Coordinate point =
            new Coordinate(
                box.minX() + random.nextDouble() * (box.maxX() - box.minX()),
                box.minY() + random.nextDouble() * (box.maxY() - box.minY()));
        long inside = locators.stream().filter(l -> l.locate(point) == Location.INTERIOR).count();
        assertThat(inside)
            .as(() -> point + " in more than one face, " + what)
            .isLessThanOrEqualTo(1);
      }
    }
  }

  private static void checkReferences(FloorPlan found, String what) {
    List<String> ids = found.faces().stream().map(Face::id).toList();
    assertThat(ids).doesNotHaveDuplicates();
    for (Face face : found.faces()) {
      for (Neighbour neighbour : face.neighbours()) {
        Face other =
            found.faces().stream()
                .filter(f -> f.id().equals(neighbour.faceId()))
                .findFirst()
                .orElseThrow();
        assertThat(other.neighbours())
            .as(() -> "neighbours of " + face.id() + " and back, " + what)
            .contains(new Neighbour(face.id(), neighbour.contact(), neighbour.sharedLength()));
      }
    }
  }

  static org.locationtech.jts.geom.Polygon geometry(Polygon polygon) {
    LinearRing shell = ring(polygon.shell());
    assertThat(Orientation.isCCW(shell.getCoordinateSequence())).isTrue();
    LinearRing[] holes = polygon.holes().stream().map(Oracles::ring).toArray(LinearRing[]::new);
    for (LinearRing hole : holes) {
      assertThat(Orientation.isCCW(hole.getCoordinateSequence())).isFalse();
    }
    return GEOMETRY.createPolygon(shell, holes);
  }

  private static LinearRing ring(Coordinates coordinates) {
    Coordinate[] points = new Coordinate[coordinates.size()];
    for (int i = 0; i < points.length; i++) {
      points[i] = new Coordinate(coordinates.x(i), coordinates.y(i));
    }
    return GEOMETRY.createLinearRing(points);
  }

  /** Areas of all faces, invalid rings left out, ascending. */
  static double[] areas(FloorPlan found) {
    return found.faces().stream().mapToDouble(face -> face.measures().area()).sorted().toArray();
  }
}
