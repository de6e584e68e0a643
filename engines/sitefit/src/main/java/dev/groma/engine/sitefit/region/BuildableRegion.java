package dev.groma.engine.sitefit.region;

import dev.groma.engine.geometry.Points;
import dev.groma.engine.ring.PolygonCheck;
import dev.groma.engine.ring.SoundPolygon;
import dev.groma.engine.sitefit.Setbacks;
import dev.groma.engine.sitefit.Site;
import dev.groma.engine.sitefit.shape.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Parcel minus setbacks, plus a tolerance: where the house may lie.
 *
 * @param parts each a polygon with holes in the frame of the site; none where nothing is left
 */
public record BuildableRegion(List<SoundPolygon> parts) {

  private static final GeometryFactory JTS = new GeometryFactory();

  /**
   * Corners of the polygon that stands for a disc. It reaches up to 0.054 % beyond the disc: 3 mm
   * at a setback of 6 m.
   */
  private static final int DISC_CORNERS = 96;

  private static final double BEYOND_DISC = 1 / Math.cos(Math.PI / DISC_CORNERS);

  /** Parts smaller than that are crumbs of rounding, square metres. */
  private static final double CRUMB = 1e-4;

  public BuildableRegion {
    parts = List.copyOf(parts);
  }

  /**
   * The region of a site.
   *
   * @param tolerance metres by which the house may come nearer than the setback or stick out
   */
  public static BuildableRegion of(Site site, Setbacks setbacks, double tolerance) {
    Geometry parcel = toJts(site.parcel());
    Geometry region =
        tolerance > 0
            ? BufferOp.bufferOp(
                parcel,
                tolerance,
                new BufferParameters(
                    4, BufferParameters.CAP_SQUARE, BufferParameters.JOIN_BEVEL, 4))
            : parcel;
    List<Geometry> forbidden = new ArrayList<>();
    double[] reach = new double[site.parcel().size()];
    for (int edge = 0; edge < reach.length; edge++) {
      reach[edge] = setbacks.of(site.kinds().get(edge)) - tolerance;
    }
    for (int edge = 0; edge < reach.length; edge++) {
      addStrip(site.parcel(), edge, reach[edge], forbidden);
      addDisc(site.parcel(), edge, reach, forbidden);
    }
    if (!forbidden.isEmpty()) {
      Geometry union = OverlayNGRobust.union(forbidden);
      region = OverlayNGRobust.overlay(region, union, OverlayNG.DIFFERENCE);
    }
    return new BuildableRegion(parts(region));
  }

  /** A point farther than this from an edge is in nothing that a setback takes away. */
  public static double reach(double setback) {
    return setback * BEYOND_DISC;
  }

  /** The whole region as one shape. */
  public Shape shape() {
    return Shape.of(parts, 0, 0);
  }

  private static void addStrip(Shape parcel, int edge, double reach, List<Geometry> forbidden) {
    if (reach <= 0) {
      return;
    }
    int end = parcel.next(edge);
    double length = parcel.length(edge);
    double across = reach / length;
    double dx = -(parcel.y(end) - parcel.y(edge)) * across;
    double dy = (parcel.x(end) - parcel.x(edge)) * across;
    forbidden.add(
        JTS.createPolygon(
            new Coordinate[] {
              new Coordinate(parcel.x(edge) - dx, parcel.y(edge) - dy),
              new Coordinate(parcel.x(end) - dx, parcel.y(end) - dy),
              new Coordinate(parcel.x(end) + dx, parcel.y(end) + dy),
              new Coordinate(parcel.x(edge) + dx, parcel.y(edge) + dy),
              new Coordinate(parcel.x(edge) - dx, parcel.y(edge) - dy)
            }));
  }

  /**
   * At a corner that points outwards the strips of two edges with the same setback leave nothing of
   * the disc, unless one of them is shorter than it.
   */
  private static void addDisc(Shape parcel, int vertex, double[] reach, List<Geometry> forbidden) {
    int before = parcel.previous(vertex);
    double radius = Math.max(reach[before], reach[vertex]);
    boolean covered =
        !parcel.isReflex(vertex)
            && reach[before] == reach[vertex]
            && Math.min(parcel.length(before), parcel.length(vertex)) >= radius;
    if (radius <= 0 || covered) {
      return;
    }
    Coordinate[] corners = new Coordinate[DISC_CORNERS + 1];
    for (int i = 0; i < DISC_CORNERS; i++) {
      double angle = 2 * Math.PI * (i + 0.5) / DISC_CORNERS;
      corners[i] =
          new Coordinate(
              parcel.x(vertex) + radius * BEYOND_DISC * Math.cos(angle),
              parcel.y(vertex) + radius * BEYOND_DISC * Math.sin(angle));
    }
    corners[DISC_CORNERS] = corners[0];
    forbidden.add(JTS.createPolygon(corners));
  }

  private static Geometry toJts(Shape parcel) {
    List<Polygon> polygons = new ArrayList<>();
    List<Points> rings = parcel.rings();
    for (int i = 0; i < rings.size(); ) {
      Points shell = rings.get(i++);
      List<Points> holes = new ArrayList<>();
      while (i < rings.size() && rings.get(i).signedArea() < 0) {
        holes.add(rings.get(i++));
      }
      polygons.add(PolygonCheck.toJts(new SoundPolygon(shell, holes)));
    }
    return JTS.createMultiPolygon(polygons.toArray(Polygon[]::new));
  }

  /** Largest first, so that the order does not depend on the overlay's. */
  private static List<SoundPolygon> parts(Geometry region) {
    List<SoundPolygon> parts = new ArrayList<>();
    for (int i = 0; i < region.getNumGeometries(); i++) {
      if (region.getGeometryN(i) instanceof Polygon polygon && polygon.getArea() > CRUMB) {
        parts.add(toSound((Polygon) polygon.norm()));
      }
    }
    parts.sort(Comparator.comparingDouble(part -> -part.area()));
    return parts;
  }

  private static SoundPolygon toSound(Polygon polygon) {
    List<Points> holes = new ArrayList<>();
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      holes.add(points(polygon.getInteriorRingN(i), false));
    }
    return new SoundPolygon(points(polygon.getExteriorRing(), true), holes);
  }

  private static Points points(LinearRing ring, boolean counterclockwise) {
    Coordinate[] coordinates = ring.getCoordinates();
    double[] xy = new double[2 * coordinates.length];
    for (int i = 0; i < coordinates.length; i++) {
      xy[2 * i] = coordinates[i].x;
      xy[2 * i + 1] = coordinates[i].y;
    }
    Points points = Points.of(xy);
    return points.signedArea() > 0 == counterclockwise ? points : reversed(points);
  }

  private static Points reversed(Points points) {
    double[] xy = new double[2 * points.size()];
    for (int i = 0; i < points.size(); i++) {
      xy[2 * i] = points.x(points.size() - 1 - i);
      xy[2 * i + 1] = points.y(points.size() - 1 - i);
    }
    return Points.of(xy);
  }
}
