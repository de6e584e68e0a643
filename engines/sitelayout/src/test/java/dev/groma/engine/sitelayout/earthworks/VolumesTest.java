package dev.groma.engine.sitelayout.earthworks;

import static dev.groma.engine.sitelayout.Terrain.circle;
import static dev.groma.engine.sitelayout.Terrain.rectangle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.groma.engine.EngineContext;
import dev.groma.engine.sitelayout.Terrain;
import dev.groma.engine.sitelayout.ground.Ground;
import dev.groma.engine.sitelayout.ground.Raster;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A cubic metre is a cubic metre: volumes against closed forms, invariants and brute force. */
class VolumesTest {

  private static final EngineContext SILENT = EngineContext.silent();
  private static final PadElevation BALANCED = new PadElevation.Balanced(1);

  private static CutFill pad(Ground ground, double[] xy, PadElevation rule) throws Exception {
    double elevation = new PadGrading(ground, SILENT).elevation(xy, rule);
    return new SurfaceIntegral(ground).over(xy, Plane.level(elevation));
  }

  @Test
  void flatGroundAtItsOwnElevationMovesNothing() throws Exception {
    Ground flat = Terrain.of(100, 10, (x, y) -> 250);
    assertThat(pad(flat, rectangle(50, 50, 40, 30, 17), BALANCED)).isEqualTo(CutFill.NONE);
  }

  /** Cut = fill = a w^2 h / 8 + b^2 h^3 / (24 a), gradient a along w, b along h. */
  @ParameterizedTest
  @CsvSource({
    "0.05, 0, 120, 80, 10",
    "0.05, 0.03, 120, 80, 10",
    "0.1, 0.1, 60, 40, 1",
    "0.02, 0.01, 33.3, 7.7, 5",
    "0.25, 0.01, 50, 50, 20"
  })
  void aBalancedPadOnAPlaneMovesTheClosedForm(double a, double b, double w, double h, double cell)
      throws Exception {
    Ground plane = Terrain.of(400, cell, (x, y) -> 16 + a * x + b * y);
    CutFill volumes = pad(plane, rectangle(200, 197, w, h, 0), BALANCED);
    double expected = a * w * w * h / 8 + b * b * h * h * h / (24 * a);
    assertThat(volumes.cut()).isCloseTo(expected, within(expected * 2e-5));
    assertThat(volumes.fill()).isCloseTo(expected, within(expected * 2e-5));
  }

  /** Mean of a cone under a pad of radius R: z0 - 2 k R / 3; cut = pi k (2 R / 3)^3 / 3. */
  @Test
  void aRoundPadOnAConeMovesTheClosedForm() throws Exception {
    double k = 0.1;
    double radius = 60;
    Ground cone = Terrain.of(200, 0.5, (x, y) -> 50 - k * Math.hypot(x - 100, y - 100));
    double[] round = circle(100, 100, radius, 720);
    double mean = new PadGrading(cone, SILENT).elevation(round, BALANCED);
    assertThat(mean).isCloseTo(50 - 2 * k * radius / 3, within(1e-4));
    double cut = Math.PI * k * Math.pow(2 * radius / 3, 3) / 3;
    assertThat(pad(cone, round, BALANCED).cut()).isCloseTo(cut, within(cut * 1e-4));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void volumesAgreeWithAFineSumOverRandomGroundWhateverThePolygon(long seed) throws Exception {
    Random random = new Random(seed);
    Ground ground = Terrain.of(40, 4, (x, y) -> random.nextDouble() * 6);
    double[] xy = star(random);
    Plane design = new Plane(3 - 0.02 * 20, 0.02, random.nextDouble() * 0.04);
    CutFill exact = new SurfaceIntegral(ground).over(xy, design);
    CutFill summed = sum(ground, xy, design, 0.01);
    assertThat(exact.cut()).as("seed %s", seed).isCloseTo(summed.cut(), within(0.05));
    assertThat(exact.fill()).as("seed %s", seed).isCloseTo(summed.fill(), within(0.05));
  }

  /** A ring around the middle that is neither convex nor aligned. */
  private static double[] star(Random random) {
    int corners = 5 + random.nextInt(8);
    double[] xy = new double[2 * corners];
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * i / corners;
      double radius = 5 + 13 * random.nextDouble();
      xy[2 * i] = 20 + radius * Math.cos(angle);
      xy[2 * i + 1] = 20 + radius * Math.sin(angle);
    }
    return xy;
  }

  private static CutFill sum(Ground ground, double[] xy, Plane design, double step) {
    double cut = 0;
    double fill = 0;
    for (double y = step / 2; y < 40; y += step) {
      for (double x = step / 2; x < 40; x += step) {
        if (inside(xy, x, y)) {
          double above = ground.at(x, y) - design.at(x, y);
          cut += Math.max(0, above) * step * step;
          fill += Math.max(0, -above) * step * step;
        }
      }
    }
    return new CutFill(cut, fill);
  }

  private static boolean inside(double[] xy, double x, double y) {
    boolean inside = false;
    for (int i = 0, j = xy.length - 2; i < xy.length; j = i, i += 2) {
      if (xy[i + 1] > y != xy[j + 1] > y
          && x < (xy[j] - xy[i]) * (y - xy[i + 1]) / (xy[j + 1] - xy[i + 1]) + xy[i]) {
        inside = !inside;
      }
    }
    return inside;
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void thePartsOfAPadMoveTogetherWhatTheWholeMoves(long seed) throws Exception {
    Random random = new Random(seed);
    Ground ground = Terrain.of(60, 3, (x, y) -> random.nextGaussian() * 4);
    double[] whole = rectangle(30, 30, 40, 24, 33);
    Plane design = new Plane(-0.7, 0.01, 0.02);
    SurfaceIntegral integral = new SurfaceIntegral(ground);
    CutFill sum = CutFill.NONE;
    for (int i = 0; i < 7; i++) {
      sum = sum.plus(integral.over(slice(whole, i / 7.0, (i + 1) / 7.0), design));
    }
    CutFill all = integral.over(whole, design);
    assertThat(sum.cut()).isCloseTo(all.cut(), within(1e-8 * all.moved()));
    assertThat(sum.fill()).isCloseTo(all.fill(), within(1e-8 * all.moved()));
  }

  private static double[] slice(double[] r, double from, double to) {
    double[] xy = new double[8];
    for (int axis = 0; axis < 2; axis++) {
      double along = r[2 + axis] - r[axis];
      double beside = r[4 + axis] - r[6 + axis];
      xy[axis] = r[axis] + from * along;
      xy[2 + axis] = r[axis] + to * along;
      xy[4 + axis] = r[6 + axis] + to * beside;
      xy[6 + axis] = r[6 + axis] + from * beside;
    }
    return xy;
  }

  @Test
  void netIsAreaTimesMeanMinusElevation() throws Exception {
    Ground ground = hills(5);
    double[] xy = rectangle(100, 100, 80, 50, 30);
    double mean = new PadGrading(ground, SILENT).elevation(xy, BALANCED);
    for (double elevation : new double[] {mean - 3, mean, mean + 0.25}) {
      CutFill volumes = pad(ground, xy, new PadElevation.Fixed(elevation));
      assertThat(volumes.net()).isCloseTo(4000 * (mean - elevation), within(1e-6));
    }
  }

  @Test
  void volumesScaleWithTheHeightOfTheGround() throws Exception {
    double[] xy = rectangle(100, 100, 80, 50, 30);
    CutFill once = pad(hills(5), xy, BALANCED);
    CutFill twice = pad(Terrain.of(200, 5, (x, y) -> 2 * (float) height(x, y)), xy, BALANCED);
    assertThat(twice.cut()).isCloseTo(2 * once.cut(), within(1e-9 * once.cut()));
    assertThat(twice.fill()).isCloseTo(2 * once.fill(), within(1e-9 * once.fill()));
  }

  @Test
  void turningGroundAndPadByARightAngleChangesNothing() throws Exception {
    CutFill straight = pad(hills(5), rectangle(100, 90, 80, 50, 30), BALANCED);
    Ground turned = Terrain.of(200, 5, (x, y) -> height(y, 200 - x));
    CutFill other = pad(turned, rectangle(110, 100, 80, 50, 120), BALANCED);
    assertThat(other.cut()).isCloseTo(straight.cut(), within(1e-8 * straight.cut()));
    assertThat(other.fill()).isCloseTo(straight.fill(), within(1e-8 * straight.fill()));
  }

  @Test
  void halvingTheCellsOfABilinearSurfaceChangesNothingBeyondTheFloatsOfTheGrid() throws Exception {
    Ground coarse = hills(10);
    Ground fine = Terrain.of(200, 5, coarse::at);
    double[] xy = rectangle(100, 100, 80, 50, 30);
    CutFill before = pad(coarse, xy, BALANCED);
    assertThat(pad(fine, xy, BALANCED).cut()).isCloseTo(before.cut(), within(1e-5 * before.cut()));
  }

  @Test
  void theDirectionOfTheOutlineAndItsFirstCornerDoNotMatter() throws Exception {
    Plane design = Plane.level(2);
    SurfaceIntegral integral = new SurfaceIntegral(hills(5));
    CutFill one = integral.over(new double[] {20, 20, 90, 30, 60, 80}, design);
    CutFill reversed = integral.over(new double[] {60, 80, 90, 30, 20, 20}, design);
    assertThat(reversed.cut()).isCloseTo(one.cut(), within(1e-9 * one.moved()));
    assertThat(reversed.fill()).isCloseTo(one.fill(), within(1e-9 * one.moved()));
  }

  @Test
  void theBalanceFactorSaysHowMuchFillACutMakes() throws Exception {
    CutFill volumes =
        pad(hills(5), rectangle(100, 100, 80, 50, 30), new PadElevation.Balanced(0.95));
    assertThat(0.95 * volumes.cut()).isCloseTo(volumes.fill(), within(1e-3));
  }

  @Test
  void theLeastElevationMovesLessEarthThanAnyOther() throws Exception {
    Ground ground = hills(5);
    double[] xy = rectangle(120, 80, 80, 50, 10);
    double least = new PadGrading(ground, SILENT).elevation(xy, new PadElevation.Least());
    double moved = pad(ground, xy, new PadElevation.Fixed(least)).moved();
    for (double other : new double[] {-1, -0.1, -0.01, 0.01, 0.1, 1}) {
      assertThat(pad(ground, xy, new PadElevation.Fixed(least + other)).moved())
          .isGreaterThan(moved);
    }
  }

  @Test
  void groundThatIsMissingIsNamedWithItsPlace() {
    Ground hole = Terrain.of(100, 10, (x, y) -> x == 50 && y == 50 ? Double.NaN : 1);
    SurfaceIntegral integral = new SurfaceIntegral(hole);
    assertThatThrownBy(() -> integral.over(rectangle(50, 50, 30, 30, 0), Plane.level(0)))
        .isInstanceOf(NoGroundException.class);
    assertThatThrownBy(() -> integral.over(rectangle(95, 50, 30, 30, 0), Plane.level(0)))
        .isInstanceOf(NoGroundException.class)
        .hasMessageContaining("110.0 35.0");
  }

  /**
   * On level ground a pad d above it has d^2 m / 2 a metre of side, and 4 m^2 d^3 / 3 of corners.
   */
  @ParameterizedTest
  @CsvSource({"2, 3, 1", "2, 3, 5", "-1.5, 2, 1"})
  void battersOnLevelGroundFillAFrustum(double d, double ratio, double cell) throws Exception {
    Ground flat = Terrain.of(200, cell, (x, y) -> 100);
    double[] xy = rectangle(100, 100, 60, 40, 20);
    DesignSurface surface = new DesignSurface(flat, SILENT);
    double elevation = 100 + d;
    surface.add(List.of(Facet.of(xy, Plane.level(elevation))));
    CutFill sum = CutFill.NONE;
    for (Facet facet : new Batters(flat, ratio, 100).around(xy, elevation)) {
      sum = sum.plus(surface.add(List.of(facet)).volumes());
    }
    double height = Math.abs(d);
    double expected =
        200 * height * height * ratio / 2 + 4 * ratio * ratio * height * height * height / 3;
    assertThat(d > 0 ? sum.fill() : sum.cut()).isCloseTo(expected, within(expected * 1e-6));
    assertThat(d > 0 ? sum.cut() : sum.fill()).isZero();
  }

  @Test
  void aBatterThatNeverMeetsTheGroundSaysSo() {
    Ground steep = Terrain.of(200, 5, (x, y) -> x);
    Batters batters = new Batters(steep, 3, 40);
    batters.around(rectangle(100, 100, 20, 20, 0), 100);
    assertThat(batters.daylightMissed()).isTrue();
  }

  @Test
  void whereFacetsOverlapTheEarlierOneCounts() throws Exception {
    Ground flat = Terrain.of(100, 5, (x, y) -> 10);
    DesignSurface surface = new DesignSurface(flat, SILENT);
    surface.add(List.of(Facet.of(rectangle(50, 50, 20, 20, 0), Plane.level(8))));
    DesignSurface.Added later =
        surface.add(List.of(Facet.of(rectangle(60, 50, 20, 20, 0), Plane.level(9))));
    assertThat(later.area()).isCloseTo(200, within(1e-9));
    assertThat(later.volumes().cut()).isCloseTo(200, within(1e-4));
  }

  @Test
  void aRoadThatFollowsThePlaneMovesNothingAndOneAboveItMovesItsAreaTimesTheHeight()
      throws Exception {
    DoubleBinaryOperator slope = (x, y) -> 5 + 0.0625 * x;
    Ground plane = Terrain.of(100, 5, slope);
    double[] on = {10, 50, slope.applyAsDouble(10, 0), 90, 50, slope.applyAsDouble(90, 0)};
    double[] above = {10, 50, on[2] + 1, 90, 50, on[5] + 1};
    SurfaceIntegral integral = new SurfaceIntegral(plane);
    CutFill follows = CutFill.NONE;
    for (Facet facet : Ribbon.along(on, 8).facets()) {
      follows = follows.plus(integral.over(facet.xy(), facet.design()));
    }
    assertThat(follows.moved()).isCloseTo(0, within(1e-3));
    CutFill raised = CutFill.NONE;
    for (Facet facet : Ribbon.along(above, 8).facets()) {
      raised = raised.plus(integral.over(facet.xy(), facet.design()));
    }
    assertThat(raised.fill()).isCloseTo(640, within(1e-3));
    assertThat(raised.cut()).isZero();
  }

  @Test
  void theSurfaceOfABendHasNoGapsAndNoOverlaps() {
    int stations = 40;
    double[] arc = new double[3 * stations];
    for (int i = 0; i < stations; i++) {
      double angle = Math.PI / 2 * i / (stations - 1);
      arc[3 * i] = 25 * Math.cos(angle);
      arc[3 * i + 1] = 25 * Math.sin(angle);
      arc[3 * i + 2] = i;
    }
    Ribbon ribbon = Ribbon.along(arc, 8);
    double area = 0;
    for (Facet facet : ribbon.facets()) {
      double twice = 0;
      double[] t = facet.xy();
      twice = (t[2] - t[0]) * (t[5] - t[1]) - (t[4] - t[0]) * (t[3] - t[1]);
      assertThat(twice).isPositive();
      area += twice / 2;
    }
    assertThat(area).isCloseTo(Math.PI / 2 * 25 * 8, within(0.5));
  }

  @Test
  void moreIndependentErrorsMakeAVolumeMoreCertain() {
    DemError error = new DemError(0.5, 10);
    assertThat(error.sigmaVolume(100)).isEqualTo(50);
    assertThat(error.sigmaVolume(40_000)).isEqualTo(40_000 * 0.5 / 20);
    assertThat(DemError.isWorthAWarning(31, new CutFill(100, 5))).isTrue();
    assertThat(DemError.isWorthAWarning(29, new CutFill(100, 5))).isFalse();
  }

  private static Ground hills(double cell) {
    return Terrain.of(
        new Raster((int) (200 / cell) + 1, (int) (200 / cell) + 1, 0, 0, cell, cell),
        VolumesTest::height);
  }

  private static double height(double x, double y) {
    return 5 * Math.sin(x / 17) + 3 * Math.cos(y / 23) + 0.03 * x;
  }
}
