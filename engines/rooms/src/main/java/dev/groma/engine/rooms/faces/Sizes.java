package dev.groma.engine.rooms.faces;

import dev.groma.engine.rooms.noding.Edges;
import dev.groma.engine.rooms.noding.Nodes;
import dev.groma.engine.rooms.topology.Rings;

/** Areas, perimeters and edge lengths of a drawing, in units of the frame. Immutable. */
public final class Sizes {

  private final double[] area;
  private final double[] perimeter;
  private final double[] edgeLength;

  private Sizes(double[] area, double[] perimeter, double[] edgeLength) {
    this.area = area;
    this.perimeter = perimeter;
    this.edgeLength = edgeLength;
  }

  /** Measures all faces and edges. */
  public static Sizes of(Faces faces) {
    Nodes nodes = faces.graph().nodes();
    Edges edges = faces.graph().edges();
    double[] edgeLength = new double[edges.count()];
    for (int edge = 0; edge < edgeLength.length; edge++) {
      edgeLength[edge] = Math.sqrt(nodes.distanceSquared(edges.from(edge), edges.to(edge)));
    }
    double[] area = new double[faces.count()];
    double[] perimeter = new double[faces.count()];
    Rings rings = faces.graph().rings();
    for (int face = 0; face < faces.count(); face++) {
      for (int i = 0; i < faces.ringCount(face); i++) {
        int ring = faces.ring(face, i);
        area[face] += signedArea(nodes, rings, ring);
        for (int j = 0; j < rings.size(ring); j++) {
          perimeter[face] += edgeLength[rings.halfEdge(ring, j) >> 1];
        }
      }
    }
    return new Sizes(area, perimeter, edgeLength);
  }

  /** Fan of triangles from the ring's first node, so that a place far from zero costs no digits. */
  private static double signedArea(Nodes nodes, Rings rings, int ring) {
    double originX = nodes.x(rings.node(ring, 0));
    double originY = nodes.y(rings.node(ring, 0));
    double twice = 0;
    double lastX = 0;
    double lastY = 0;
    for (int i = 1; i < rings.size(ring); i++) {
      double x = nodes.x(rings.node(ring, i)) - originX;
      double y = nodes.y(rings.node(ring, i)) - originY;
      twice += lastX * y - lastY * x;
      lastX = x;
      lastY = y;
    }
    return twice / 2;
  }

  /** Shell minus holes. */
  public double area(int face) {
    return area[face];
  }

  /** Shell and holes. */
  public double perimeter(int face) {
    return perimeter[face];
  }

  /** From node to node. */
  public double edgeLength(int edge) {
    return edgeLength[edge];
  }
}
