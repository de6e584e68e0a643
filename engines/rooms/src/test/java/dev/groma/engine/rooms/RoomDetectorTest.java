package dev.groma.engine.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.engine.EngineContext;
import org.junit.jupiter.api.Test;

class RoomDetectorTest {

  @Test
  void fourWallsThatMissEachOtherByMillimetresAreOneRoom() throws Exception {
    WallPlan.Builder plan = WallPlan.builder();
    int wall = plan.wall(new Wall("w", 0, false, false));
    plan.segment(wall, 0, 0, 4, 0.002).segment(wall, 4, 0, 4, 3);
    plan.segment(wall, 4.003, 3, 0, 3).segment(wall, 0, 3, 0, 0);

    FloorPlan found =
        new RoomDetector()
            .detect(
                plan.build(), RoomParameters.defaults(LengthUnit.METRE), EngineContext.silent());

    assertThat(found.rooms()).hasSize(1);
    assertThat(found.totals().roomArea()).isBetween(11.9, 12.1);
  }
}
