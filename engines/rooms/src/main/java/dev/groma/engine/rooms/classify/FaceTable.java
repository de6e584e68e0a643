package dev.groma.engine.rooms.classify;

import dev.groma.engine.rooms.Measures;
import dev.groma.engine.rooms.WallPlan;
import dev.groma.engine.rooms.faces.Faces;
import dev.groma.engine.rooms.faces.Sizes;
import dev.groma.engine.rooms.noding.Edges;

/** What classification looks at, per face: thickness, and whether its walls are centre lines. */
final class FaceTable {

  private final Faces faces;
  private final Sizes sizes;
  private final double[] thickness;
  private final double[] centreLineLength;

  FaceTable(Faces faces, Sizes sizes, WallPlan plan) {
    this.faces = faces;
    this.sizes = sizes;
    thickness = new double[faces.count()];
    centreLineLength = new double[faces.count()];
    for (int face = 0; face < faces.count(); face++) {
      thickness[face] =
          Measures.thickness(sizes.area(face), sizes.perimeter(face), faces.ringCount(face) - 1);
    }
    Edges edges = faces.graph().edges();
    for (int edge = 0; edge < edges.count(); edge++) {
      if (faces.graph().isOnRing(edge) && isCentreLine(edge, edges, plan)) {
        addCentreLine(2 * edge);
        addCentreLine(2 * edge + 1);
      }
    }
  }

  private static boolean isCentreLine(int edge, Edges edges, WallPlan plan) {
    for (int i = edges.sourceStart(edge); i < edges.sourceStart(edge + 1); i++) {
      int segment = edges.source(i);
      if (segment < plan.segmentCount() && plan.walls().get(plan.wall(segment)).thickness() > 0) {
        return true;
      }
    }
    return false;
  }

  private void addCentreLine(int halfEdge) {
    int face = faces.faceOfHalfEdge(halfEdge);
    if (face != Faces.OUTSIDE) {
      centreLineLength[face] += sizes.edgeLength(halfEdge >> 1);
    }
  }

  Faces faces() {
    return faces;
  }

  Sizes sizes() {
    return sizes;
  }

  int count() {
    return thickness.length;
  }

  double thickness(int face) {
    return thickness[face];
  }

  /**
   * Whether most of the face's boundary is centre lines of walls: then it cannot be a wall's body.
   */
  boolean isBetweenCentreLines(int face) {
    return centreLineLength[face] > sizes.perimeter(face) / 2;
  }

  /** Long side over short side of the rectangle with this area and perimeter, at least 1. */
  static double elongation(double area, double perimeter) {
    double shortSide = Measures.thickness(area, perimeter, 0);
    return Math.max(1, (perimeter / 2 - shortSide) / shortSide);
  }

  /** Called with the length of boundary between two bounded faces, for each edge. */
  interface ContactVisitor {
    /** Two different faces. */
    void visit(int first, int second, double length);
  }

  /** Visits every edge that lies between two different bounded faces. */
  void visitContacts(ContactVisitor visitor) {
    for (int edge = 0; edge < faces.graph().edges().count(); edge++) {
      if (faces.graph().isOnRing(edge)) {
        int left = faces.faceOfHalfEdge(2 * edge);
        int right = faces.faceOfHalfEdge(2 * edge + 1);
        if (left != right && left != Faces.OUTSIDE && right != Faces.OUTSIDE) {
          visitor.visit(left, right, sizes.edgeLength(edge));
        }
      }
    }
  }
}
