package dev.groma.engine.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.groma.engine.EngineContext;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The detector against JTS on drawings from fixed seeds: as many faces, of the same areas. */
class DifferentialTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void perturbedGrids(long seed) throws Exception {
    Random random = new Random(seed);
    compare(
        Drawings.grid(3 + random.nextInt(12), 3 + random.nextInt(12), 0.9, random),
        0.01,
        1e-9,
        seed);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void wallsDrawnTwiceWithJitterBelowTheTolerance(long seed) throws Exception {
    Random random = new Random(seed);
    Drawing drawing = Drawings.ownWalls(3 + random.nextInt(9), 3 + random.nextInt(9), 0.9, random);
    compare(drawing.jittered(random, 0.01), 0.05, 0.5, seed);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void longLinesWithJitter(long seed) throws Exception {
    Random random = new Random(seed);
    Drawing drawing = Drawings.longLines(3 + random.nextInt(9), 3 + random.nextInt(9));
    compare(drawing.jittered(random, 0.01), 0.05, 0.5, seed);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void soupOfCrossingSegments(long seed) throws Exception {
    Random random = new Random(seed);
    compare(Drawings.soup(20 + random.nextInt(200), 0.7, random), 0, 1e-9, seed);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void circles(long seed) throws Exception {
    Random random = new Random(seed);
    Drawing drawing = new Drawing();
    for (int i = 0; i < 6; i++) {
      drawing.circle(random.nextDouble(), random.nextDouble(), 0.1 + 0.4 * random.nextDouble(), 64);
    }
    compare(drawing, 0, 1e-9, seed);
  }

  private static void compare(Drawing drawing, double tolerance, double areaSlack, long seed)
      throws Exception {
    RoomParameters parameters = new RoomParameters(LengthUnit.PIXEL, tolerance, 0, 0, 0.0);

    FloorPlan found = new RoomDetector().detect(drawing.plan(), parameters, EngineContext.silent());

    String what = "seed " + seed + ", " + drawing.toWkt();
    Oracles.check(found, what);
    double[] expected = new JtsReference(drawing, Math.max(tolerance, 1e-12)).areas();
    double[] areas = Oracles.areas(found);
    assertThat(areas).as(what).hasSameSizeAs(expected);
    for (int i = 0; i < areas.length; i++) {
      assertThat(areas[i]).as(what).isCloseTo(expected[i], within(areaSlack));
    }
  }
}
