package dev.groma.engine.sitelayout.roads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.groma.engine.EngineContext;
import dev.groma.engine.sitelayout.Terrain;
import dev.groma.engine.sitelayout.asset.Asset;
import dev.groma.engine.sitelayout.asset.Catalogue;
import dev.groma.engine.sitelayout.asset.Footprint;
import dev.groma.engine.sitelayout.ground.Ground;
import dev.groma.engine.sitelayout.ground.Raster;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class RoadNetworkTest {

  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final EngineContext SILENT = EngineContext.silent();
  private static final RoadRules RULES = RoadRules.DEFAULT;
  private static final double SIZE = 1000;
  private static final Coordinate ENTRY = new Coordinate(500, 0);

  private static Asset building(double x, double y) {
    return building("omBuilding-1", x, y);
  }

  private static Asset building(String id, double x, double y) {
    var type = Catalogue.BUILT_IN.find(Catalogue.OM_BUILDING).orElseThrow();
    return new Asset(id, type, new Footprint(x, y, 0, type.size()), false);
  }

  private static Network connect(DoubleBinaryOperator elevation, double cell, Asset... assets)
      throws Exception {
    Geometry square = FACTORY.toGeometry(new Envelope(0, SIZE, 0, SIZE));
    return connect(square, Terrain.of(SIZE, cell, elevation), assets);
  }

  private static Network connect(Geometry allowed, Ground ground, Asset... assets)
      throws Exception {
    RouteGrid grid = RouteGrid.of(allowed, ground, RULES, SILENT);
    grid.block(List.of(assets));
    Geometry free = allowed;
    List<RoadNetwork.Stop> stops = new ArrayList<>();
    for (Asset asset : assets) {
      free = free.difference(asset.footprint().polygon());
      stops.add(new RoadNetwork.Stop(asset, OptionalDouble.empty()));
    }
    int entryCell = RoadNetwork.entryCell(grid, ENTRY);
    return new RoadNetwork(free, grid, ground, RULES, ENTRY, entryCell, SILENT).connect(stops);
  }

  @Test
  void onLevelGroundTheRoadIsAsStraightAsTheRulesAllow() throws Exception {
    Network network = connect((x, y) -> 7, 10, building(500, 800));
    assertThat(network.unreachable()).isEmpty();
    assertThat(network.length()).isCloseTo(790, within(1.0));
    Road road = network.roads().getFirst();
    assertThat(road.from()).isEqualTo("entry");
    assertThat(road.x(0)).isEqualTo(500);
    assertThat(road.y(road.stations() - 1)).isEqualTo(790);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.06, 0.12, 0.16})
  void noRoadIsSteeperThanAllowedWhereverOneLooks(double slope) throws Exception {
    Network network =
        connect(
            (x, y) -> slope * y + 3 * Math.sin(x / 40) + 2 * Math.cos(y / 30),
            10,
            building("a", 300, 800),
            building("b", 700, 600),
            building("c", 520, 300));
    assertThat(network.unreachable()).isEmpty();
    for (Road road : network.roads()) {
      assertThat(densifiedSteepest(road)).isLessThanOrEqualTo(RULES.maxGradePercent());
    }
  }

  /** Every metre of the line, as somebody with a level would check it. */
  private static double densifiedSteepest(Road road) {
    double steepest = 0;
    for (int i = 0; i + 1 < road.stations(); i++) {
      int metres = Math.max(1, (int) Math.ceil(road.step(i)));
      double step = road.step(i) / metres;
      for (int m = 0; m < metres; m++) {
        double z0 = road.z(i) + (road.z(i + 1) - road.z(i)) * m / metres;
        double z1 = road.z(i) + (road.z(i + 1) - road.z(i)) * (m + 1) / metres;
        steepest = Math.max(steepest, 100 * Math.abs(z1 - z0) / step);
      }
    }
    return steepest;
  }

  @Test
  void aCliffCannotBeClimbedAndThePlaceIsNamed() throws Exception {
    Network network = connect((x, y) -> y < 500 ? 0 : 40, 10, building(500, 800));
    assertThat(network.roads()).isEmpty();
    Unreachable failed = network.unreachable().getFirst();
    assertThat(failed.asset()).isEqualTo("omBuilding-1");
    assertThat(failed.cause()).isEqualTo(Unreachable.Cause.STEEP);
    assertThat(failed.y()).isCloseTo(500, within(20.0));
  }

  @Test
  void aRampThroughTheCliffIsFound() throws Exception {
    DoubleBinaryOperator cliff =
        (x, y) -> {
          double ramp = Math.clamp((y - 100) / 600 * 40, 0, 40);
          return x > 780 && x < 880 ? ramp : y < 500 ? 0 : 40;
        };
    Network network = connect(cliff, 10, building(500, 800));
    assertThat(network.unreachable()).isEmpty();
    Road road = network.roads().getFirst();
    boolean overTheRamp = false;
    for (int i = 0; i < road.stations(); i++) {
      overTheRamp |= road.x(i) > 780 && road.x(i) < 880 && Math.abs(road.y(i) - 500) < 20;
    }
    assertThat(overTheRamp).isTrue();
    assertThat(road.steepestPercent()).isLessThanOrEqualTo(10);
  }

  @Test
  void aWallOneCellThickIsNotJumped() throws Exception {
    Geometry square = FACTORY.toGeometry(new Envelope(0, SIZE, 0, SIZE));
    Geometry wall = FACTORY.toGeometry(new Envelope(-10, 1010, 498, 502));
    Network network =
        connect(square.difference(wall), Terrain.of(SIZE, 10, (x, y) -> 0), building(500, 800));
    assertThat(network.unreachable().getFirst().cause()).isEqualTo(Unreachable.Cause.CLOSED);
  }

  @Test
  void roadsStayInsideTheBoundaryOutOfExclusionsAndOffAssets() throws Exception {
    Geometry square = FACTORY.toGeometry(new Envelope(0, SIZE, 0, SIZE));
    Geometry pond = FACTORY.createPoint(new Coordinate(480, 420)).buffer(230);
    Geometry allowed = square.difference(pond);
    Asset[] assets = {building("a", 500, 900), building("b", 150, 700), building("c", 850, 500)};
    Network network = connect(allowed, Terrain.of(SIZE, 10, (x, y) -> x / 50), assets);
    assertThat(network.unreachable()).isEmpty();
    Geometry entry = FACTORY.createPoint(ENTRY).buffer(30);
    for (Road road : network.roads()) {
      Geometry corridor = corridor(road);
      assertThat(allowed.buffer(0.02).union(entry).covers(corridor)).as(road.id()).isTrue();
      for (Asset asset : assets) {
        assertThat(corridor.intersection(asset.footprint().polygon()).getArea())
            .as(road.id() + " over " + asset.id())
            .isLessThan(0.5);
      }
    }
  }

  private static Geometry corridor(Road road) {
    Coordinate[] line = new Coordinate[road.stations()];
    for (int i = 0; i < line.length; i++) {
      line[i] = new Coordinate(road.x(i), road.y(i));
    }
    return RoadDesign.corridor(FACTORY.createLineString(line), RULES.width());
  }

  @Test
  void everyRoadLeavesTheEntryOrAnEarlierRoadAtItsElevation() throws Exception {
    Network network =
        connect(
            (x, y) -> 20 * Math.sin(x / 200) * Math.cos(y / 300),
            10,
            building("a", 200, 800),
            building("b", 300, 850),
            building("c", 800, 800),
            building("d", 780, 300));
    assertThat(network.roads()).hasSize(4);
    for (Road road : network.roads()) {
      if (!road.from().equals("entry")) {
        assertThat(onOneOf(network.roads(), road)).as(road.id()).isTrue();
      }
    }
  }

  private static boolean onOneOf(List<Road> roads, Road road) {
    for (Road other : roads) {
      for (int i = 0; i < other.stations(); i++) {
        if (other.id().equals(road.from())
            && other.x(i) == road.x(0)
            && other.y(i) == road.y(0)
            && Math.abs(other.z(i) - road.z(0)) < 1e-9) {
          return true;
        }
      }
    }
    return false;
  }

  @ParameterizedTest
  @CsvSource({"500, 800", "200, 400", "830, 620"})
  void bendsKeepTheirRadiusOnOpenGround(double x, double y) throws Exception {
    Road road = connect((east, north) -> 0, 10, building(x, y)).roads().getFirst();
    assertThat(road.minRadius()).isGreaterThanOrEqualTo(25 - 1e-6);
    assertThat(tightest(road)).isGreaterThan(24);
  }

  /** Radius of the circle through three stations, where the line turns noticeably. */
  private static double tightest(Road road) {
    double tightest = Double.POSITIVE_INFINITY;
    for (int i = 1; i + 1 < road.stations(); i++) {
      double a = road.step(i - 1);
      double b = road.step(i);
      double c = Math.hypot(road.x(i + 1) - road.x(i - 1), road.y(i + 1) - road.y(i - 1));
      double twice =
          Math.abs(
              (road.x(i) - road.x(i - 1)) * (road.y(i + 1) - road.y(i - 1))
                  - (road.x(i + 1) - road.x(i - 1)) * (road.y(i) - road.y(i - 1)));
      boolean turns = twice / (a * b) > Math.toRadians(1.5);
      if (turns) {
        tightest = Math.min(tightest, a * b * c / (2 * twice));
      }
    }
    return tightest;
  }

  /** Against Dijkstra without a heuristic, on random ground with random holes. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void theRouteIsTheCheapestThereIs(long seed) throws Exception {
    Random random = new Random(seed);
    Raster raster = new Raster(40, 30, 0, 0, 10, 10);
    Ground ground =
        Terrain.of(raster, (x, y) -> random.nextInt(8) == 0 ? Double.NaN : random.nextDouble() * 2);
    Geometry all = FACTORY.toGeometry(new Envelope(-50, 500, -50, 500));
    RouteGrid grid = RouteGrid.of(all, ground, RULES, SILENT);
    int from = raster.index(2, 3);
    int to = raster.index(36, 27);
    RouteSearch search = new RouteSearch(raster, SILENT);
    int[] path = search.find(grid, new int[] {from}, to, cell -> cell == to);
    double slow = dijkstra(grid, from, to);
    assertThat(search.costTo(to)).as("seed %s", seed).isEqualTo(slow);
    if (path.length > 0) {
      assertThat(path[0]).isEqualTo(from);
      assertThat(path[path.length - 1]).isEqualTo(to);
    }
  }

  private record Entry(double cost, int cell) {}

  private static double dijkstra(RouteGrid grid, int from, int to) {
    double[] cost = new double[grid.raster().size()];
    java.util.Arrays.fill(cost, Double.POSITIVE_INFINITY);
    PriorityQueue<Entry> queue = new PriorityQueue<>((a, b) -> Double.compare(a.cost(), b.cost()));
    if (grid.isPassable(from)) {
      cost[from] = 0;
      queue.add(new Entry(0, from));
    }
    while (!queue.isEmpty()) {
      Entry next = queue.remove();
      int column = next.cell() % grid.raster().columns();
      int row = next.cell() / grid.raster().columns();
      for (int move = 0; move < Moves.COUNT; move++) {
        if (grid.moves().stays(column, row, move)) {
          int target = next.cell() + grid.moves().offset(move);
          double through = next.cost() + grid.cost(next.cell(), move);
          if (through < cost[target]) {
            cost[target] = through;
            queue.add(new Entry(through, target));
          }
        }
      }
    }
    return cost[to];
  }
}
