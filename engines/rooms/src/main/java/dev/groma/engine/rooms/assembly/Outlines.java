package dev.groma.engine.rooms.assembly;

import dev.groma.engine.rooms.Box;
import dev.groma.engine.rooms.Coordinates;
import dev.groma.engine.rooms.Polygon;
import dev.groma.engine.rooms.faces.Faces;
import dev.groma.engine.rooms.noding.Frame;
import dev.groma.engine.rooms.noding.Nodes;
import dev.groma.engine.rooms.topology.Rings;
import java.util.ArrayList;
import java.util.List;

/** The outlines of faces in plan units. */
final class Outlines {

  private final Faces faces;
  private final Nodes nodes;
  private final Rings rings;
  private final Frame frame;

  Outlines(Faces faces, Frame frame) {
    this.faces = faces;
    this.frame = frame;
    nodes = faces.graph().nodes();
    rings = faces.graph().rings();
  }

  Polygon polygon(int face) {
    List<Coordinates> holes = new ArrayList<>(faces.ringCount(face) - 1);
    for (int i = 1; i < faces.ringCount(face); i++) {
      holes.add(closed(faces.ring(face, i)));
    }
    return new Polygon(closed(faces.ring(face, 0)), holes);
  }

  Coordinates shell(int face) {
    return closed(faces.ring(face, 0));
  }

  Box box(int face) {
    int shell = faces.ring(face, 0);
    double minX = Double.POSITIVE_INFINITY;
    double minY = Double.POSITIVE_INFINITY;
    double maxX = Double.NEGATIVE_INFINITY;
    double maxY = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < rings.size(shell); i++) {
      int node = rings.node(shell, i);
      minX = Math.min(minX, nodes.x(node));
      minY = Math.min(minY, nodes.y(node));
      maxX = Math.max(maxX, nodes.x(node));
      maxY = Math.max(maxY, nodes.y(node));
    }
    return new Box(
        frame.toPlanX(minX), frame.toPlanY(minY), frame.toPlanX(maxX), frame.toPlanY(maxY));
  }

  /** The nodes of a path, from the first to the last. */
  Coordinates line(int... path) {
    double[] xy = new double[2 * path.length];
    for (int i = 0; i < path.length; i++) {
      xy[2 * i] = frame.toPlanX(nodes.x(path[i]));
      xy[2 * i + 1] = frame.toPlanY(nodes.y(path[i]));
    }
    return Coordinates.of(xy);
  }

  /** From the leftmost (of these the lowest) point round to it again. */
  private Coordinates closed(int ring) {
    int size = rings.size(ring);
    int first = 0;
    for (int i = 1; i < size; i++) {
      int node = rings.node(ring, i);
      int best = rings.node(ring, first);
      double dx = nodes.x(node) - nodes.x(best);
      if (dx < 0 || (dx == 0 && nodes.y(node) < nodes.y(best))) {
        first = i;
      }
    }
    int[] path = new int[size + 1];
    for (int i = 0; i <= size; i++) {
      path[i] = rings.node(ring, (first + i) % size);
    }
    return line(path);
  }
}
