package dev.groma.engine.rooms;

import dev.groma.engine.BadInputException;
import dev.groma.engine.CancelledException;
import dev.groma.engine.EngineContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.noding.BasicSegmentString;
import org.locationtech.jts.noding.NodedSegmentString;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.noding.SegmentStringDissolver;
import org.locationtech.jts.noding.snap.SnappingNoder;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/** Finds rooms with JTS: node with snapping, dissolve, polygonize. */
public final class RoomDetector {

  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  /**
   * Finds the rooms of a plan.
   *
   * @throws BadInputException for a drawing beyond the detector's limits
   * @throws CancelledException when the context says so
   */
  public FloorPlan detect(WallPlan plan, RoomParameters parameters, EngineContext context)
      throws BadInputException, CancelledException {
    List<SegmentString> strings = new ArrayList<>();
    for (int s = 0; s < plan.segmentCount(); s++) {
      Coordinate from = new Coordinate(plan.x1(s), plan.y1(s));
      Coordinate to = new Coordinate(plan.x2(s), plan.y2(s));
      if (!from.equals2D(to)) {
        strings.add(new NodedSegmentString(new Coordinate[] {from, to}, null));
      }
    }
    context.checkCancelled();
    SnappingNoder noder = new SnappingNoder(parameters.snapTolerance());
    noder.computeNodes(strings);
    SegmentStringDissolver dissolver = new SegmentStringDissolver();
    for (Object noded : noder.getNodedSubstrings()) {
      dissolver.dissolve(new BasicSegmentString(((SegmentString) noded).getCoordinates(), null));
    }
    Polygonizer polygonizer = new Polygonizer();
    Collection<?> dissolved = dissolver.getDissolved();
    for (Object edge : dissolved) {
      polygonizer.add(GEOMETRY.createLineString(((SegmentString) edge).getCoordinates()));
    }
    List<org.locationtech.jts.geom.Polygon> found = new ArrayList<>();
    for (Object polygon : polygonizer.getPolygons()) {
      found.add(
          (org.locationtech.jts.geom.Polygon)
              ((org.locationtech.jts.geom.Polygon) polygon).norm().reverse());
    }
    found.sort(Comparator.naturalOrder());
    return floorPlan(found, parameters);
  }

  private static FloorPlan floorPlan(
      List<org.locationtech.jts.geom.Polygon> found, RoomParameters parameters) {
    List<Face> faces = new ArrayList<>();
    double roomArea = 0;
    for (org.locationtech.jts.geom.Polygon polygon : found) {
      List<Coordinates> holes = new ArrayList<>();
      for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
        holes.add(ring(polygon.getInteriorRingN(hole).getCoordinateSequence()));
      }
      Envelope box = polygon.getEnvelopeInternal();
      Measures measures =
          new Measures(
              polygon.getArea(),
              polygon.getLength(),
              new Box(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()));
      roomArea += polygon.getArea();
      faces.add(
          new Face(
              "room-" + (faces.size() + 1),
              FaceKind.ROOM,
              new Polygon(ring(polygon.getExteriorRing().getCoordinateSequence()), holes),
              measures,
              new Confidence(1, 1, 0, 0, 0),
              List.of(),
              List.of()));
    }
    return new FloorPlan(
        faces,
        List.of(),
        new Topology(0, 0, faces.size(), 0, 0),
        new Totals(roomArea, 0, 0, 0, 0, 0, 0, 0, faces.isEmpty() ? null : 1.0),
        new EffectiveParameters(
            parameters,
            parameters.snapTolerance(),
            0,
            EffectiveParameters.WallThicknessSource.SINGLE_LINE));
  }

  private static Coordinates ring(CoordinateSequence points) {
    double[] xy = new double[2 * points.size()];
    for (int i = 0; i < points.size(); i++) {
      xy[2 * i] = points.getX(i);
      xy[2 * i + 1] = points.getY(i);
    }
    return Coordinates.adopt(xy);
  }
}
