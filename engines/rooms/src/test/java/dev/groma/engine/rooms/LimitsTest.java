package dev.groma.engine.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groma.engine.BadInputException;
import dev.groma.engine.CancelledException;
import dev.groma.engine.EngineContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LimitsTest {

  @Test
  void planHoldsSegmentsUpToTheLimitAndNoMore() {
    WallPlan.Builder plan = WallPlan.builder();
    int wall = plan.wall(new Wall("w", 0, false, false));
    for (int i = 0; i < WallPlan.MAX_SEGMENTS; i++) {
      plan.segment(wall, i, 0, i, 1);
    }

    assertThat(plan.build().segmentCount()).isEqualTo(1_000_000);
    assertThatThrownBy(() -> plan.segment(wall, 0, 0, 1, 1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("1000000");
  }

  @Test
  void planRefusesCoordinatesThatAreNoNumbers() {
    WallPlan.Builder plan = WallPlan.builder();
    int wall = plan.wall(new Wall("w", 0, false, false));

    assertThatThrownBy(() -> plan.segment(wall, 0, Double.NaN, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> plan.segment(wall + 1, 0, 0, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void coordinatesTooLargeForAreasAreRefused() {
    assertThatThrownBy(
            () -> detect(new Drawing().rectangle(0, 0, 1e151, 1), EngineContext.silent()))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("choose a larger unit");
  }

  @Test
  void everyStageCanBeCancelled() throws Exception {
    Drawing drawing = Drawings.doubleLine(8, 8, 0.2).addAll(Drawings.soup(40, 3, new Random(1)));
    int[] looks = new int[1];
    detect(drawing, context(looks, Integer.MAX_VALUE));
    int all = looks[0];

    assertThat(all).isGreaterThan(8);
    for (int stopAt = 1; stopAt <= all; stopAt++) {
      int last = stopAt;
      looks[0] = 0;
      assertThatThrownBy(() -> detect(drawing, context(looks, last)))
          .isInstanceOf(CancelledException.class);
      assertThat(looks[0]).isEqualTo(stopAt);
    }
  }

  @Test
  void progressRisesFromNothingToAll() throws Exception {
    List<Integer> percents = new ArrayList<>();
    EngineContext context =
        new EngineContext() {
          @Override
          public void progress(int percent, String stage) {
            percents.add(percent);
          }

          @Override
          public void checkCancelled() {}
        };

    detect(Drawings.doubleLine(3, 3, 0.2), context);

    assertThat(percents).isSorted().startsWith(0).endsWith(100);
  }

  private static EngineContext context(int[] looks, int stopAt) {
    return new EngineContext() {
      @Override
      public void progress(int percent, String stage) {}

      @Override
      public void checkCancelled() throws CancelledException {
        if (++looks[0] >= stopAt) {
          throw new CancelledException();
        }
      }
    };
  }

  private static FloorPlan detect(Drawing drawing, EngineContext context) throws Exception {
    return new RoomDetector()
        .detect(drawing.plan(), new RoomParameters(LengthUnit.METRE, 0.01, 1, 0, null), context);
  }
}
