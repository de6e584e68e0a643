package dev.groma.engine.sitelayout.roads;

import dev.groma.engine.CancelledException;
import dev.groma.engine.EngineContext;
import dev.groma.engine.sitelayout.asset.Asset;
import dev.groma.engine.sitelayout.ground.Ground;
import dev.groma.engine.sitelayout.ground.Raster;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
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
  private final RoadDesign design;
  private final RoadFinder finder;
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
      EngineContext context)
      throws CancelledException {
    this.rules = rules;
    this.grid = grid;
    this.context = context;
    this.entry = entry;
    this.entryCell = entryCell;
    nodes = new Nodes(grid.raster());
    design = new RoadDesign(allowed, ground, rules, entry, grid.raster().longerSide(), context);
    finder = new RoadFinder(grid, rules, design, nodes, context);
    if (entryCell >= 0) {
      double z = ground.at(entry.x, entry.y);
      double there = grid.z(entryCell);
      nodes.addEntry(entry, Double.isNaN(z) ? there : z, entryCell);
    }
  }

  /** The passable cell nearest to the entry, within 100 m or ten cells; -1 when there is none. */
  public static int entryCell(RouteGrid grid, Coordinate entry) {
    Raster raster = grid.raster();
    double cell = raster.longerSide();
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
    switch (finder.find("road-" + (roads.size() + 1), stop, aim)) {
      case RoadFinder.Found found -> {
        roads.add(found.road());
        nodes.add(found.road(), grid, design, 2 * rules.width());
      }
      case RoadFinder.Failed failed -> unreachable.add(failed.why());
    }
  }
}
