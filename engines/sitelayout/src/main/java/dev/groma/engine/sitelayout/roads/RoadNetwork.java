package dev.groma.engine.sitelayout.roads;

import dev.groma.engine.CancelledException;
import dev.groma.engine.EngineContext;
import dev.groma.engine.sitelayout.asset.Asset;
import dev.groma.engine.sitelayout.ground.Ground;
import dev.groma.engine.sitelayout.ground.Raster;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * Connects assets to the entry, one after another: the one nearest to the network next, by the
 * cheapest route to the nearest node of it (the nearest-node heuristic for Steiner trees).
 *
 * <p>For one thread and one run.
 */
public final class RoadNetwork {

  private final RoadRules rules;
  private final RouteGrid grid;
  private final Raster raster;
  private final RouteSearch search;
  private final RoadDesign design;
  private final EngineContext context;
  private final Nodes nodes;
  private final Coordinate entry;
  private final int entryCell;
  private final List<Road> roads = new ArrayList<>();
  private final List<Unreachable> unreachable = new ArrayList<>();

  /** An asset and the elevation at which a road meets it; empty where that is the ground's. */
  public record Stop(Asset asset, OptionalDouble elevation) {}

  private static final class Waiting {

    final Stop stop;
    Nodes.Node nearest;

    Waiting(Stop stop, Nodes.Node nearest) {
      this.stop = stop;
      this.nearest = nearest;
    }

    double distance() {
      return nearest.distance(stop.asset().footprint().x(), stop.asset().footprint().y());
    }
  }

  /**
   * A network that begins at the entry.
   *
   * @param allowed where the edges of a road may be
   * @param grid cells, the assets blocked
   * @param ground in its full resolution
   * @param entryCell the cell where roads begin, or -1 when there is none
   */
  public RoadNetwork(
      Geometry allowed,
      RouteGrid grid,
      Ground ground,
      RoadRules rules,
      Coordinate entry,
      int entryCell,
      EngineContext context) {
    this.rules = rules;
    this.grid = grid;
    this.context = context;
    this.entry = entry;
    this.entryCell = entryCell;
    raster = grid.raster();
    search = new RouteSearch(raster, context);
    nodes = new Nodes(raster);
    design = new RoadDesign(allowed, ground, rules, entry, cellSize());
    if (entryCell >= 0) {
      double z = ground.at(entry.x, entry.y);
      double there = grid.z(entryCell);
      nodes.addEntry(entry, Double.isNaN(z) ? there : z, entryCell);
    }
  }

  private double cellSize() {
    return Math.max(raster.cellX(), raster.cellY());
  }

  /** The passable cell nearest to the entry, within 100 m or ten cells; -1 when there is none. */
  public static int entryCell(RouteGrid grid, Coordinate entry) {
    Raster raster = grid.raster();
    double cell = Math.max(raster.cellX(), raster.cellY());
    int reach = (int) Math.ceil(Math.max(100, 10 * cell) / cell);
    int column = raster.column(entry.x);
    int row = raster.row(entry.y);
    int nearest = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int r = row - reach; r <= row + reach; r++) {
      for (int c = column - reach; c <= column + reach; c++) {
        if (raster.contains(c, r) && grid.isPassable(raster.index(c, r))) {
          double distance = Math.hypot(raster.x(c) - entry.x, raster.y(r) - entry.y);
          if (distance < least) {
            least = distance;
            nearest = raster.index(c, r);
          }
        }
      }
    }
    return nearest;
  }

  /** Connects what can be connected. */
  public Network connect(List<Stop> stops) throws CancelledException {
    if (entryCell < 0) {
      for (Stop stop : stops) {
        unreachable.add(
            new Unreachable(stop.asset().id(), entry.x, entry.y, Unreachable.Cause.CLOSED));
      }
      return new Network(roads, unreachable);
    }
    List<Waiting> waiting = new ArrayList<>();
    stops.forEach(stop -> waiting.add(new Waiting(stop, nodes.entry())));
    int all = stops.size();
    while (!waiting.isEmpty()) {
      context.progress(100 * (all - waiting.size()) / all, "finding roads");
      context.checkCancelled();
      Waiting next = waiting.getFirst();
      for (Waiting other : waiting) {
        next = other.distance() < next.distance() ? other : next;
      }
      waiting.remove(next);
      int known = nodes.size();
      connect(next.stop, next.nearest);
      for (Waiting other : waiting) {
        other.nearest =
            nodes.nearest(
                other.stop.asset().footprint().x(),
                other.stop.asset().footprint().y(),
                known,
                other.nearest);
      }
    }
    return new Network(roads, unreachable);
  }

  private void connect(Stop stop, Nodes.Node aim) throws CancelledException {
    List<Gate> gates = Gate.of(stop.asset(), rules, grid);
    Unreachable failed = null;
    for (double limit : limits()) {
      RouteGrid within = grid.withImpassable(limit);
      for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        int[] path =
            search.find(
                within, gates.stream().mapToInt(Gate::cell).toArray(), aim.cell(), nodes::has);
        if (path.length == 0) {
          int nearest = search.nearestReached(aim.x(), aim.y());
          failed = failed != null ? failed : failure(stop, nearest, aim.x(), aim.y());
          break;
        }
        Nodes.Node end = nodes.at(path[path.length - 1]);
        Coordinate[] points = points(gates, path, end);
        Road road = road(stop, end, points);
        if (road != null) {
          roads.add(road);
          nodes.add(road, grid, design, 2 * rules.width());
          return;
        }
        Coordinate conflict = design.conflict(points);
        Coordinate place = conflict != null ? conflict : points[points.length / 2];
        Unreachable.Cause cause =
            conflict != null ? Unreachable.Cause.OCCUPIED : Unreachable.Cause.GRADE;
        failed = new Unreachable(stop.asset().id(), place.x, place.y, cause);
        if (conflict == null) {
          break;
        }
        within = within.without(conflict.x, conflict.y, cellSize());
      }
    }
    if (failed != null) {
      unreachable.add(failed);
    }
  }

  /** Routes tried around places where a road could not be drawn; more were never needed. */
  private static final int ATTEMPTS = 8;

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

  private @Nullable Road road(Stop stop, Nodes.Node end, Coordinate[] points) {
    RoadDesign.Ends ends =
        new RoadDesign.Ends(
            "road-" + (roads.size() + 1), end.road(), stop, OptionalDouble.of(end.z()));
    return design.draw(ends, points);
  }

  /** From the asset's gate over the cells to the node. */
  private Coordinate[] points(List<Gate> gates, int[] path, Nodes.Node end) {
    Gate gate = gates.stream().filter(one -> one.cell() == path[0]).findFirst().orElseThrow();
    Stream<Coordinate> cells =
        Arrays.stream(path, 1, path.length)
            .mapToObj(cell ->
                new Coordinate(
                    raster.x(cell % raster.columns()), raster.y(cell / raster.columns())));
    return Stream.of(
            Stream.of(gate.edge(), gate.out()), cells, Stream.of(new Coordinate(end.x(), end.y())))
        .flatMap(part -> part)
        .toArray(Coordinate[]::new);
  }

  private Unreachable failure(Stop stop, int nearest, double aimX, double aimY) {
    double x = stop.asset().footprint().x();
    double y = stop.asset().footprint().y();
    if (nearest < 0) {
      return new Unreachable(stop.asset().id(), x, y, Unreachable.Cause.OCCUPIED);
    }
    int column = nearest % raster.columns();
    int row = nearest / raster.columns();
    return new Unreachable(
        stop.asset().id(), raster.x(column), raster.y(row), cause(column, row, aimX, aimY));
  }

  /** Looks at the moves towards the aim: open ones that cost too much are too steep. */
  private Unreachable.Cause cause(int column, int row, double aimX, double aimY) {
    int cell = raster.index(column, row);
    double dx = aimX - raster.x(column);
    double dy = aimY - raster.y(row);
    boolean occupied = true;
    for (int move = 0; move < RouteGrid.MOVES.length; move++) {
      boolean ahead = RouteGrid.MOVES[move][0] * dx + RouteGrid.MOVES[move][1] * dy > 0;
      if (!ahead) {
        continue;
      }
      if (!grid.stays(column, row, move)) {
        occupied = false;
      } else if (grid.isOpen(cell, move)) {
        if (grid.cost(cell, move) == Double.POSITIVE_INFINITY) {
          return Unreachable.Cause.STEEP;
        }
      } else {
        occupied &= grid.isOnlyOccupied(cell, move);
      }
    }
    return occupied ? Unreachable.Cause.OCCUPIED : Unreachable.Cause.CLOSED;
  }
}
