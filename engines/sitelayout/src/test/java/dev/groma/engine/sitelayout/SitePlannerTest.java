package dev.groma.engine.sitelayout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.groma.engine.EngineContext;
import dev.groma.engine.sitelayout.asset.Asset;
import dev.groma.engine.sitelayout.asset.AssetType;
import dev.groma.engine.sitelayout.asset.Catalogue;
import dev.groma.engine.sitelayout.asset.Footprint;
import dev.groma.engine.sitelayout.earthworks.DemError;
import dev.groma.engine.sitelayout.earthworks.EarthworkRules;
import dev.groma.engine.sitelayout.earthworks.PadElevation;
import dev.groma.engine.sitelayout.ground.Ground;
import dev.groma.engine.sitelayout.ground.HornSlope;
import dev.groma.engine.sitelayout.ground.Raster;
import dev.groma.engine.sitelayout.placement.Program;
import dev.groma.engine.sitelayout.placement.Rules;
import dev.groma.engine.sitelayout.placement.Shortfall;
import dev.groma.engine.sitelayout.roads.Road;
import dev.groma.engine.sitelayout.roads.RoadRules;
import dev.groma.engine.sitelayout.roads.Unreachable;
import dev.groma.engine.sitelayout.site.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

class SitePlannerTest {

  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final EngineContext SILENT = EngineContext.silent();
  private static final double BUFFER = 10;

  private static AssetType type(String name) {
    return Catalogue.BUILT_IN.find(name).orElseThrow();
  }

  private static Program solarSite(double targetKw) {
    return new Program(
        List.of(
            new Program.Wanted(type(Catalogue.SUBSTATION), 1),
            new Program.Wanted(type(Catalogue.OM_BUILDING), 1),
            new Program.Wanted(type(Catalogue.LAYDOWN_YARD), 1)),
        List.of(type(Catalogue.SOLAR_BLOCK)),
        targetKw);
  }

  private static Settings settings(Program program, Settings.Fixed... fixed) {
    return new Settings(
        program,
        List.of(fixed),
        new Rules(BUFFER),
        RoadRules.DEFAULT,
        new EarthworkRules(new PadElevation.Balanced(1), EarthworkRules.Soil.MIXED, false, 3),
        new DemError(0.1, 30));
  }

  private static Site square(double size, Geometry exclusions) {
    return new Site(
        FACTORY.toGeometry(new Envelope(0, size, 0, size)),
        exclusions,
        new Coordinate(size / 2, 0),
        false);
  }

  private static Ground ground(double size, double cell, DoubleBinaryOperator elevation) {
    int cells = (int) Math.round((size + 40) / cell) + 1;
    return Terrain.of(new Raster(cells, cells, -20, -20, cell, cell), elevation);
  }

  private static Layout plan(Site site, Ground ground, Settings settings) throws Exception {
    return new SitePlanner().plan(site, ground, ground, settings, SILENT);
  }

  private static final DoubleBinaryOperator HILLS =
      (x, y) -> 12 * Math.sin(x / 310) * Math.cos(y / 270) + 0.01 * x;

  @ParameterizedTest
  @ValueSource(doubles = {1_500, 9_000, 20_000})
  void theSmallestSetThatReachesTheTargetIsBuiltAndConnected(double targetKw) throws Exception {
    Geometry pond = FACTORY.createPoint(new Coordinate(700, 900)).buffer(150);
    Site site = square(1600, pond);
    Layout layout = plan(site, ground(1600, 10, HILLS), settings(solarSite(targetKw)));
    assertThat(layout.answer().targetMet()).as("%s", layout.warnings()).isTrue();
    assertThat(layout.answer().connectedKw()).isEqualTo(Math.ceil(targetKw / 1500) * 1500);
    assertThat(layout.network().unreachable()).isEmpty();
    assertThat(layout.assets()).hasSize(3 + (int) Math.ceil(targetKw / 1500));
    assertAllRulesHold(layout, site);
  }

  private static void assertAllRulesHold(Layout layout, Site site) throws Exception {
    HornSlope slope = HornSlope.of(layout.grid().ground(), SILENT);
    Raster raster = layout.grid().raster();
    for (Asset asset : layout.assets()) {
      Polygon footprint = asset.footprint().polygon();
      assertThat(site.boundary().covers(footprint)).as(asset.id()).isTrue();
      assertThat(site.boundary().getBoundary().distance(footprint))
          .as(asset.id())
          .isGreaterThanOrEqualTo(asset.type().clearance().setback());
      if (!site.exclusions().isEmpty()) {
        assertThat(site.exclusions().distance(footprint))
            .as(asset.id())
            .isGreaterThanOrEqualTo(BUFFER);
      }
      for (Asset other : layout.assets()) {
        if (other != asset) {
          double spacing =
              Math.max(asset.type().clearance().spacing(), other.type().clearance().spacing());
          assertThat(other.footprint().polygon().distance(footprint))
              .as(asset.id() + " to " + other.id())
              .isGreaterThanOrEqualTo(spacing - 1e-9);
        }
      }
      for (int cell = 0; cell < raster.size(); cell++) {
        double x = raster.x(cell % raster.columns());
        double y = raster.y(cell / raster.columns());
        if (asset.footprint().contains(x, y, 0)) {
          assertThat(slope.percent(cell)).isLessThanOrEqualTo(asset.type().slope().percent());
        }
      }
    }
    for (Road road : layout.network().roads()) {
      assertThat(road.steepestPercent()).isLessThanOrEqualTo(10);
    }
  }

  @Test
  void aSiteThatIsTooSmallSaysSoAndWhy() throws Exception {
    Site site = square(600, FACTORY.createPolygon());
    Layout layout = plan(site, ground(600, 10, (x, y) -> 5), settings(solarSite(50_000)));
    assertThat(layout.answer().targetMet()).isFalse();
    assertThat(layout.answer().cause()).isIn(Shortfall.Cause.AREA, Shortfall.Cause.SPACING);
    assertThat(layout.answer().connectedKw()).isGreaterThan(0).isLessThan(50_000);
    assertThat(layout.warnings()).anyMatch(warning -> warning.text().contains("have a place"));
  }

  @Test
  void groundThatIsTooSteepIsTheCause() throws Exception {
    Site site = square(1200, FACTORY.createPolygon());
    DoubleBinaryOperator halfSteep = (x, y) -> y > 500 ? 0.17 * (y - 500) : 0;
    Layout layout = plan(site, ground(1200, 10, halfSteep), settings(solarSite(40_000)));
    assertThat(layout.answer().targetMet()).isFalse();
    assertThat(layout.answer().cause()).isEqualTo(Shortfall.Cause.SLOPE);
  }

  @Test
  void exclusionsThatTakeTheRoomAreTheCause() throws Exception {
    Geometry forest = FACTORY.toGeometry(new Envelope(100, 1100, 450, 1150));
    Site site = square(1200, forest);
    Layout layout = plan(site, ground(1200, 10, (x, y) -> 0), settings(solarSite(40_000)));
    assertThat(layout.answer().cause()).isEqualTo(Shortfall.Cause.EXCLUSIONS);
  }

  @Test
  void groundThatNoRoadReachesIsTheCause() throws Exception {
    Site site = square(1200, FACTORY.createPolygon());
    DoubleBinaryOperator cliff = (x, y) -> y > 500 ? 60 : 0;
    Layout layout = plan(site, ground(1200, 10, cliff), settings(solarSite(40_000)));
    assertThat(layout.answer().cause()).isEqualTo(Shortfall.Cause.ACCESS);
    assertThat(layout.network().unreachable()).isEmpty();
  }

  /** Routes over fine cells hug corners; what is built must not depend on that. */
  @ParameterizedTest
  @ValueSource(doubles = {2, 5, 20})
  void everyAssetThatHasAPlaceGetsARoadOnCellsOfAnySize(double cell) throws Exception {
    Site site = square(1600, FACTORY.createPolygon());
    Layout layout = plan(site, ground(1600, cell, HILLS), settings(solarSite(30_000)));
    assertThat(layout.network().unreachable()).as("%s", layout.network()).isEmpty();
    assertThat(layout.answer().connectedKw()).isEqualTo(30_000);
    assertAllRulesHold(layout, site);
  }

  /** A wall of rock from west to east, 40 m high, with a gap that rises at 8 % where it is open. */
  private static DoubleBinaryOperator cliff(boolean ramp) {
    return (x, y) -> {
      double climbed = Math.clamp((y - 300) * 0.08, 0, 40);
      return ramp && x > 1000 && x < 1150 ? climbed : y > 500 ? 40 : 0;
    };
  }

  private static Settings.Fixed yardBeyondTheCliff() {
    AssetType yard = type(Catalogue.LAYDOWN_YARD);
    return new Settings.Fixed(
        new Asset("yard", yard, new Footprint(500, 1100, 0, yard.size()), true),
        new PadElevation.Balanced(1));
  }

  @Test
  void anAssetBeyondACliffIsNamedWithThePlaceWhereItsRoadFails() throws Exception {
    Site site = square(1600, FACTORY.createPolygon());
    Program program =
        new Program(List.of(new Program.Wanted(type(Catalogue.OM_BUILDING), 1)), List.of(), 0);
    Layout layout =
        plan(site, ground(1600, 10, cliff(false)), settings(program, yardBeyondTheCliff()));
    assertThat(layout.network().unreachable()).hasSize(1);
    Unreachable failed = layout.network().unreachable().getFirst();
    assertThat(failed.asset()).isEqualTo("yard");
    assertThat(failed.cause()).isEqualTo(Unreachable.Cause.STEEP);
    assertThat(failed.y()).isCloseTo(500, within(20.0));
    assertThat(layout.network().reaches("omBuilding-1")).isTrue();
    assertThat(layout.answer().cause()).isEqualTo(Shortfall.Cause.ACCESS);
  }

  @Test
  void theSameAssetIsReachedOverARampThroughTheCliff() throws Exception {
    Site site = square(1600, FACTORY.createPolygon());
    Layout layout =
        plan(
            site,
            ground(1600, 10, cliff(true)),
            settings(new Program(List.of(), List.of(), 0), yardBeyondTheCliff()));
    assertThat(layout.network().unreachable()).isEmpty();
    assertThat(layout.answer().cause()).isNull();
    Road road = layout.network().roads().getFirst();
    assertThat(road.steepestPercent()).isLessThanOrEqualTo(10);
    for (int i = 0; i < road.stations(); i++) {
      if (Math.abs(road.y(i) - 500) < 30) {
        assertThat(road.x(i)).isBetween(1000.0, 1150.0);
      }
    }
  }

  @Test
  void aFixedAssetStaysWhereItIsAndCountsTowardsTheProgram() throws Exception {
    Footprint place = new Footprint(400, 300, 30, type(Catalogue.SUBSTATION).size());
    Asset existing = new Asset("existing", type(Catalogue.SUBSTATION), place, true);
    Site site = square(1600, FACTORY.createPolygon());
    Layout layout =
        plan(
            site,
            ground(1600, 10, HILLS),
            settings(solarSite(3000), new Settings.Fixed(existing, new PadElevation.Fixed(7.25))));
    assertThat(layout.assets().getFirst().footprint()).isEqualTo(place);
    assertThat(layout.padElevation(existing)).hasValue(7.25);
    assertThat(layout.assets().stream().filter(a -> a.type().name().equals("substation")))
        .hasSize(1);
  }

  @Test
  void aFixedAssetThatBreaksRulesStaysWithAWarning() throws Exception {
    Footprint place = new Footprint(20, 800, 0, type(Catalogue.EQUIPMENT_PAD).size());
    Asset existing = new Asset("mine", type(Catalogue.EQUIPMENT_PAD), place, true);
    Site site = square(1600, FACTORY.createPolygon());
    Layout layout =
        plan(
            site,
            ground(1600, 10, HILLS),
            settings(
                new Program(List.of(), List.of(), 0),
                new Settings.Fixed(existing, new PadElevation.Balanced(1))));
    assertThat(layout.assets()).hasSize(1);
    assertThat(layout.warnings())
        .anyMatch(w -> w.about().equals("mine") && w.text().contains("outside the boundary"));
  }

  @Test
  void aMixOfUnitsReachesTheTargetWithTheFewest() throws Exception {
    AssetType small =
        new AssetType(
            "smallBlock",
            new AssetType.Size(50, 50),
            AssetType.SlopeLimit.of(15),
            new AssetType.Clearance(15, 20),
            400,
            AssetType.Grading.NONE,
            AssetType.Orientation.NORTH);
    Program program = new Program(List.of(), List.of(small, type(Catalogue.SOLAR_BLOCK)), 4_800);
    Layout layout =
        plan(square(1200, FACTORY.createPolygon()), ground(1200, 10, HILLS), settings(program));
    assertThat(layout.answer().connectedKw()).isEqualTo(4_900);
    assertThat(layout.assets()).hasSize(4);
  }

  /** The size of the whole: what the roads and pads cost in earth is reported once. */
  @Test
  void theTotalsAreTheSumOfTheParts() throws Exception {
    Layout layout =
        plan(
            square(1600, FACTORY.createPolygon()),
            ground(1600, 10, HILLS),
            settings(solarSite(9000)));
    double cut = 0;
    double fill = 0;
    for (var works : List.of(layout.earthworks().pads(), layout.earthworks().roads())) {
      for (var work : works) {
        cut += work.counted().cut();
        fill += work.counted().fill();
      }
    }
    assertThat(layout.earthworks().balance().volumes().cut()).isCloseTo(cut, within(1e-6));
    assertThat(layout.earthworks().balance().volumes().fill()).isCloseTo(fill, within(1e-6));
    assertThat(cut).isPositive();
  }

  @Test
  void sideSlopesAddEarthAndNeverTakeItAway() throws Exception {
    Site site = square(1600, FACTORY.createPolygon());
    Settings plain = settings(solarSite(3000));
    Settings sloped =
        new Settings(
            plain.program(),
            plain.fixed(),
            plain.rules(),
            plain.roads(),
            new EarthworkRules(new PadElevation.Balanced(1), EarthworkRules.Soil.MIXED, true, 3),
            plain.error());
    Layout without = plan(site, ground(1600, 10, HILLS), plain);
    Layout with = plan(site, ground(1600, 10, HILLS), sloped);
    for (int i = 0; i < without.earthworks().pads().size(); i++) {
      var before = without.earthworks().pads().get(i);
      var after = with.earthworks().pads().get(i);
      assertThat(after.body()).isEqualTo(before.body());
      assertThat(after.batters().moved()).isGreaterThan(0);
    }
  }

  @Test
  void theSameSiteGivesTheSameLayoutOnEveryThread() throws Exception {
    Site site = square(1200, FACTORY.createPoint(new Coordinate(700, 700)).buffer(120));
    Ground ground = ground(1200, 10, HILLS);
    String alone = describe(plan(site, ground, settings(solarSite(9000))));
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<String>> together = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        together.add(threads.submit(() -> describe(plan(site, ground, settings(solarSite(9000))))));
      }
      for (Future<String> other : together) {
        assertThat(other.get()).isEqualTo(alone);
      }
    }
  }

  private static String describe(Layout layout) {
    StringBuilder text = new StringBuilder(layout.assets().toString());
    layout.network().roads().forEach(road -> text.append(java.util.Arrays.toString(road.xyz())));
    return text.append(layout.earthworks().pads()).append(layout.earthworks().roads()).toString();
  }

  @Test
  void progressNeverFalls() throws Exception {
    List<Integer> percents = new ArrayList<>();
    EngineContext listening =
        new EngineContext() {
          @Override
          public void progress(int percent, String stage) {
            percents.add(percent);
          }

          @Override
          public void checkCancelled() {}
        };
    Ground ground = ground(1200, 10, HILLS);
    new SitePlanner()
        .plan(
            square(1200, FACTORY.createPolygon()),
            ground,
            ground,
            settings(solarSite(6000)),
            listening);
    assertThat(percents).isSorted().endsWith(100);
  }
}
