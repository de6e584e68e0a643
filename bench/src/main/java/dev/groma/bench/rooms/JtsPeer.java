package dev.groma.bench.rooms;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.noding.BasicSegmentString;
import org.locationtech.jts.noding.NodedSegmentString;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.noding.SegmentStringDissolver;
import org.locationtech.jts.noding.snap.SnappingNoder;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/** JTS as its documentation puts it together: node with snapping, dissolve, polygonize. */
final class JtsPeer {

  private JtsPeer() {}

  /** The number of faces that the segments enclose. */
  static int faces(double[] segments, double tolerance) {
    List<SegmentString> strings = new ArrayList<>(segments.length / 4);
    for (int i = 0; i < segments.length; i += 4) {
      strings.add(
          new NodedSegmentString(
              new Coordinate[] {
                new Coordinate(segments[i], segments[i + 1]),
                new Coordinate(segments[i + 2], segments[i + 3])
              },
              null));
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
    GeometryFactory geometry = new GeometryFactory();
    Polygonizer polygonizer = new Polygonizer();
    for (Object edge : dissolver.getDissolved()) {
      polygonizer.add(geometry.createLineString(((SegmentString) edge).getCoordinates()));
    }
    return polygonizer.getPolygons().size();
  }
}
