package dev.groma.engine.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.groma.engine.EngineContext;
import dev.groma.engine.rooms.EffectiveParameters.WallThicknessSource;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rooms, and the bodies of walls that are drawn with two lines. */
class ClassificationTest {

  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.1, 0.15, 0.24, 0.3, 0.5})
  void wallsDrawnDoubleAreBodiesInAnyUnit(double thickness) throws Exception {
    for (LengthUnit unit : LengthUnit.values()) {
      double scale = unit.metres().isPresent() ? 1 / unit.metres().getAsDouble() : 37.3;
      Drawing drawing = Drawings.doubleLine(4, 3, thickness).turned(0.2).scaled(scale);

      FloorPlan found = detect(drawing, RoomParameters.defaults(unit));

      assertKinds(found, 12, 1, unit + " " + thickness);
      assertThat(found.effective().wallThicknessSource()).isEqualTo(WallThicknessSource.DERIVED);
      assertThat(found.effective().maxWallThickness())
          .isGreaterThanOrEqualTo(0.99 * thickness * scale);
      double expected = 12 * (4 - thickness) * (3 - thickness) * scale * scale;
      assertThat(found.totals().roomArea()).isCloseTo(expected, within(1e-6 * expected));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.3, 0.5})
  void wallsAndDoorsDrawnAsRectanglesAreBodiesInAnyUnit(double thickness) throws Exception {
    for (LengthUnit unit : LengthUnit.values()) {
      double scale = unit.metres().isPresent() ? 1 / unit.metres().getAsDouble() : 37.3;

      FloorPlan found =
          detect(
              Drawings.wallRectangles(4, 3, thickness).scaled(scale),
              RoomParameters.defaults(unit));

      assertThat(found.of(FaceKind.ROOM).count()).as(unit + " " + thickness).isEqualTo(12);
      assertThat(found.of(FaceKind.WALL_BODY).count()).isGreaterThan(40);
    }
  }

  @ParameterizedTest
  @CsvSource({"0.6", "0.45", "0.3"})
  void closetsOfASingleLinePlanAreRooms(double depth) throws Exception {
    for (LengthUnit unit : new LengthUnit[] {LengthUnit.METRE, LengthUnit.PIXEL}) {
      Drawing drawing = Drawings.grid(3, 2, 0, new Random(1));
      for (int i = 0; i < 3; i++) {
        drawing
            .line(4 * i, 3 - depth, 4 * i + 4, 3 - depth)
            .line(4 * i + 2, 3 - depth, 4 * i + 2, 3);
      }

      FloorPlan found = detect(drawing, RoomParameters.defaults(unit));

      assertKinds(found, 12, 0, unit + " " + depth);
      assertThat(found.effective().wallThicknessSource())
          .isEqualTo(WallThicknessSource.SINGLE_LINE);
      assertThat(found.effective().maxWallThickness()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(LengthUnit.class)
  void corridorBetweenRoomsIsARoom(LengthUnit unit) throws Exception {
    double scale = unit.metres().isPresent() ? 1 / unit.metres().getAsDouble() : 12;
    Drawing drawing =
        new Drawing().rectangle(0, 0, 30, 11.2).line(0, 5, 30, 5).line(0, 6.2, 30, 6.2);
    for (int i = 1; i < 10; i++) {
      drawing.line(3 * i, 0, 3 * i, 5).line(3 * i, 6.2, 3 * i, 11.2);
    }

    assertKinds(detect(drawing.scaled(scale), RoomParameters.defaults(unit)), 21, 0, unit.symbol());
  }

  @Test
  void corridorRoundACoreIsARoom() throws Exception {
    Drawing drawing =
        new Drawing()
            .rectangle(0, 0, 20, 20)
            .rectangle(5, 5, 15, 15)
            .rectangle(6.2, 6.2, 13.8, 13.8);
    for (double[] corner :
        new double[][] {{0, 0, 5, 5}, {20, 0, 15, 5}, {20, 20, 15, 15}, {0, 20, 5, 15}}) {
      drawing.line(corner[0], corner[1], corner[2], corner[3]);
    }

    assertKinds(detect(drawing, RoomParameters.defaults(LengthUnit.PIXEL)), 6, 0, "");
  }

  @Test
  void aislesRoundStallsAreARoom() throws Exception {
    Drawing drawing = new Drawing().rectangle(0, 0, 19.5, 15);
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 3; j++) {
        drawing.rectangle(1.5 + 4.5 * i, 1.5 + 4.5 * j, 4.5 + 4.5 * i, 4.5 + 4.5 * j);
      }
    }

    assertKinds(detect(drawing, RoomParameters.defaults(LengthUnit.PIXEL)), 13, 0, "");
    assertKinds(detect(drawing, RoomParameters.defaults(LengthUnit.METRE)), 13, 0, "");
  }

  @Test
  void roomsOfAllSizesOnASingleLinePlanAreRooms() throws Exception {
    for (long seed = 1; seed <= 20; seed++) {
      Random random = new Random(seed);
      Drawing drawing = new Drawing();
      double x = 0;
      for (int i = 0; i < 12; i++) {
        double width = 0.6 * Math.pow(15, random.nextDouble());
        drawing.rectangle(x, 0, x + width, 4);
        x += width;
      }

      assertKinds(
          detect(drawing, RoomParameters.defaults(LengthUnit.PIXEL)), 12, 0, "seed " + seed);
      assertKinds(
          detect(drawing, RoomParameters.defaults(LengthUnit.METRE)), 12, 0, "seed " + seed);
    }
  }

  @ParameterizedTest
  @EnumSource(LengthUnit.class)
  void wallsDrawnDoubleThatEncloseNothingGiveNoRoom(LengthUnit unit) throws Exception {
    double scale = unit.metres().isPresent() ? 1 / unit.metres().getAsDouble() : 12;
    Drawing drawing =
        new Drawing()
            .path(0, 0, 5, 0, 5, 4, 4.8, 4, 4.8, 0.2, 0.2, 0.2, 0.2, 4, 0, 4, 0, 0)
            .rectangle(8, 0, 8.2, 6);

    assertKinds(detect(drawing.scaled(scale), RoomParameters.defaults(unit)), 0, 2, unit.symbol());
  }

  @Test
  void oneRoomWithWallsDrawnDouble() throws Exception {
    Drawing drawing = Drawings.doubleLine(1, 1, 0.2);

    assertKinds(detect(drawing, RoomParameters.defaults(LengthUnit.METRE)), 1, 1, "m");
    assertKinds(detect(drawing, RoomParameters.defaults(LengthUnit.PIXEL)), 1, 1, "px");
  }

  @Test
  void freeWallAndColumnInARoomAreBodiesWhereWallsAreDrawnDouble() throws Exception {
    Drawing drawing =
        Drawings.doubleLine(3, 2, 0.3).rectangle(1, 1, 1.2, 2).rectangle(6, 1, 6.3, 1.3);

    assertKinds(detect(drawing, RoomParameters.defaults(LengthUnit.METRE)), 6, 3, "m");
    assertKinds(detect(drawing, RoomParameters.defaults(LengthUnit.PIXEL)), 6, 3, "px");
  }

  @Test
  void closetOfADoubleLinePlanIsARoom() throws Exception {
    Drawing drawing = Drawings.doubleLine(3, 2, 0.15).rectangle(0.5, -0.875, 2.5, -0.275);
    drawing.rectangle(0.35, -1.025, 2.65, -0.075);

    FloorPlan found = detect(drawing, RoomParameters.defaults(LengthUnit.METRE));

    assertThat(found.rooms()).hasSize(7);
    assertThat(
            found.rooms().stream().mapToDouble(room -> room.measures().area()).min().orElseThrow())
        .isCloseTo(1.2, within(1e-9));
  }

  @Test
  void planDrawnDoubleInOneHalfAndSingleInTheOther() throws Exception {
    Drawing drawing = Drawings.doubleLine(3, 2, 0.2);
    drawing.addAll(Drawings.grid(4, 4, 0, new Random(1)).moved(20, 0)).line(20, 0.45, 24, 0.45);

    assertKinds(detect(drawing, RoomParameters.defaults(LengthUnit.METRE)), 23, 1, "");
  }

  @Test
  void facesBetweenCentreLinesAreRoomsHoweverThin() throws Exception {
    WallPlan.Builder plan = WallPlan.builder();
    Drawing drawing = Drawings.doubleLine(3, 2, 0.3);
    for (int i = 0; i < drawing.size(); i++) {
      double[] s = drawing.segment(i);
      plan.straightWall(new Wall("w" + i, 0.1, false, true), s[0], s[1], s[2], s[3]);
    }

    FloorPlan found =
        new RoomDetector()
            .detect(
                plan.build(), RoomParameters.defaults(LengthUnit.METRE), EngineContext.silent());

    assertKinds(found, 7, 0, "");
  }

  @Test
  void givenLimitIsObeyed() throws Exception {
    Drawing drawing = new Drawing().rectangle(0, 0, 4, 3).rectangle(4, 0, 4.8, 3);

    FloorPlan asked = detect(drawing, new RoomParameters(LengthUnit.METRE, 0.01, 0, 0, 0.8));

    assertKinds(asked, 1, 1, "");
    assertThat(asked.effective().wallThicknessSource()).isEqualTo(WallThicknessSource.GIVEN);
    assertThat(asked.effective().maxWallThickness()).isCloseTo(0.8, within(1e-12));
    assertKinds(detect(drawing, new RoomParameters(LengthUnit.METRE, 0.01, 0, 0, 0.7)), 2, 0, "");
    assertKinds(
        detect(
            Drawings.doubleLine(3, 2, 0.2), new RoomParameters(LengthUnit.METRE, 0.01, 0, 0, 0.0)),
        7,
        0,
        "");
  }

  @Test
  void roomBelowTheLeastAreaIsTooSmall() throws Exception {
    Drawing drawing = new Drawing().rectangle(0, 0, 4, 3).rectangle(4, 0, 4.8, 1);

    FloorPlan found = detect(drawing, new RoomParameters(LengthUnit.METRE, 0.01, 0, 0.9, null));

    assertThat(found.rooms()).hasSize(1);
    assertThat(found.of(FaceKind.TOO_SMALL).map(Face::id)).containsExactly("tooSmall-1");
    assertThat(found.totals().tooSmallArea()).isCloseTo(0.8, within(1e-9));
  }

  @Test
  void ringThinnerThanTheToleranceIsInvalid() throws Exception {
    Drawing drawing = new Drawing().path(0, 0, 10, 0, 10, 0.011, 0, 0).rectangle(20, 0, 24, 3);

    FloorPlan found = detect(drawing, RoomParameters.defaults(LengthUnit.METRE));

    assertThat(found.rooms()).hasSize(1);
    Diagnostic ring = found.of(Diagnostic.Kind.INVALID_RING).findFirst().orElseThrow();
    assertThat(ring.wallIds()).containsExactly("w0", "w1", "w2");
  }

  private static FloorPlan detect(Drawing drawing, RoomParameters parameters) throws Exception {
    FloorPlan found = new RoomDetector().detect(drawing.plan(), parameters, EngineContext.silent());
    Oracles.check(found, drawing.toWkt());
    return found;
  }

  private static void assertKinds(FloorPlan found, int rooms, int bodies, String what) {
    assertThat(found.of(FaceKind.ROOM).count()).as(() -> "rooms, " + what).isEqualTo(rooms);
    assertThat(found.of(FaceKind.WALL_BODY).count())
        .as(() -> "wall bodies, " + what)
        .isEqualTo(bodies);
  }
}
