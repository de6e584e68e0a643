package dev.groma.engine.rooms.assembly;

import dev.groma.engine.rooms.EffectiveParameters;
import dev.groma.engine.rooms.Face;
import dev.groma.engine.rooms.FaceKind;
import dev.groma.engine.rooms.FloorPlan;
import dev.groma.engine.rooms.Topology;
import dev.groma.engine.rooms.Totals;
import dev.groma.engine.rooms.WallPlan;
import dev.groma.engine.rooms.adjacency.Adjacency;
import dev.groma.engine.rooms.bridge.Bridge;
import dev.groma.engine.rooms.classify.Classification;
import dev.groma.engine.rooms.confidence.Evidence;
import dev.groma.engine.rooms.faces.Faces;
import dev.groma.engine.rooms.faces.Sizes;
import dev.groma.engine.rooms.noding.Frame;
import dev.groma.engine.rooms.topology.PlanarGraph;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the answer.
 *
 * @param plan as read
 * @param frame of the plan
 * @param faces as found
 * @param sizes of the faces
 * @param classification of the faces
 */
public record FloorPlanAssembly(
    WallPlan plan, Frame frame, Faces faces, Sizes sizes, Classification classification) {

  /** The floor plan. */
  public FloorPlan assemble(
      Evidence evidence,
      Adjacency adjacency,
      List<Bridge> bridges,
      int collapsedSegments,
      EffectiveParameters effective) {
    PlanarGraph graph = faces.graph();
    List<Face> found =
        new FaceAssembly(plan, faces, sizes, classification, frame).faces(evidence, adjacency);
    return new FloorPlan(
        found,
        new DiagnosticAssembly(plan, faces, sizes, frame).diagnostics(classification, bridges),
        new Topology(
            graph.vertexCount(),
            graph.edges().count(),
            faces.count(),
            graph.componentCount(),
            collapsedSegments),
        totals(found),
        effective);
  }

  private Totals totals(List<Face> found) {
    PlanarGraph graph = faces.graph();
    double edgeLength = 0;
    double outerLength = 0;
    double dangleLength = 0;
    double cutLength = 0;
    for (int edge = 0; edge < graph.edges().count(); edge++) {
      double length = sizes.edgeLength(edge);
      edgeLength += length;
      if (graph.isDangle(edge)) {
        dangleLength += length;
      } else if (graph.isCut(edge)) {
        cutLength += length;
      } else if (faces.faceOfHalfEdge(2 * edge) == Faces.OUTSIDE
          || faces.faceOfHalfEdge(2 * edge + 1) == Faces.OUTSIDE) {
        outerLength += length;
      }
    }
    double invalidArea = 0;
    for (int face = 0; face < faces.count(); face++) {
      invalidArea += classification.isInvalid(face) ? sizes.area(face) : 0;
    }
    return new Totals(
        area(found, FaceKind.ROOM),
        area(found, FaceKind.WALL_BODY),
        area(found, FaceKind.TOO_SMALL),
        frame.toPlanArea(invalidArea),
        frame.toPlanLength(edgeLength),
        frame.toPlanLength(outerLength),
        frame.toPlanLength(dangleLength),
        frame.toPlanLength(cutLength),
        confidence(found));
  }

  private static double area(List<Face> found, FaceKind kind) {
    double area = 0;
    for (Face face : found) {
      area += face.kind() == kind ? face.measures().area() : 0;
    }
    return area;
  }

  private static @Nullable Double confidence(List<Face> found) {
    double weighted = 0;
    double area = 0;
    for (Face face : found) {
      if (face.kind() == FaceKind.ROOM) {
        weighted += face.measures().area() * face.confidence().score();
        area += face.measures().area();
      }
    }
    return area > 0 ? weighted / area : null;
  }
}
