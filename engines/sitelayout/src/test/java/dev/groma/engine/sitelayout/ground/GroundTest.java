package dev.groma.engine.sitelayout.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.groma.engine.EngineContext;
import dev.groma.engine.sitelayout.Terrain;
import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GroundTest {

  private static final EngineContext SILENT = EngineContext.silent();

  @Test
  void theSurfaceRunsThroughTheCentresAndIsBilinearBetweenThem() {
    Ground ground = new Ground(new Raster(2, 2, 10, 20, 4, 2), new float[] {1, 3, 5, 11});
    assertThat(ground.at(10, 20)).isEqualTo(1);
    assertThat(ground.at(14, 22)).isEqualTo(11);
    assertThat(ground.at(12, 21)).isEqualTo(5);
    assertThat(ground.at(9, 20)).isNaN();
  }

  @Test
  void aPlaneHasItsOwnSlopeEverywhereEvenOnTheBorder() throws Exception {
    Ground plane = Terrain.of(50, 5, (x, y) -> 3 * x / 100 - 4 * y / 100);
    HornSlope slope = HornSlope.of(plane, SILENT);
    for (int cell = 0; cell < plane.raster().size(); cell++) {
      assertThat(slope.percent(cell)).isCloseTo(5, within(1e-4));
      assertThat(slope.eastPercent(cell)).isCloseTo(3, within(1e-4f));
    }
  }

  @Test
  void slopeBesideAHoleIsThatOfThePlaneAndInTheHoleUnknown() throws Exception {
    Ground plane = Terrain.of(50, 5, (x, y) -> x == 25 && y == 25 ? Double.NaN : x / 10);
    HornSlope slope = HornSlope.of(plane, SILENT);
    Raster raster = plane.raster();
    assertThat(slope.percent(raster.index(5, 5))).isNaN();
    assertThat(slope.percent(raster.index(4, 5))).isCloseTo(10, within(1e-4));
    assertThat(slope.percent(raster.index(4, 4))).isCloseTo(10, within(1e-4));
  }

  @Test
  void distancesAreThoseToTheNearestObstacle() throws Exception {
    Random random = new Random(7);
    Raster raster = new Raster(37, 23, 0, 0, 2, 3);
    BitSet obstacles = new BitSet();
    for (int i = 0; i < 12; i++) {
      obstacles.set(random.nextInt(raster.size()));
    }
    float[] distances = DistanceTransform.of(raster, obstacles, false, SILENT);
    for (int cell = 0; cell < raster.size(); cell++) {
      int at = cell;
      double nearest =
          obstacles.stream()
              .mapToDouble(o -> Math.hypot((at % 37 - o % 37) * 2.0, (at / 37 - o / 37) * 3.0))
              .min()
              .orElseThrow();
      assertThat(distances[cell]).isCloseTo((float) nearest, within(1e-4f));
    }
  }

  @Test
  void withoutObstaclesOnlyTheBorderIsNear() throws Exception {
    Raster raster = new Raster(9, 5, 0, 0, 1, 1);
    assertThat(DistanceTransform.of(raster, new BitSet(), false, SILENT))
        .containsOnly(Float.POSITIVE_INFINITY);
    assertThat(DistanceTransform.of(raster, new BitSet(), true, SILENT)[raster.index(4, 2)])
        .isEqualTo(3);
  }

  @Test
  void smoothedGroundIsTheMeanWithinTheRadius() throws Exception {
    Random random = new Random(3);
    Ground ground = Terrain.of(new Raster(19, 13, 0, 0, 1, 2), (x, y) -> 100 * random.nextDouble());
    float[] smooth = Smoothing.of(ground, 4.5, SILENT);
    for (int cell = 0; cell < smooth.length; cell++) {
      assertThat(smooth[cell]).isCloseTo((float) mean(ground, cell, 4, 2), within(1e-3f));
    }
  }

  @Test
  void aHoleStaysAHoleAndSpreadsToNoOtherCell() throws Exception {
    Ground ground =
        Terrain.of(new Raster(9, 9, 0, 0, 1, 1), (x, y) -> x == 4 && y == 4 ? Double.NaN : 7);
    float[] smooth = Smoothing.of(ground, 2, SILENT);
    for (int cell = 0; cell < smooth.length; cell++) {
      if (cell == ground.raster().index(4, 4)) {
        assertThat(smooth[cell]).isNaN();
      } else {
        assertThat(smooth[cell]).isEqualTo(7);
      }
    }
  }

  private static double mean(Ground ground, int cell, int reachX, int reachY) {
    Raster raster = ground.raster();
    double sum = 0;
    int known = 0;
    for (int other = 0; other < raster.size(); other++) {
      int across = Math.abs(other % raster.columns() - cell % raster.columns());
      int up = Math.abs(other / raster.columns() - cell / raster.columns());
      if (across <= reachX && up <= reachY) {
        sum += ground.z(other);
        known++;
      }
    }
    return sum / known;
  }
}
