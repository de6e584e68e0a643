package dev.groma.engine.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.groma.engine.EngineContext;
import dev.groma.engine.rooms.Neighbour.Contact;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class NeighboursTest {

  @Test
  void roomsThatShareAWallShareItsLength() throws Exception {
    FloorPlan found =
        detect(new Drawing().rectangle(0, 0, 4, 3).rectangle(4, 1, 8, 5).rectangle(20, 0, 24, 3));

    assertThat(lengths(found, "room-1", Contact.EDGE)).isEqualTo(Map.of("room-2", 2.0));
    assertThat(lengths(found, "room-2", Contact.EDGE)).isEqualTo(Map.of("room-1", 2.0));
    assertThat(lengths(found, "room-3", Contact.EDGE)).isEmpty();
  }

  @Test
  void roomsThatTouchInACornerAreNoNeighbours() throws Exception {
    FloorPlan found = detect(new Drawing().rectangle(0, 0, 4, 3).rectangle(4, 3, 8, 6));

    assertThat(found.rooms().getFirst().neighbours()).isEmpty();
  }

  @Test
  void islandIsANeighbourAllRound() throws Exception {
    FloorPlan found = detect(new Drawing().rectangle(0, 0, 4, 3).rectangle(1, 1, 2, 2));

    assertThat(lengths(found, "room-1", Contact.EDGE)).isEqualTo(Map.of("room-2", 4.0));
  }

  @Test
  void roomsAcrossAWallDrawnDoubleAreNeighbours() throws Exception {
    FloorPlan found = detect(Drawings.doubleLine(2, 2, 0.2));

    assertThat(lengths(found, "room-1", Contact.EDGE).keySet()).containsExactly("wallBody-1");
    Map<String, Double> across = lengths(found, "room-1", Contact.WALL_BODY);
    assertThat(across.keySet()).containsExactlyInAnyOrder("room-2", "room-3");
    assertThat(across.get("room-2")).isCloseTo(3.8, within(1e-9));
    assertThat(across.get("room-3")).isCloseTo(2.8, within(1e-9));
  }

  @Test
  void roomsAcrossWallAndDoorRectanglesAreNeighboursOverTheWholeWall() throws Exception {
    FloorPlan found = detect(Drawings.wallRectangles(2, 1, 0.2));

    assertThat(lengths(found, "room-1", Contact.WALL_BODY).get("room-2"))
        .isCloseTo(2.8, within(1e-9));
  }

  @Test
  void wallsAreNamedInTheOrderDrawn() throws Exception {
    FloorPlan found = detect(new Drawing().rectangle(4, 0, 8, 3).rectangle(0, 0, 4, 3));

    List<Face> rooms = found.rooms();
    assertThat(rooms.get(0).wallIds()).containsExactly("w3", "w4", "w5", "w6", "w7");
    assertThat(rooms.get(1).wallIds()).containsExactly("w0", "w1", "w2", "w3", "w5");
  }

  private static Map<String, Double> lengths(FloorPlan found, String id, Contact contact) {
    return found.faces().stream()
        .filter(face -> face.id().equals(id))
        .flatMap(face -> face.neighbours().stream())
        .filter(neighbour -> neighbour.contact() == contact)
        .collect(Collectors.toMap(Neighbour::faceId, Neighbour::sharedLength));
  }

  private static FloorPlan detect(Drawing drawing) throws Exception {
    FloorPlan found =
        new RoomDetector()
            .detect(
                drawing.plan(), RoomParameters.defaults(LengthUnit.METRE), EngineContext.silent());
    Oracles.check(found, drawing.toWkt());
    return found;
  }
}
