package dev.groma.engine.sitefit.shape;

import dev.groma.engine.geometry.Bounds;
import dev.groma.engine.geometry.Points;
import dev.groma.engine.ring.SoundPolygon;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One or more polygons with holes that do not overlap. Edge i runs from vertex i to the vertex
 * {@link #next}; the inside is to its left, in shells and in holes. Immutable.
 */
public final class Shape {

  /** Radians; what is left of a straight angle after rounding coordinates to doubles. */
  private static final double STRAIGHT = 1e-6;

  private final double[] x;
  private final double[] y;
  private final int[] next;
  private final int[] previous;
  private final boolean[] ofHole;
  private final int[] reflex;
  private final Bounds bounds;

  private Shape(List<Ring> rings) {
    int size = rings.stream().mapToInt(ring -> ring.points.size() - 1).sum();
    x = new double[size];
    y = new double[size];
    next = new int[size];
    previous = new int[size];
    ofHole = new boolean[size];
    int at = 0;
    for (Ring ring : rings) {
      int count = ring.points.size() - 1;
      for (int i = 0; i < count; i++) {
        x[at + i] = ring.points.x(i);
        y[at + i] = ring.points.y(i);
        next[at + i] = at + (i + 1) % count;
        previous[at + i] = at + (i + count - 1) % count;
        ofHole[at + i] = ring.isHole;
      }
      at += count;
    }
    reflex = IntStream.range(0, size).filter(this::isReflex).toArray();
    bounds =
        new Bounds(
            Arrays.stream(x).min().orElseThrow(),
            Arrays.stream(y).min().orElseThrow(),
            Arrays.stream(x).max().orElseThrow(),
            Arrays.stream(y).max().orElseThrow());
  }

  private record Ring(Points points, boolean isHole) {}

  /** The polygons, moved so that the point given becomes the origin. */
  public static Shape of(List<SoundPolygon> polygons, double originX, double originY) {
    List<Ring> rings = new ArrayList<>();
    for (SoundPolygon polygon : polygons) {
      rings.add(new Ring(moved(polygon.shell(), -originX, -originY), false));
      polygon.holes().forEach(hole -> rings.add(new Ring(moved(hole, -originX, -originY), true)));
    }
    return new Shape(rings);
  }

  private static Points moved(Points ring, double byX, double byY) {
    double[] xy = new double[2 * ring.size()];
    for (int i = 0; i < ring.size(); i++) {
      xy[2 * i] = ring.x(i) + byX;
      xy[2 * i + 1] = ring.y(i) + byY;
    }
    return Points.of(xy);
  }

  /** How many vertices, and edges, in all rings. */
  public int size() {
    return x.length;
  }

  /** Whether a vertex, and the edge that begins there, belongs to a hole. */
  public boolean isOfHole(int vertex) {
    return ofHole[vertex];
  }

  /** x of a vertex. */
  public double x(int vertex) {
    return x[vertex];
  }

  /** y of a vertex. */
  public double y(int vertex) {
    return y[vertex];
  }

  /** The vertex after one, in its ring. */
  public int next(int vertex) {
    return next[vertex];
  }

  /** The vertex before one, in its ring. */
  public int previous(int vertex) {
    return previous[vertex];
  }

  /** Around all shells. */
  public Bounds bounds() {
    return bounds;
  }

  /** Length of the edge that begins at a vertex. */
  public double length(int edge) {
    return Math.hypot(x[next[edge]] - x[edge], y[next[edge]] - y[edge]);
  }

  /** Direction of the edge that begins at a vertex: radians counterclockwise from the x axis. */
  public double direction(int edge) {
    return Math.atan2(y[next[edge]] - y[edge], x[next[edge]] - x[edge]);
  }

  /** Whether the inside takes up more than a half turn at a vertex. */
  public boolean isReflex(int vertex) {
    int before = previous[vertex];
    int after = next[vertex];
    return (x[vertex] - x[before]) * (y[after] - y[vertex])
            - (y[vertex] - y[before]) * (x[after] - x[vertex])
        < 0;
  }

  /** How many vertices are reflex. */
  public int reflexSize() {
    return reflex.length;
  }

  /** A reflex vertex, counted among them. */
  public int reflex(int i) {
    return reflex[i];
  }

  /** Shells minus holes. */
  public double area() {
    double twice = 0;
    for (int i = 0; i < x.length; i++) {
      twice += x[i] * y[next[i]] - x[next[i]] * y[i];
    }
    return twice / 2;
  }

  /**
   * Length of the straight run that an edge is part of: its neighbours count as long as they go on
   * in the same direction, so that a vertex in the middle of a side changes nothing.
   */
  public double runLength(int edge) {
    double length = length(edge);
    for (int i = next[edge]; i != edge && isStraight(i); i = next[i]) {
      length += length(i);
    }
    for (int i = edge; previous[i] != edge && isStraight(i); i = previous[i]) {
      length += length(previous[i]);
    }
    return length;
  }

  /** Whether the ring goes straight on at a vertex. */
  private boolean isStraight(int vertex) {
    int before = previous[vertex];
    double turn = direction(vertex) - direction(before);
    return Math.abs(Math.IEEEremainder(turn, 2 * Math.PI)) < STRAIGHT;
  }

  /** Whether a point lies inside; on the boundary either answer may come. */
  public boolean contains(double px, double py) {
    boolean inside = false;
    for (int i = 0; i < x.length; i++) {
      int j = next[i];
      if (y[i] > py != y[j] > py && px < x[i] + (py - y[i]) / (y[j] - y[i]) * (x[j] - x[i])) {
        inside = !inside;
      }
    }
    return inside;
  }

  /** From a point to the nearest point of the boundary, squared. */
  public double squaredDistanceToBoundary(double px, double py) {
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < x.length; i++) {
      int j = next[i];
      least = Math.min(least, Segments.squaredDistance(px, py, x[i], y[i], x[j], y[j]));
    }
    return least;
  }

  /** From a point to the boundary: positive inside, negative outside. */
  public double signedDistance(double px, double py) {
    double distance = Math.sqrt(squaredDistanceToBoundary(px, py));
    return contains(px, py) ? distance : -distance;
  }

  /** The rings, closed: each shell before its holes. */
  public List<Points> rings() {
    List<Points> rings = new ArrayList<>();
    for (int start = 0; start < x.length; ) {
      List<Integer> ring = new ArrayList<>(List.of(start));
      for (int i = next[start]; i != start; i = next[i]) {
        ring.add(i);
      }
      ring.add(start);
      double[] xy = new double[2 * ring.size()];
      for (int i = 0; i < ring.size(); i++) {
        xy[2 * i] = x[ring.get(i)];
        xy[2 * i + 1] = y[ring.get(i)];
      }
      rings.add(Points.of(xy));
      start += ring.size() - 1;
    }
    return rings;
  }
}
