package dev.groma.engine.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.groma.engine.EngineContext;
import dev.groma.engine.rooms.EffectiveParameters.WallThicknessSource;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Three real apartments, drawn with double lines and as rectangles of walls, doors and windows. */
class RealApartmentsTest {

  @ParameterizedTest
  @CsvSource({
    "0, double_line",
    "0, raw_edges",
    "10, double_line",
    "10, raw_edges",
    "50, double_line",
    "50, raw_edges"
  })
  void roomsAndWallBodiesAtAnyTolerance(int number, String input) throws Exception {
    JsonNode truth = SharedData.json("rooms/resplan/plan" + number + "_truth.json");
    Drawing drawing =
        SharedData.walls(
            SharedData.json("rooms/resplan/plan" + number + "_walls_" + input + ".json"));
    double[] expected =
        StreamSupport.stream(truth.get("enclosed_rooms").spliterator(), false)
            .mapToDouble(room -> room.get("area").asDouble())
            .sorted()
            .toArray();
    int bodies = truth.at("/expected/" + input + "/wall_body_faces").asInt();

    for (double tolerance : new double[] {0, 1e-9, 1e-6, 1e-3, 0.01}) {
      RoomParameters parameters = new RoomParameters(LengthUnit.PIXEL, tolerance, 0, 0, null);
      for (double angle : new double[] {0, 0.3}) {
        Drawing turned = drawing.shuffled(new Random(number)).turned(angle);

        FloorPlan found =
            new RoomDetector().detect(turned.plan(), parameters, EngineContext.silent());

        String what = input + " of plan " + number + " at " + tolerance + ", turned " + angle;
        Oracles.check(found, what);
        double[] areas =
            found.rooms().stream().mapToDouble(r -> r.measures().area()).sorted().toArray();
        assertThat(areas).as(what).hasSameSizeAs(expected);
        for (int i = 0; i < areas.length; i++) {
          assertThat(areas[i]).as(what).isCloseTo(expected[i], within(1e-6 + 100 * tolerance));
        }
        assertThat(found.of(FaceKind.WALL_BODY)).as(what).hasSize(bodies);
        assertThat(found.effective().wallThicknessSource()).isEqualTo(WallThicknessSource.DERIVED);
        assertThat(Arrays.stream(areas).sum()).isCloseTo(found.totals().roomArea(), within(1e-6));
      }
    }
  }
}
