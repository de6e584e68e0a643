package dev.groma.engine.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.groma.engine.EngineContext;
import org.junit.jupiter.api.Test;

class BridgingTest {

  @Test
  void gapsStayOpenUnlessBridgingIsAskedFor() throws Exception {
    FloorPlan found = detect(roomWithDoor(0.9), 0);

    assertThat(found.rooms()).isEmpty();
    assertThat(found.of(Diagnostic.Kind.BRIDGE)).isEmpty();
    assertThat(found.of(Diagnostic.Kind.DANGLE)).hasSize(1);
  }

  @Test
  void doorInAWallIsClosedAlongTheWall() throws Exception {
    FloorPlan found = detect(roomWithDoor(0.9), 1.0);

    assertThat(found.rooms()).hasSize(1);
    assertThat(found.totals().roomArea()).isCloseTo(12, within(1e-9));
    Diagnostic bridge = found.of(Diagnostic.Kind.BRIDGE).findFirst().orElseThrow();
    assertThat(bridge.line()).isEqualTo(Coordinates.of(1, 0, 1.9, 0));
    assertThat(bridge.length()).isCloseTo(0.9, within(1e-9));
    assertThat(bridge.wallIds()).containsExactly("w0", "w1");
    Confidence confidence = found.rooms().getFirst().confidence();
    assertThat(confidence.virtualShare()).isCloseTo(0.9 / 14, within(1e-9));
    assertThat(confidence.score()).isLessThan(1);
  }

  @Test
  void gapWiderThanAllowedStaysOpen() throws Exception {
    FloorPlan found = detect(roomWithDoor(1.1), 1.0);

    assertThat(found.rooms()).isEmpty();
    assertThat(found.of(Diagnostic.Kind.BRIDGE)).isEmpty();
  }

  @Test
  void doorBesideAWallIsClosedStraightAhead() throws Exception {
    Drawing drawing = new Drawing().rectangle(0, 0, 8, 3).line(4, 0, 4, 2.2);

    FloorPlan found = detect(drawing, 1.0);

    assertThat(found.rooms()).hasSize(2);
    assertThat(Oracles.areas(found)).containsExactly(12, 12);
    Diagnostic bridge = found.of(Diagnostic.Kind.BRIDGE).findFirst().orElseThrow();
    assertThat(bridge.line()).isEqualTo(Coordinates.of(4, 2.2, 4, 3));
    assertThat(bridge.wallIds()).containsExactly("w2", "w4");
  }

  @Test
  void openCornerIsClosedAcross() throws Exception {
    Drawing drawing = new Drawing().path(0.5, 0, 4, 0, 4, 3, 0, 3, 0, 0.5);

    FloorPlan found = detect(drawing, 1.0);

    assertThat(found.rooms()).hasSize(1);
    assertThat(found.totals().roomArea()).isCloseTo(12 - 0.125, within(1e-9));
  }

  @Test
  void twoHalvesNeedTwoBridges() throws Exception {
    Drawing drawing =
        new Drawing().path(1.5, 0, 0, 0, 0, 3, 1.5, 3).path(2.5, 0, 4, 0, 4, 3, 2.5, 3);

    FloorPlan found = detect(drawing, 1.0);

    assertThat(found.rooms()).hasSize(1);
    assertThat(found.totals().roomArea()).isCloseTo(12, within(1e-9));
    assertThat(found.of(Diagnostic.Kind.BRIDGE)).hasSize(2);
  }

  @Test
  void bridgesThatCloseNothingAreNotBuilt() throws Exception {
    Drawing drawing = new Drawing().line(0, 0, 3, 0).line(3.8, 0, 7, 0).rectangle(10, 0, 14, 3);
    drawing.line(9.2, 1, 7.5, 1);

    FloorPlan found = detect(drawing, 1.0);

    assertThat(found.rooms()).hasSize(1);
    assertThat(found.of(Diagnostic.Kind.BRIDGE)).isEmpty();
    assertThat(found.of(Diagnostic.Kind.DANGLE)).hasSize(3);
  }

  @Test
  void noBridgeRunsThroughAWall() throws Exception {
    Drawing drawing = new Drawing().line(0, 0, 1, 0).line(1.8, 0, 3, 0).line(1.4, -1, 1.4, 1);

    FloorPlan found = detect(drawing, 1.0);

    assertThat(found.of(Diagnostic.Kind.BRIDGE)).isEmpty();
    Oracles.check(found, drawing.toWkt());
  }

  @Test
  void everyDoorOfARowOfRoomsIsClosed() throws Exception {
    Drawing drawing = new Drawing().rectangle(0, 0, 40, 8).line(0, 5, 40, 5);
    for (int i = 1; i < 10; i++) {
      drawing.line(4 * i, 0, 4 * i, 1).line(4 * i, 1.9, 4 * i, 5);
    }

    FloorPlan found = detect(drawing, 1.0);

    assertThat(found.rooms()).hasSize(11);
    assertThat(found.of(Diagnostic.Kind.BRIDGE)).hasSize(9);
    assertThat(found.of(Diagnostic.Kind.DANGLE)).isEmpty();
  }

  private static Drawing roomWithDoor(double width) {
    return new Drawing().line(0, 0, 1, 0).path(1 + width, 0, 4, 0, 4, 3, 0, 3, 0, 0);
  }

  private static FloorPlan detect(Drawing drawing, double doorGapMax) throws Exception {
    RoomParameters parameters = new RoomParameters(LengthUnit.METRE, 0.01, doorGapMax, 0, null);
    FloorPlan found = new RoomDetector().detect(drawing.plan(), parameters, EngineContext.silent());
    Oracles.check(found, drawing.toWkt());
    return found;
  }
}
