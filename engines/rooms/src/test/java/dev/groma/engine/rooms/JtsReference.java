package dev.groma.engine.rooms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.noding.BasicSegmentString;
import org.locationtech.jts.noding.NodedSegmentString;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.noding.SegmentStringDissolver;
import org.locationtech.jts.noding.snap.SnappingNoder;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/** The slow reference: JTS nodes with snapping, dissolves and polygonizes. */
final class JtsReference {

  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private final List<Geometry> faces = new ArrayList<>();
  private final int dangles;
  private final int cuts;

  JtsReference(Drawing drawing, double tolerance) {
    double originX = 0;
    double originY = 0;
    for (int i = 0; i < drawing.size(); i++) {
      originX = Math.rint(drawing.segment(i)[0]);
      originY = Math.rint(drawing.segment(i)[1]);
    }
    List<double[]> sorted = new ArrayList<>();
    for (int i = 0; i < drawing.size(); i++) {
      double[] s = drawing.segment(i);
      double[] local = {s[0] - originX, s[1] - originY, s[2] - originX, s[3] - originY};
      boolean swap = local[0] > local[2] || (local[0] == local[2] && local[1] > local[3]);
      sorted.add(swap ? new double[] {local[2], local[3], local[0], local[1]} : local);
    }
    sorted.sort(Arrays::compare);
    List<SegmentString> strings = new ArrayList<>();
    for (double[] s : sorted) {
      Coordinate from = new Coordinate(s[0], s[1]);
      Coordinate to = new Coordinate(s[2], s[3]);
      if (!from.equals2D(to)) {
        strings.add(new NodedSegmentString(new Coordinate[] {from, to}, null));
      }
    }
    SnappingNoder noder = new SnappingNoder(tolerance);
    noder.computeNodes(strings);
    SegmentStringDissolver dissolver = new SegmentStringDissolver();
    for (Object noded : noder.getNodedSubstrings()) {
      Coordinate[] path = ((SegmentString) noded).getCoordinates();
      for (int i = 1; i < path.length; i++) {
        if (!path[i - 1].equals2D(path[i])) {
          dissolver.dissolve(new BasicSegmentString(new Coordinate[] {path[i - 1], path[i]}, null));
        }
      }
    }
    Polygonizer polygonizer = new Polygonizer();
    Collection<?> dissolved = dissolver.getDissolved();
    for (Object edge : dissolved) {
      polygonizer.add(GEOMETRY.createLineString(((SegmentString) edge).getCoordinates()));
    }
    for (Object polygon : polygonizer.getPolygons()) {
      faces.add((Geometry) polygon);
    }
    dangles = polygonizer.getDangles().size();
    cuts = polygonizer.getCutEdges().size();
  }

  /** Areas of all faces, ascending. */
  double[] areas() {
    return faces.stream().mapToDouble(Geometry::getArea).sorted().toArray();
  }

  int dangles() {
    return dangles;
  }

  int cuts() {
    return cuts;
  }
}
