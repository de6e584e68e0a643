package dev.groma.engine.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.groma.engine.EngineContext;
import dev.groma.engine.rooms.Diagnostic.Kind;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Drawings that break naive detectors, each with its answer in closed form: areas of all faces,
 * dangles and cuts. Unit metre, snapping 10 mm, every face a room.
 */
class AdversarialTest {

  private record Case(
      String name,
      Drawing drawing,
      double tolerance,
      double slack,
      int dangles,
      int cuts,
      double... areas) {

    Case withSlack(double other) {
      return new Case(name, drawing, tolerance, other, dangles, cuts, areas);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static Case of(String name, Drawing drawing, double... areas) {
    return new Case(name, drawing, 0.01, 1e-9, 0, 0, areas);
  }

  private static Case snapped(String name, Drawing drawing, double... areas) {
    return new Case(name, drawing, 0.01, 0.1, 0, 0, areas);
  }

  private static Case loose(String name, Drawing drawing, int dangles, int cuts, double... areas) {
    return new Case(name, drawing, 0.01, 0.1, dangles, cuts, areas);
  }

  private static Case exact(String name, Drawing drawing, double... areas) {
    return new Case(name, drawing, 0, 1e-9, 0, 0, areas);
  }

  private static Drawing drawing() {
    return new Drawing();
  }

  private static Drawing room() {
    return drawing().rectangle(0, 0, 4, 3);
  }

  static Stream<Case> cases() {
    return Stream.of(
            endsNearInteriors(),
            overlaps(),
            crossings(),
            small(),
            nesting(),
            nothing(),
            scales(),
            slivers())
        .flatMap(cases -> cases);
  }

  private static Stream<Case> endsNearInteriors() {
    return Stream.of(
        snapped("wall stops 5 mm short of a wall", room().line(2, 0, 2, 2.995), 6, 6),
        snapped("wall runs 5 mm through a wall", room().line(2, 0, 2, 3.005), 6, 6),
        snapped("wall stops short at both ends", room().line(2, 0.004, 2, 2.996), 6, 6),
        loose("wall runs 200 mm through a wall", room().line(2, 0, 2, 3.2), 1, 0, 6, 6),
        loose("wall stops 200 mm short of a wall", room().line(2, 0, 2, 2.8), 1, 0, 12),
        snapped(
            "walls from both sides meet a wall 6 mm apart",
            room().rectangle(0, 3, 4, 6).line(2, 0, 2, 2.997).line(2.006, 3.002, 2.006, 6),
            6,
            6,
            6,
            6),
        snapped(
            "wall meets the chord of a curve",
            drawing().circle(0, 0, 3, 64).line(-3, 0.1, 2.99, 0.1),
            13.51,
            14.71),
        snapped(
            "wall ends near the end of another, itself near a wall",
            room().line(2, 0, 2, 1.5).line(2.006, 1.506, 2, 2.994),
            6,
            6),
        snapped(
            "corner that misses by just less than the tolerance",
            drawing().path(0, 0, 4, 0, 4, 3, 0, 3, 0, 0.0099),
            12),
        loose(
            "corner that misses by just more than the tolerance",
            drawing().path(0, 0, 4, 0, 4, 3, 0, 3, 0, 0.0101),
            1,
            0));
  }

  private static Stream<Case> overlaps() {
    return Stream.of(
        of("walls drawn twice", room().addAll(room()), 12),
        of("walls drawn twice, the other way", room().path(0, 0, 0, 3, 4, 3, 4, 0, 0, 0), 12),
        of("walls that overlap in part", room().line(-0.0, 0, 3, 0).line(1, 0, 4, 0), 12),
        of("wall within a longer wall", room().line(1, 3, 2, 3), 12),
        snapped("wall along another, 5 mm beside it", room().line(1, 0.005, 3, 0.005), 12),
        snapped("wall that slopes into another by 9 mm", room().line(0, 0.009, 4, 0), 12),
        of(
            "rooms like bricks",
            drawing().rectangle(0, 0, 8, 3).line(4, 0, 4, 3).rectangle(2, 3, 6, 6),
            12,
            12,
            12),
        snapped(
            "every wall with its neighbour's, jittered",
            Drawings.ownWalls(3, 3, 0, new Random(1)).jittered(new Random(2), 0.003),
            12,
            12,
            12,
            12,
            12,
            12,
            12,
            12,
            12));
  }

  private static Stream<Case> crossings() {
    return Stream.of(
        loose(
            "four lines that cross",
            drawing().line(-1, 0, 5, 0).line(-1, 3, 5, 3).line(0, -1, 0, 4).line(4, -1, 4, 4),
            8,
            0,
            12),
        exact("bow tie", drawing().path(0, 0, 2, 2, 2, 0, 0, 2, 0, 0), 1, 1),
        exact(
            "diagonals",
            drawing().rectangle(0, 0, 2, 2).line(0, 0, 2, 2).line(0, 2, 2, 0),
            1,
            1,
            1,
            1),
        snapped(
            "cross whose tails are below the tolerance",
            drawing().path(0, 0, 4.004, 0, 4.004, 0).line(4, -0.004, 4, 3).path(4, 3, 0, 3, 0, 0),
            12),
        exact(
            "thousand lines through one point",
            star(1000),
            Stream.generate(() -> Math.sin(Math.PI / 1000) / 2)
                .limit(2000)
                .mapToDouble(d -> d)
                .toArray()),
        exact(
                "lines that cross at a nanoradian",
                drawing().path(0, 0, 1, 1e-9, 1, -1e-9, 0, 1e-9, 0, 0),
                2.5e-10 * 1,
                5e-10 * 1.5)
            .withSlack(5e-10),
        exact("grid of long lines", Drawings.longLines(3, 2), 12, 12, 12, 12, 12, 12),
        exact("pentagram", pentagram(), pentagramAreas()));
  }

  private static Stream<Case> small() {
    return Stream.of(
        of(
            "segments that are points",
            room().line(1, 1, 1, 1).line(0, 0, 0, 0).line(4, 1, 4, 1),
            12),
        snapped("walls of pieces below the tolerance", pieces(0.003), 12),
        snapped(
            "a corner rounded in steps of 2 mm",
            drawing().path(0, 0, 3.99, 0, 3.992, 0.002, 3.996, 0.006, 4, 0.01, 4, 3, 0, 3, 0, 0),
            12),
        of("a drawing smaller than the tolerance", room().scaled(0.001)),
        snapped(
            "ends that creep from one to the next",
            drawing()
                .path(0.024, 0, 4, 0, 4, 3, 0, 3, 0, 0)
                .line(0, 0, 0.008, 0)
                .line(0.016, 0, 0.024, 0),
            12));
  }

  private static Stream<Case> nesting() {
    return Stream.of(
        of("room in a room", room().rectangle(1, 1, 2, 2), 1, 11),
        of(
            "room in a room in a room",
            Drawings.nested(3),
            2.8 * 2.8,
            4.4 * 4.4 - 2.8 * 2.8,
            36 - 4.4 * 4.4),
        of(
            "two islands that touch in a corner",
            room().rectangle(1, 1, 2, 2).rectangle(2, 2, 3, 2.5),
            1,
            0.5,
            10.5),
        of(
            "island that touches the shell in a point",
            room().path(0, 0, 1, 2, 2, 1, 0, 0),
            1.5,
            10.5),
        of("two rooms that touch in a corner", room().rectangle(4, 3, 8, 6), 12, 12),
        of(
            "island as wide as the gap beside it",
            drawing().rectangle(0, 0, 3, 3).rectangle(1, 1, 2, 2).rectangle(1, 4, 2, 5),
            1,
            1,
            8),
        loose("island held by a wall", room().rectangle(1, 1, 2, 2).line(1, 1, 0, 1), 0, 1, 1, 11),
        loose(
            "two rooms joined by a wall",
            room().rectangle(6, 0, 10, 3).path(4, 1, 5, 1, 6, 1),
            0,
            1,
            12,
            12),
        loose("tree inside a room", room().path(2, 0, 2, 1, 1, 2).line(2, 1, 3, 2), 3, 0, 12),
        loose("free wall inside a room", room().line(1, 1, 3, 2), 1, 0, 12),
        loose(
            "island that hangs on a dangling tree",
            room().rectangle(1, 1, 2, 2).path(2, 2, 3, 2.5).line(6, 0, 7, 1),
            2,
            0,
            1,
            11));
  }

  private static Stream<Case> nothing() {
    return Stream.of(
        of("nothing at all", drawing()),
        loose("one wall", drawing().line(0, 0, 5, 0), 1, 0),
        loose("walls round three sides", drawing().path(0, 0, 4, 0, 4, 3, 0, 3), 1, 0),
        loose("parallel walls", drawing().line(0, 0, 5, 0).line(0, 3, 5, 3), 2, 0),
        loose("a cross", drawing().line(-1, 0, 1, 0).line(0, -1, 0, 1), 4, 0));
  }

  private static Stream<Case> scales() {
    return Stream.of(
        of("a million metres from zero", room().moved(-742_512.0625, -1_043_000.75), 12),
        new Case(
            "a tiny plan",
            room().scaled(1e-3).line(0.002, 0, 0.002, 0.003),
            1e-6,
            1e-15,
            0,
            0,
            6e-6,
            6e-6),
        new Case(
            "a huge plan", room().scaled(1e9).line(2e9, 0, 2e9, 3e9), 0.01, 1, 0, 0, 6e18, 6e18),
        of("negative coordinates", room().moved(-9, -7), 12),
        of(
            "noise of decimal fractions",
            drawing().rectangle(0.1, 0.1, 0.3, 0.3).rectangle(0.1 + 0.2, 0.1, 0.5, 0.3),
            0.04,
            0.04),
        exact(
            "noise of decimal fractions without snapping",
            drawing().rectangle(0.1, 0.1, 0.3, 0.3).rectangle(0.1 + 0.2, 0.1, 0.5, 0.3),
            0.04,
            0.04),
        exact(
            "an outlier a million metres away",
            room().line(2, 0, 2, 3).rectangle(1e6, 1e6, 1e6 + 1, 1e6 + 1),
            1,
            6,
            6));
  }

  private static Stream<Case> slivers() {
    return Stream.of(
        exact("a needle", drawing().path(0, 0, 10, 0, 10, 0.001, 0, 0), 0.005),
        snapped("walls 20 mm apart", room().line(0, 0.02, 4, 0.02), 0.08, 11.92).withSlack(1e-9));
  }

  private static Drawing star(int lines) {
    Drawing star = drawing();
    for (int i = 0; i < lines; i++) {
      double angle = Math.PI * i / lines;
      star.line(Math.cos(angle), Math.sin(angle), -Math.cos(angle), -Math.sin(angle));
    }
    return star.circle(0, 0, 1, 2 * lines);
  }

  private static Drawing pentagram() {
    double[] xy = new double[12];
    for (int i = 0; i < 6; i++) {
      double angle = 4 * Math.PI * (i % 5) / 5;
      xy[2 * i] = Math.cos(angle);
      xy[2 * i + 1] = Math.sin(angle);
    }
    return drawing().path(xy);
  }

  /**
   * Five points and the pentagon between them, of circumradius 1 and 1 over the golden ratio
   * squared.
   */
  private static double[] pentagramAreas() {
    double golden = (1 + Math.sqrt(5)) / 2;
    double inner = 1 / (golden * golden);
    double pentagon = 2.5 * inner * inner * Math.sin(2 * Math.PI / 5);
    double side = 2 * inner * Math.sin(Math.PI / 5);
    double height = 1 - inner * Math.cos(Math.PI / 5);
    double point = side * height / 2;
    return new double[] {point, point, point, point, point, pentagon};
  }

  private static Drawing pieces(double length) {
    Drawing pieces = drawing();
    Drawing room = room();
    for (int i = 0; i < room.size(); i++) {
      double[] s = room.segment(i);
      int count = (int) Math.round(Math.hypot(s[2] - s[0], s[3] - s[1]) / length);
      for (int k = 0; k < count; k++) {
        double from = (double) k / count;
        double to = (double) (k + 1) / count;
        pieces.line(
            s[0] + from * (s[2] - s[0]),
            s[1] + from * (s[3] - s[1]),
            s[0] + to * (s[2] - s[0]),
            s[1] + to * (s[3] - s[1]));
      }
    }
    return pieces;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void answerInClosedForm(Case given) throws Exception {
    RoomParameters parameters = new RoomParameters(LengthUnit.METRE, given.tolerance(), 0, 0, 0.0);

    FloorPlan found =
        new RoomDetector().detect(given.drawing().plan(), parameters, EngineContext.silent());

    String wkt = given.drawing().toWkt();
    Oracles.check(found, wkt);
    double[] expected = given.areas().clone();
    Arrays.sort(expected);
    double[] areas = Oracles.areas(found);
    assertThat(areas).as(wkt).hasSameSizeAs(expected);
    for (int i = 0; i < areas.length; i++) {
      assertThat(areas[i]).as(wkt).isCloseTo(expected[i], within(given.slack()));
    }
    assertThat(found.of(Kind.DANGLE)).as(wkt).hasSize(given.dangles());
    assertThat(found.of(Kind.CUT)).as(wkt).hasSize(given.cuts());
    assertThat(found.of(Kind.INVALID_RING)).as(wkt).isEmpty();
  }
}
