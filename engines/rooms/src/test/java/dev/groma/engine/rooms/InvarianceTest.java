package dev.groma.engine.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.groma.engine.EngineContext;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What does not change the drawing does not change the answer. */
class InvarianceTest {

  private static final double TOLERANCE = 0.01;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void orderDirectionAndDoublingChangeNoCoordinate(long seed) throws Exception {
    Random random = new Random(seed);
    Drawing drawing = drawing(seed).jittered(random, 0.004);
    List<Polygon> expected = outlines(detect(drawing, 1));

    assertThat(outlines(detect(drawing.shuffled(random), 1))).isEqualTo(expected);
    assertThat(outlines(detect(drawing.partlyReversed(random), 1))).isEqualTo(expected);
    assertThat(outlines(detect(drawing.partlyDoubled(random), 1))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void splittingWallsAnywhereChangesNothingButNodes(long seed) throws Exception {
    Random random = new Random(seed);
    Drawing drawing = drawing(seed);

    assertSame(detect(drawing, 1), detect(drawing.split(random), 1), 1, seed);
    assertSame(detect(drawing, 1), detect(drawing.split(random).split(random), 1), 1, seed);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void placeChangesNothing(long seed) throws Exception {
    Drawing drawing = drawing(seed);
    FloorPlan expected = detect(drawing, 1);

    assertSame(expected, detect(drawing.moved(-742_533.25, -1_043_113.5), 1), 1, seed);
    assertSame(expected, detect(drawing.moved(1e7 / 3, -5e6 / 7), 1), 1, seed);
    assertSame(expected, detect(drawing.turned(seed), 1), 1, seed);
    assertSame(expected, detect(drawing.mirrored(), 1), 1, seed);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-9, 1e-3, 0.3048, 1000, 1e9, 1e-140, 1e100})
  void scaleChangesNothing(double scale) throws Exception {
    for (long seed = 1; seed <= 4; seed++) {
      Drawing drawing = drawing(seed);
      assertSame(detect(drawing, 1), detect(drawing.scaled(scale), scale), scale, seed);
    }
  }

  /** A grid with an island, a dangle, a cut, a nested room and a room with a curved wall. */
  private static Drawing drawing(long seed) {
    Random random = new Random(seed);
    return Drawings.grid(3 + random.nextInt(6), 3 + random.nextInt(6), 0.9, random)
        .addAll(Drawings.nested(3).moved(-10, 0))
        .circle(-20, 5, 3, 64)
        .line(-17, 5, -15, 5.5)
        .rectangle(-15, 5, -12, 6)
        .line(1, 1, 1.5, 1.25);
  }

  private static FloorPlan detect(Drawing drawing, double scale) throws Exception {
    RoomParameters parameters = new RoomParameters(LengthUnit.PIXEL, TOLERANCE * scale, 0, 0, null);
    FloorPlan found = new RoomDetector().detect(drawing.plan(), parameters, EngineContext.silent());
    if (scale < 1e50 && scale > 1e-50) {
      Oracles.check(found, drawing.toWkt());
    }
    return found;
  }

  private static List<Polygon> outlines(FloorPlan found) {
    return found.faces().stream().map(Face::polygon).toList();
  }

  private static void assertSame(FloorPlan expected, FloorPlan found, double scale, long seed) {
    String what = "seed " + seed;
    double[] expectedAreas = Oracles.areas(expected);
    double[] areas = Arrays.stream(Oracles.areas(found)).map(a -> a / scale / scale).toArray();
    assertThat(areas).as(what).hasSameSizeAs(expectedAreas);
    for (int i = 0; i < areas.length; i++) {
      assertThat(areas[i]).as(what).isCloseTo(expectedAreas[i], within(1e-6));
    }
    for (FaceKind kind : FaceKind.values()) {
      assertThat(found.of(kind).count()).as(what).isEqualTo(expected.of(kind).count());
    }
    for (Diagnostic.Kind kind : Diagnostic.Kind.values()) {
      assertThat(found.of(kind).count()).as(what).isEqualTo(expected.of(kind).count());
    }
    assertThat(found.topology().components()).as(what).isEqualTo(expected.topology().components());
    assertThat(found.totals().dangleLength() / scale)
        .as(what)
        .isCloseTo(expected.totals().dangleLength(), within(1e-6));
    assertThat(found.totals().cutLength() / scale)
        .as(what)
        .isCloseTo(expected.totals().cutLength(), within(1e-6));
    assertThat(found.totals().edgeLength() / scale)
        .as(what)
        .isCloseTo(expected.totals().edgeLength(), within(1e-6));
  }
}
