package dev.groma.engine.sitelayout.earthworks;

import dev.groma.engine.sitelayout.ground.Ground;
import java.util.ArrayList;
import java.util.List;

/**
 * The sloping faces from the edges of the design to the ground.
 *
 * <p>Each edge is taken in pieces about a cell long. From each piece a plane rises (in cut) or
 * falls (on fill) by 1 in {@code ratio}, as far as daylight: the first place where it meets the
 * ground, looked for in steps of half a cell along the ends and the middle of the piece. The volume
 * under the plane up to there is exact; what the piecewise daylight line misses is below a cell's
 * width at its thin end. At a pad's corners the planes of both sides meet in the bisector.
 */
public final class Batters {

  private final Ground ground;
  private final double ratio;
  private final double step;
  private final double farthest;
  private boolean daylightMissed;

  /**
   * Batters on this ground.
   *
   * @param ratio horizontal metres for each metre of rise, above 0
   * @param farthest where the search for daylight ends, in metres from the edge
   */
  public Batters(Ground ground, double ratio, double farthest) {
    this.ground = ground;
    this.ratio = ratio;
    this.farthest = farthest;
    step = Math.min(ground.raster().cellX(), ground.raster().cellY()) / 2;
  }

  /** Whether some batter met no daylight within the farthest distance. */
  public boolean daylightMissed() {
    return daylightMissed;
  }

  /**
   * Batters around a level pad.
   *
   * @param xy convex outline, counterclockwise
   */
  public List<Facet> around(double[] xy, double elevation) {
    List<Facet> facets = new ArrayList<>();
    int corners = xy.length / 2;
    for (int i = 0; i < corners; i++) {
      int next = (i + 1) % corners;
      int before = (i + corners - 1) % corners;
      int afterNext = (next + 1) % corners;
      Ribbon.Edge edge =
          new Ribbon.Edge(
              xy[2 * i], xy[2 * i + 1], elevation, xy[2 * next], xy[2 * next + 1], elevation);
      addPieces(facets, edge);
      addCorner(facets, edge, mitre(xy, before, i, next), true);
      addCorner(facets, edge, mitre(xy, i, next, afterNext), false);
    }
    return facets;
  }

  /** Batters along the edges of a road. */
  public List<Facet> along(List<Ribbon.Edge> edges) {
    List<Facet> facets = new ArrayList<>();
    edges.forEach(edge -> addPieces(facets, edge));
    return facets;
  }

  private void addPieces(List<Facet> facets, Ribbon.Edge edge) {
    int pieces = Math.max(1, (int) Math.ceil(edge.length() / (2 * step)));
    for (int i = 0; i < pieces; i++) {
      double from = (double) i / pieces;
      double to = (i + 1.0) / pieces;
      for (Facet.Counts side : List.of(Facet.Counts.CUT, Facet.Counts.FILL)) {
        double reach =
            Math.max(
                reach(edge, from, side),
                Math.max(reach(edge, (from + to) / 2, side), reach(edge, to, side)));
        if (reach > 0) {
          facets.add(strip(edge, from, to, reach, side));
        }
      }
    }
  }

  private Facet strip(Ribbon.Edge edge, double from, double to, double reach, Facet.Counts side) {
    double nx = outX(edge) * reach;
    double ny = outY(edge) * reach;
    double x0 = along(edge.x0(), edge.x1(), from);
    double y0 = along(edge.y0(), edge.y1(), from);
    double x1 = along(edge.x0(), edge.x1(), to);
    double y1 = along(edge.y0(), edge.y1(), to);
    return new Facet(
        new double[] {x0, y0, x0 + nx, y0 + ny, x1 + nx, y1 + ny, x1, y1}, plane(edge, side), side);
  }

  private void addCorner(List<Facet> facets, Ribbon.Edge edge, double[] mitre, boolean atStart) {
    double x = atStart ? edge.x0() : edge.x1();
    double y = atStart ? edge.y0() : edge.y1();
    for (Facet.Counts side : List.of(Facet.Counts.CUT, Facet.Counts.FILL)) {
      double straight = reach(x, y, edge.z0(), outX(edge), outY(edge), side);
      double across = reach(x, y, edge.z0(), mitre[0], mitre[1], side);
      double reach = Math.max(straight, across);
      if (reach > 0) {
        facets.add(
            new Facet(
                new double[] {
                  x,
                  y,
                  x + outX(edge) * reach,
                  y + outY(edge) * reach,
                  x + mitre[0] * reach,
                  y + mitre[1] * reach
                },
                plane(edge, side),
                side));
      }
    }
  }

  /** The vector from a corner to where both sides, moved out by 1 m, meet. */
  private static double[] mitre(double[] xy, int before, int corner, int after) {
    double[] in = outward(xy, before, corner);
    double[] out = outward(xy, corner, after);
    double both = 1 + in[0] * out[0] + in[1] * out[1];
    return new double[] {(in[0] + out[0]) / both, (in[1] + out[1]) / both};
  }

  private static double[] outward(double[] xy, int from, int to) {
    double dx = xy[2 * to] - xy[2 * from];
    double dy = xy[2 * to + 1] - xy[2 * from + 1];
    double length = Math.hypot(dx, dy);
    return new double[] {dy / length, -dx / length};
  }

  private Plane plane(Ribbon.Edge edge, Facet.Counts side) {
    double rise = side == Facet.Counts.CUT ? 1 / ratio : -1 / ratio;
    return Plane.through(
        edge.x0(),
        edge.y0(),
        edge.z0(),
        edge.x1(),
        edge.y1(),
        edge.z1(),
        edge.x0() + outX(edge),
        edge.y0() + outY(edge),
        edge.z0() + rise);
  }

  private double reach(Ribbon.Edge edge, double share, Facet.Counts side) {
    return reach(
        along(edge.x0(), edge.x1(), share),
        along(edge.y0(), edge.y1(), share),
        along(edge.z0(), edge.z1(), share),
        outX(edge),
        outY(edge),
        side);
  }

  /** How far out the batter goes at one place; 0 where there is none. */
  private double reach(double x, double y, double z, double dx, double dy, Facet.Counts side) {
    double sign = side == Facet.Counts.CUT ? 1 : -1;
    if (!(sign * (ground.at(x, y) - z) > 0)) {
      return 0;
    }
    for (double out = step; out <= farthest; out += step) {
      double above = ground.at(x + dx * out, y + dy * out) - (z + sign * out / ratio);
      if (Double.isNaN(above)) {
        daylightMissed = true;
        return out - step;
      }
      if (sign * above <= 0) {
        return out;
      }
    }
    daylightMissed = true;
    return farthest;
  }

  private static double along(double from, double to, double share) {
    return from + (to - from) * share;
  }

  private static double outX(Ribbon.Edge edge) {
    return (edge.y1() - edge.y0()) / edge.length();
  }

  private static double outY(Ribbon.Edge edge) {
    return (edge.x0() - edge.x1()) / edge.length();
  }
}
