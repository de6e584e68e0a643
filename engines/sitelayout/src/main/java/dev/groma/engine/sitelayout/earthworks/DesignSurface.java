package dev.groma.engine.sitelayout.earthworks;

import dev.groma.engine.sitelayout.ground.Ground;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.hprtree.HPRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * The one surface that the site becomes, put together facet by facet: where facets overlap, the
 * earlier one counts and the later one yields, so no cubic metre is counted twice.
 *
 * <p>A body is a group of facets that do not overlap each other, such as a pad or a road; facets
 * that may, such as batters, are bodies of their own.
 */
public final class DesignSurface {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final SurfaceIntegral integral;
  private final List<Geometry> taken = new ArrayList<>();
  private HPRtree index = new HPRtree();
  private int indexed;

  /** Nothing designed yet on this ground. */
  public DesignSurface(Ground ground) {
    integral = new SurfaceIntegral(ground);
  }

  /** What a body adds: its volumes and its area in square metres, without what was taken before. */
  public record Added(CutFill volumes, double area) {}

  /** Adds a body and says what it moves where nothing was designed before. */
  public Added add(List<Facet> body) throws NoGroundException {
    List<Geometry> own = new ArrayList<>(body.size());
    CutFill sum = CutFill.NONE;
    double area = 0;
    List<Geometry> earlier = near(body);
    for (Facet facet : body) {
      Polygon outline = polygon(facet.xy());
      if (outline.getArea() == 0) {
        continue;
      }
      Geometry free = free(outline, earlier);
      for (int i = 0; i < free.getNumGeometries(); i++) {
        if (free.getGeometryN(i) instanceof Polygon piece) {
          sum = sum.plus(volumes(piece, facet));
        }
      }
      area += free.getArea();
      own.add(outline);
    }
    taken.addAll(own);
    return new Added(sum, area);
  }

  private static Geometry free(Polygon outline, List<Geometry> earlier) {
    Geometry free = outline;
    for (Geometry other : earlier) {
      if (!free.isEmpty()
          && other.getEnvelopeInternal().intersects(free.getEnvelopeInternal())
          && other.intersects(free)) {
        free = OverlayNGRobust.overlay(free, other, OverlayNG.DIFFERENCE);
      }
    }
    return free;
  }

  /** What was designed before and may overlap the body. */
  private List<Geometry> near(List<Facet> body) {
    Envelope box = new Envelope();
    body.forEach(facet -> box.expandToInclude(polygon(facet.xy()).getEnvelopeInternal()));
    if (taken.size() > indexed + 64) {
      index = new HPRtree();
      taken.forEach(geometry -> index.insert(geometry.getEnvelopeInternal(), geometry));
      indexed = taken.size();
    }
    List<Geometry> near = new ArrayList<>();
    if (indexed > 0) {
      index.query(box, found -> near.add((Geometry) found));
    }
    for (Geometry geometry : taken.subList(indexed, taken.size())) {
      if (geometry.getEnvelopeInternal().intersects(box)) {
        near.add(geometry);
      }
    }
    return near;
  }

  private CutFill volumes(Polygon piece, Facet facet) throws NoGroundException {
    CutFill shell = integral.over(xy(piece.getExteriorRing()), facet.design());
    double cut = shell.cut();
    double fill = shell.fill();
    for (int i = 0; i < piece.getNumInteriorRing(); i++) {
      CutFill hole = integral.over(xy(piece.getInteriorRingN(i)), facet.design());
      cut -= hole.cut();
      fill -= hole.fill();
    }
    return switch (facet.counts()) {
      case BOTH -> new CutFill(Math.max(0, cut), Math.max(0, fill));
      case CUT -> new CutFill(Math.max(0, cut), 0);
      case FILL -> new CutFill(0, Math.max(0, fill));
    };
  }

  private static double[] xy(LinearRing ring) {
    double[] xy = new double[2 * (ring.getNumPoints() - 1)];
    for (int i = 0; i < xy.length / 2; i++) {
      Coordinate point = ring.getCoordinateN(i);
      xy[2 * i] = point.x;
      xy[2 * i + 1] = point.y;
    }
    return xy;
  }

  private static Polygon polygon(double[] xy) {
    Coordinate[] ring = new Coordinate[xy.length / 2 + 1];
    for (int i = 0; i < xy.length / 2; i++) {
      ring[i] = new Coordinate(xy[2 * i], xy[2 * i + 1]);
    }
    ring[xy.length / 2] = ring[0].copy();
    return FACTORY.createPolygon(ring);
  }
}
