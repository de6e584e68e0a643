package dev.groma.engine.ring;

import dev.groma.engine.ProblemList;
import dev.groma.engine.geojson.Geometry;
import dev.groma.engine.geojson.Line;
import dev.groma.engine.geometry.Bounds;
import dev.groma.engine.geometry.Points;
import dev.groma.engine.json.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.impl.CoordinateArraySequence;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/** Checks polygons and mends what can only be meant one way. Collects problems and notes. */
public final class PolygonCheck {

  private static final GeometryFactory JTS = new GeometryFactory();

  /** Below this share of the square of its extent a ring encloses nothing but rounding. */
  private static final double LEAST_AREA = 1e-12;

  private final ProblemList problems;
  private final List<String> notes;

  /** Problems and notes go to the lists handed in. */
  public PolygonCheck(ProblemList problems, List<String> notes) {
    this.problems = problems;
    this.notes = notes;
  }

  /** The polygon, mended; null after a problem. */
  public @Nullable SoundPolygon check(Geometry.Rings rings) {
    Points shell = check(rings.shell(), true);
    List<Points> holes = new ArrayList<>();
    for (Line hole : rings.holes()) {
      Points sound = check(hole, false);
      if (sound != null) {
        holes.add(sound);
      }
    }
    if (shell == null || holes.size() < rings.holes().size()) {
      return null;
    }
    SoundPolygon polygon = new SoundPolygon(shell, holes);
    return holes.isEmpty() || isValid(polygon, rings) ? polygon : null;
  }

  private @Nullable Points check(Line line, boolean isShell) {
    RingDraft ring = RingDraft.of(line, notes);
    if (ring.size() < 3) {
      problems.add(
          ring.problem("must have 3 or more different vertices to be a ring, has " + ring.size()));
      return null;
    }
    SelfContact contact = SelfContact.find(ring);
    if (contact != null) {
      ring.problem(problems, contact.first(), contact.describe(ring));
      return null;
    }
    Points given = ring.points(true);
    double extent = Bounds.of(given).extent();
    if (given.signedArea() <= LEAST_AREA * extent * extent) {
      problems.add(ring.problem("encloses no area: its vertices lie in one line"));
      return null;
    }
    Points wanted = isShell ? given : ring.points(false);
    if (wanted.x(1) != ring.x(1) || wanted.y(1) != ring.y(1)) {
      String direction = isShell ? "clockwise" : "counterclockwise";
      notes.add(RingDraft.note(line.place(), "the ring runs " + direction + " and was turned"));
    }
    return wanted;
  }

  private boolean isValid(SoundPolygon polygon, Geometry.Rings rings) {
    IsValidOp op = new IsValidOp(toJts(polygon));
    if (op.isValid()) {
      return true;
    }
    TopologyValidationError error = op.getValidationError();
    Coordinate at = error.getCoordinate();
    Place place = nearest(rings.holes(), at);
    String what =
        switch (error.getErrorType()) {
          case TopologyValidationError.HOLE_OUTSIDE_SHELL -> "the hole lies outside of its shell";
          case TopologyValidationError.NESTED_HOLES -> "the hole lies inside of another hole";
          default -> "the hole crosses or runs along the shell or another hole";
        };
    problems.add(place.problem(what + ", at " + RingDraft.at(at.x, at.y)));
    return false;
  }

  /** The vertex next to a point. */
  private static Place nearest(List<Line> lines, Coordinate at) {
    Place best = lines.getFirst().place();
    double least = Double.POSITIVE_INFINITY;
    for (Line line : lines) {
      for (int i = 0; i < line.points().size(); i++) {
        double distance = Math.hypot(line.points().x(i) - at.x, line.points().y(i) - at.y);
        if (distance < least) {
          least = distance;
          best = line.vertex(i);
        }
      }
    }
    return best;
  }

  /** The polygon for JTS. */
  public static Polygon toJts(SoundPolygon polygon) {
    return JTS.createPolygon(
        ring(polygon.shell()),
        polygon.holes().stream().map(PolygonCheck::ring).toArray(LinearRing[]::new));
  }

  private static LinearRing ring(Points points) {
    CoordinateSequence sequence = new CoordinateArraySequence(points.size(), 2);
    for (int i = 0; i < points.size(); i++) {
      sequence.setOrdinate(i, CoordinateSequence.X, points.x(i));
      sequence.setOrdinate(i, CoordinateSequence.Y, points.y(i));
    }
    return JTS.createLinearRing(sequence);
  }
}
