package dev.groma.engine.sitelayout.earthworks;

import java.util.ArrayList;
import java.util.List;

/**
 * The surface of a road: a strip along its centreline, level across, as triangles between stations.
 *
 * <p>At a bend the cross-line bisects the angle, so neighbouring triangles share their edges: the
 * surface has no gaps, no steps and no overlaps as long as bends are wider than half the road.
 */
public final class Ribbon {

  private final double[] left;
  private final double[] right;
  private final double[] z;

  private Ribbon(int stations) {
    left = new double[2 * stations];
    right = new double[2 * stations];
    z = new double[stations];
  }

  /**
   * The ribbon of a centreline.
   *
   * @param xyz x0, y0, z0, x1, y1, z1, ...; at least two stations, no two at one place
   * @param width across, in metres
   */
  public static Ribbon along(double[] xyz, double width) {
    int stations = xyz.length / 3;
    Ribbon ribbon = new Ribbon(stations);
    for (int i = 0; i < stations; i++) {
      int before = Math.max(0, i - 1);
      int after = Math.min(stations - 1, i + 1);
      double[] in = direction(xyz, before, before == i ? after : i);
      double[] out = direction(xyz, i == after ? before : i, after);
      double x = in[0] + out[0];
      double y = in[1] + out[1];
      double length = Math.hypot(x, y);
      double half = width / 2 * stretch(length);
      double across = length < 1e-9 ? 1 : length;
      double dx = length < 1e-9 ? in[0] : x;
      double dy = length < 1e-9 ? in[1] : y;
      ribbon.left[2 * i] = xyz[3 * i] - dy / across * half;
      ribbon.left[2 * i + 1] = xyz[3 * i + 1] + dx / across * half;
      ribbon.right[2 * i] = xyz[3 * i] + dy / across * half;
      ribbon.right[2 * i + 1] = xyz[3 * i + 1] - dx / across * half;
      ribbon.z[i] = xyz[3 * i + 2];
    }
    return ribbon;
  }

  /** The bisector of a bend is longer than half the width, up to twice at the sharpest bends. */
  private static double stretch(double sumOfDirections) {
    return Math.min(2, 2 / Math.max(sumOfDirections, 1e-9));
  }

  private static double[] direction(double[] xyz, int from, int to) {
    double dx = xyz[3 * to] - xyz[3 * from];
    double dy = xyz[3 * to + 1] - xyz[3 * from + 1];
    double length = Math.hypot(dx, dy);
    return new double[] {dx / length, dy / length};
  }

  /** How many stations there are. */
  public int stations() {
    return z.length;
  }

  /** Outline of the strip between two stations that follow each other, counterclockwise. */
  public double[] quad(int station) {
    int next = station + 1;
    return new double[] {
      right[2 * station], right[2 * station + 1], right[2 * next], right[2 * next + 1],
      left[2 * next], left[2 * next + 1], left[2 * station], left[2 * station + 1]
    };
  }

  /** Two triangles for each pair of stations. */
  public List<Facet> facets() {
    List<Facet> facets = new ArrayList<>(2 * stations());
    for (int i = 0; i + 1 < stations(); i++) {
      double[] q = quad(i);
      facets.add(triangle(q[0], q[1], z[i], q[2], q[3], z[i + 1], q[4], q[5], z[i + 1]));
      facets.add(triangle(q[0], q[1], z[i], q[4], q[5], z[i + 1], q[6], q[7], z[i]));
    }
    return facets;
  }

  private static Facet triangle(
      double x1,
      double y1,
      double z1,
      double x2,
      double y2,
      double z2,
      double x3,
      double y3,
      double z3) {
    return Facet.of(
        new double[] {x1, y1, x2, y2, x3, y3}, Plane.through(x1, y1, z1, x2, y2, z2, x3, y3, z3));
  }

  /** The edges from which batters leave, each with its outside on the right hand. */
  public List<Edge> edges() {
    List<Edge> edges = new ArrayList<>(2 * stations());
    for (int i = 0; i + 1 < stations(); i++) {
      edges.add(
          new Edge(
              right[2 * i], right[2 * i + 1], z[i], right[2 * i + 2], right[2 * i + 3], z[i + 1]));
    }
    for (int i = stations() - 2; i >= 0; i--) {
      edges.add(
          new Edge(left[2 * i + 2], left[2 * i + 3], z[i + 1], left[2 * i], left[2 * i + 1], z[i]));
    }
    return edges;
  }

  /**
   * A straight edge of the design, its outside on the right hand.
   *
   * @param x0 where it begins
   * @param y0 where it begins
   * @param z0 its elevation there
   * @param x1 where it ends
   * @param y1 where it ends
   * @param z1 its elevation there
   */
  public record Edge(double x0, double y0, double z0, double x1, double y1, double z1) {

    /** Horizontal length. */
    public double length() {
      return Math.hypot(x1 - x0, y1 - y0);
    }
  }
}
