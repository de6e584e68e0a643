package dev.groma.engine.sitelayout.roads;

import dev.groma.engine.CancelledException;
import dev.groma.engine.EngineContext;
import dev.groma.engine.Unstoppable;
import dev.groma.engine.sitelayout.ground.Ground;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Makes a road of a route: draws it with decreasing freedom until it stays on allowed ground, keeps
 * its radius and its grade. Keeping to the ground and to the grade is a must; a radius that cannot
 * be kept is reported with the road, down to half its width, below which it would run over itself.
 */
final class RoadDesign {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  /**
   * Grades are fitted this much below the limit, so that elevations rounded to a tenth of a
   * millimetre still keep it.
   */
  private static final double ROUNDING = 0.999;

  private final EngineContext context;
  private final Ground ground;
  private final RoadRules rules;
  private final PreparedGeometry allowed;
  private final Geometry aroundEntry;
  private final List<Alignment.Style> styles;

  RoadDesign(
      Geometry allowed,
      Ground ground,
      RoadRules rules,
      Coordinate entry,
      double cell,
      EngineContext context)
      throws CancelledException {
    this.ground = ground;
    this.context = context;
    this.rules = rules;
    Point gate = FACTORY.createPoint(entry);
    // The entry lies on the boundary or outside it: the first metres are nobody's business.
    aroundEntry = gate.buffer(Math.max(gate.distance(allowed) + 2 * rules.width(), 3 * cell));
    this.allowed =
        Unstoppable.of(context, () -> PreparedGeometryFactory.prepare(allowed.buffer(0.01)));
    styles = styles(rules, cell);
  }

  /**
   * From the freest line to the route itself. Freedom is measured in cells, on fine grids in widths
   * of the road: a route of 1 m cells has more corners than a road can have bends.
   */
  private static List<Alignment.Style> styles(RoadRules rules, double cell) {
    double free = Math.max(cell, rules.width());
    double radius = rules.minRadius();
    return List.of(
        new Alignment.Style(2.5 * free, true, radius),
        new Alignment.Style(1.2 * free, true, radius),
        new Alignment.Style(0.7 * free, true, radius),
        new Alignment.Style(0.7 * free, false, radius),
        new Alignment.Style(0.7 * free, false, radius / 2),
        new Alignment.Style(0.7 * free, false, radius / 4),
        new Alignment.Style(0.7 * cell, false, radius),
        new Alignment.Style(0, false, radius),
        new Alignment.Style(0, false, radius / 4));
  }

  /**
   * The ends of a road.
   *
   * @param from id of the road it leaves
   * @param junction elevation there
   */
  record Ends(String id, String from, RoadNetwork.Stop stop, OptionalDouble junction) {}

  /**
   * A road on paper.
   *
   * @param tightest where its tightest bend is; null for a straight one
   */
  record Drawn(Road road, @Nullable Coordinate tightest) {}

  /**
   * Draws a road.
   *
   * @param points from the asset to the network
   * @return the first that keeps its radius, else the one with the widest bends; null when no way
   *     of drawing stays on allowed ground and within the grade
   */
  @Nullable Drawn draw(Ends ends, Coordinate[] points) throws CancelledException {
    Drawn best = null;
    for (Alignment.Style style : styles) {
      context.checkCancelled();
      Alignment alignment = Alignment.of(points, 2, style);
      if (alignment.xy().length < 4
          || alignment.minRadius() < rules.width() / 2
          || !staysOnAllowedGround(alignment.line(), points[0])) {
        continue;
      }
      Road road = withProfile(ends, alignment);
      if (road == null) {
        continue;
      }
      Drawn drawn = new Drawn(road, alignment.tightest());
      if (keepsRadius(road)) {
        return drawn;
      }
      best = best == null || road.minRadius() > best.road().minRadius() ? drawn : best;
    }
    return best;
  }

  /** Whether no bend is tighter than it should be. */
  boolean keepsRadius(Road road) {
    return road.minRadius() >= rules.minRadius() * 0.999;
  }

  /**
   * The place that keeps a road from being drawn along these points: where its edges would leave
   * the allowed ground even without bends, else where its tightest bend would be; null where there
   * is room and only the grade can be at fault.
   */
  @Nullable Coordinate conflict(Coordinate[] points) {
    Geometry outside =
        OverlayNGRobust.overlay(
            beyondDoorsteps(corridor(FACTORY.createLineString(points), rules.width()), points[0]),
            allowed.getGeometry(),
            OverlayNG.DIFFERENCE);
    if (!outside.isEmpty()) {
      return outside.getInteriorPoint().getCoordinate();
    }
    Alignment closest = Alignment.of(points, 2, styles.getLast());
    return closest.minRadius() < rules.width() / 2 ? closest.tightest() : null;
  }

  /** Whether a straight piece of road fits between two points; a point does. */
  boolean isClear(double x0, double y0, double x1, double y1) {
    Coordinate from = new Coordinate(x0, y0);
    Coordinate to = new Coordinate(x1, y1);
    return from.distance(to) < 0.1
        || allowed.covers(
            corridor(FACTORY.createLineString(new Coordinate[] {from, to}), rules.width()));
  }

  /** At the gate the square end of the first chord may reach a hand's breadth into the asset. */
  private boolean staysOnAllowedGround(LineString line, Coordinate gate) {
    Geometry corridor = corridor(line, rules.width());
    if (allowed.covers(corridor)) {
      return true;
    }
    return allowed.covers(beyondDoorsteps(corridor, gate));
  }

  private Geometry beyondDoorsteps(Geometry corridor, Coordinate gate) {
    Geometry doorstep = FACTORY.createPoint(gate).buffer(rules.width() / 2 + 1);
    return corridor.difference(aroundEntry).difference(doorstep);
  }

  static Geometry corridor(LineString line, double width) {
    return BufferOp.bufferOp(
        line,
        width / 2,
        new BufferParameters(
            8,
            BufferParameters.CAP_FLAT,
            BufferParameters.JOIN_MITRE,
            BufferParameters.DEFAULT_MITRE_LIMIT));
  }

  private @Nullable Road withProfile(Ends ends, Alignment alignment) {
    double[] xy = alignment.xy();
    int stations = xy.length / 2;
    double[] distance = new double[stations - 1];
    double[] elevations = new double[stations];
    for (int i = 0; i < stations; i++) {
      // From the network to the asset: the other way round than the points.
      int at = stations - 1 - i;
      elevations[i] =
          elevation(xy[2 * at], xy[2 * at + 1], i == 0 ? ends.junction() : OptionalDouble.empty());
      if (Double.isNaN(elevations[i])) {
        return null;
      }
      if (i > 0) {
        distance[i - 1] = Math.hypot(xy[2 * at] - xy[2 * at + 2], xy[2 * at + 1] - xy[2 * at + 3]);
      }
    }
    double[] z =
        ProfileFit.fit(
            distance,
            elevations,
            rules.maxGradePercent() / 100 * ROUNDING,
            ends.junction(),
            ends.stop().elevation());
    return z == null ? null : road(ends, alignment, z, elevations);
  }

  /** The entry may lie beyond the ground: there the road has its own elevation. */
  private double elevation(double x, double y, OptionalDouble otherwise) {
    double z = ground.at(x, y);
    return Double.isNaN(z) && otherwise.isPresent() ? otherwise.getAsDouble() : z;
  }

  private static Road road(Ends ends, Alignment alignment, double[] z, double[] elevations) {
    double[] xy = alignment.xy();
    double[] xyz = new double[3 * z.length];
    for (int i = 0; i < z.length; i++) {
      int at = z.length - 1 - i;
      xyz[3 * i] = xy[2 * at];
      xyz[3 * i + 1] = xy[2 * at + 1];
      xyz[3 * i + 2] = z[i];
    }
    return new Road(
        ends.id(), ends.from(), ends.stop().asset().id(), xyz, elevations, alignment.minRadius());
  }
}
