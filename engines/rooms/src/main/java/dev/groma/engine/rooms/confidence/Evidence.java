package dev.groma.engine.rooms.confidence;

import dev.groma.engine.rooms.Confidence;
import dev.groma.engine.rooms.WallPlan;
import dev.groma.engine.rooms.faces.Faces;
import dev.groma.engine.rooms.faces.Sizes;
import dev.groma.engine.rooms.noding.Edges;
import dev.groma.engine.rooms.noding.Nodes;
import dev.groma.engine.rooms.noding.SegmentDistance;

/**
 * Collects, per face, how its boundary was drawn.
 *
 * <p>An edge is as good as the best of the segments that run along it. How far a segment was
 * snapped is the distance from it, as drawn, to the edge's two nodes, the larger one.
 */
public final class Evidence {

  private final Faces faces;
  private final Sizes sizes;
  private final double[] exact;
  private final double[] moved;
  private final double[] virtual;
  private final double[] loose;

  /**
   * Looks at every edge once.
   *
   * @param ends x1, y1, x2, y2 of each of the plan's segments, in the frame
   * @param noise distance below which nothing was snapped, in units of the frame
   * @param tolerance effective snapping, in units of the frame
   */
  public Evidence(
      Faces faces, Sizes sizes, WallPlan plan, double[] ends, double noise, double tolerance) {
    this.faces = faces;
    this.sizes = sizes;
    exact = new double[faces.count()];
    moved = new double[faces.count()];
    virtual = new double[faces.count()];
    loose = new double[faces.count()];
    Edges edges = faces.graph().edges();
    for (int edge = 0; edge < edges.count(); edge++) {
      double length = sizes.edgeLength(edge);
      if (!faces.graph().isOnRing(edge)) {
        add(loose, faces.faceOfHalfEdge(2 * edge), length);
        continue;
      }
      double distance = snapDistance(edge, plan, ends);
      boolean isVirtual = isVirtual(edge, plan);
      for (int halfEdge = 2 * edge; halfEdge <= 2 * edge + 1; halfEdge++) {
        int face = faces.faceOfHalfEdge(halfEdge);
        add(exact, face, distance <= noise ? length : 0);
        add(moved, face, length * Math.min(1, distance / tolerance));
        add(virtual, face, isVirtual ? length : 0);
      }
    }
  }

  private static void add(double[] sums, int face, double value) {
    if (face != Faces.OUTSIDE) {
      sums[face] += value;
    }
  }

  /** The confidence of a face. */
  public Confidence of(int face) {
    double perimeter = sizes.perimeter(face);
    return Score.of(
        share(exact[face], perimeter),
        share(moved[face], perimeter),
        share(virtual[face], perimeter),
        share(loose[face], perimeter));
  }

  private static double share(double part, double whole) {
    return Math.min(1, part / whole);
  }

  /** A bridge is no segment of the plan: it is drawn nowhere, so it cannot be off. */
  private double snapDistance(int edge, WallPlan plan, double[] ends) {
    Nodes nodes = faces.graph().nodes();
    Edges edges = faces.graph().edges();
    double best = Double.POSITIVE_INFINITY;
    for (int i = edges.sourceStart(edge); i < edges.sourceStart(edge + 1); i++) {
      int segment = edges.source(i);
      if (segment >= plan.segmentCount()) {
        return 0;
      }
      double distance =
          Math.max(
              SegmentDistance.squared(
                  ends, segment, nodes.x(edges.from(edge)), nodes.y(edges.from(edge))),
              SegmentDistance.squared(
                  ends, segment, nodes.x(edges.to(edge)), nodes.y(edges.to(edge))));
      best = Math.min(best, distance);
    }
    return Math.sqrt(best);
  }

  private boolean isVirtual(int edge, WallPlan plan) {
    Edges edges = faces.graph().edges();
    for (int i = edges.sourceStart(edge); i < edges.sourceStart(edge + 1); i++) {
      int segment = edges.source(i);
      if (segment < plan.segmentCount() && !plan.walls().get(plan.wall(segment)).virtual()) {
        return false;
      }
    }
    return true;
  }
}
