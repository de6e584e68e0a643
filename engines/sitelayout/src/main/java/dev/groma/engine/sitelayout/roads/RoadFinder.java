package dev.groma.engine.sitelayout.roads;

import dev.groma.engine.CancelledException;
import dev.groma.engine.EngineContext;
import dev.groma.engine.sitelayout.ground.Raster;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * Finds a road from one asset to the network: the cheapest route that can be drawn.
 *
 * <p>Where the cheapest route cannot be drawn, the place that is in the way is closed and the next
 * cheapest taken; where it cannot keep its grade, routes over gentler ground are.
 */
final class RoadFinder {

  /** Routes tried around places where a road could not be drawn; more were never needed. */
  private static final int ATTEMPTS = 8;

  /**
   * A road may be so much longer for wider bends; chosen: a lorry that has to reverse costs more.
   */
  private static final double MOST_DETOUR = 1.3;

  private final RouteGrid grid;
  private final Raster raster;
  private final RoadRules rules;
  private final RoadDesign design;
  private final Nodes nodes;
  private final RouteSearch search;
  private final EngineContext context;

  RoadFinder(
      RouteGrid grid, RoadRules rules, RoadDesign design, Nodes nodes, EngineContext context) {
    this.grid = grid;
    this.rules = rules;
    this.design = design;
    this.nodes = nodes;
    this.context = context;
    raster = grid.raster();
    search = new RouteSearch(raster, context);
  }

  /** What came of it. */
  sealed interface Result {}

  /** A road. */
  record Found(Road road) implements Result {}

  /** None, and why. */
  record Failed(Unreachable why) implements Result {}

  /**
   * Looks for a road.
   *
   * @param id of the road
   * @param aim the node of the network that is nearest as the crow flies
   */
  Result find(String id, RoadNetwork.Stop stop, Nodes.Node aim) throws CancelledException {
    List<Gate> gates = Gate.of(stop.asset(), rules, grid);
    int[] starts = gates.stream().mapToInt(Gate::cell).toArray();
    Road best = null;
    Unreachable failed = null;
    for (double limit : limits()) {
      RouteGrid within = grid.withImpassable(limit);
      int[] before = {};
      for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        context.checkCancelled();
        int[] path = search.find(within, starts, aim.cell(), nodes::has);
        if (path.length == 0 && attempt == 0) {
          // Where there is no way, there is none over gentler ground.
          int nearest = search.nearestReached(aim.x(), aim.y());
          return new Failed(
              failed != null ? failed : RoadFailure.at(nearest, stop.asset(), aim, grid));
        }
        if (path.length == 0 || Arrays.equals(path, before)) {
          break;
        }
        before = path;
        Coordinate[] points = points(gates, path);
        RoadDesign.Drawn drawn = drawn(id, stop, path, points);
        if (drawn != null) {
          best = better(best, drawn.road());
          if (design.keepsRadius(best)) {
            return new Found(best);
          }
        }
        Coordinate conflict = drawn == null ? design.conflict(points) : drawn.tightest();
        if (conflict == null) {
          failed = failure(stop, points[points.length / 2], Unreachable.Cause.GRADE);
          break;
        }
        failed = failure(stop, conflict, Unreachable.Cause.NARROW);
        within = within.without(conflict.x, conflict.y, around());
      }
      if (best != null) {
        return new Found(best);
      }
    }
    return new Failed(Objects.requireNonNull(failed, "a route was tried"));
  }

  /** The wider bends, unless they cost too much of a detour. */
  private static Road better(@Nullable Road best, Road other) {
    if (best == null) {
      return other;
    }
    boolean hasWiderBends = other.minRadius() > best.minRadius();
    return hasWiderBends && other.length() <= MOST_DETOUR * best.length() ? other : best;
  }

  /**
   * How much is closed around a place where a bend does not fit: what an arc of the smallest radius
   * cuts off a right angle, and at least what a road takes up.
   */
  private double around() {
    double cutOff = (Math.sqrt(2) - 1) * rules.minRadius();
    return Math.max(Math.max(raster.longerSide(), rules.width() / 2), cutOff);
  }

  private static Unreachable failure(
      RoadNetwork.Stop stop, Coordinate place, Unreachable.Cause cause) {
    return new Unreachable(stop.asset().id(), place.x, place.y, cause);
  }

  /** Ground steeper than the grade costs earth; ground within it always leaves a way to build. */
  private double[] limits() {
    double steepest = rules.maxGradePercent();
    return new double[] {
      rules.impassablePercent(),
      (rules.impassablePercent() + steepest) / 2,
      steepest,
      0.85 * steepest,
      0.7 * steepest,
      0.5 * steepest
    };
  }

  private RoadDesign.@Nullable Drawn drawn(
      String id, RoadNetwork.Stop stop, int[] path, Coordinate[] points) throws CancelledException {
    Nodes.Node end = nodes.at(path[path.length - 1]);
    return design.draw(
        new RoadDesign.Ends(id, end.road(), stop, OptionalDouble.of(end.z())), points);
  }

  /**
   * From the asset's gate over the cells to the node. Cells within a road's width of either end are
   * passed over: their centres lie a little beside the ends, and a line over them would begin with
   * a hook.
   */
  private Coordinate[] points(List<Gate> gates, int[] path) {
    Gate gate = gates.stream().filter(one -> one.cell() == path[0]).findFirst().orElseThrow();
    Nodes.Node node = nodes.at(path[path.length - 1]);
    Coordinate end = new Coordinate(node.x(), node.y());
    List<Coordinate> points = new ArrayList<>(path.length + 2);
    points.add(gate.edge());
    points.add(gate.out());
    for (int i = 1; i < path.length; i++) {
      Coordinate cell =
          new Coordinate(
              raster.x(path[i] % raster.columns()), raster.y(path[i] / raster.columns()));
      if (cell.distance(gate.out()) >= rules.width() && cell.distance(end) >= rules.width()) {
        points.add(cell);
      }
    }
    points.add(end);
    return points.toArray(Coordinate[]::new);
  }
}
