package dev.groma.engine.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.groma.engine.EngineContext;
import org.junit.jupiter.api.Test;

class ConfidenceTest {

  @Test
  void roomDrawnExactlyIsCertain() throws Exception {
    assertThat(confidence(new Drawing().rectangle(0, 0, 4, 3)))
        .isEqualTo(new Confidence(1, 1, 0, 0, 0));
    assertThat(detect(new Drawing().rectangle(0, 0, 4, 3).plan()).totals().confidence())
        .isEqualTo(1);
  }

  @Test
  void planWithoutRoomsHasNoConfidence() throws Exception {
    assertThat(detect(new Drawing().line(0, 0, 4, 0).plan()).totals().confidence()).isNull();
  }

  @Test
  void scoreFallsAsASnappedGapWidens() throws Exception {
    double last = 1;
    for (double gap = 0.001; gap < 0.01; gap += 0.001) {
      Confidence found = confidence(new Drawing().path(0, 0, 4, 0, 4, 3, 0, 3, 0, gap));

      assertThat(found.exactShare()).isCloseTo(11 / 14.0, within(0.01));
      assertThat(found.snapDistance()).isCloseTo(gap / 0.01 * 3 / 14, within(1e-3));
      assertThat(found.score()).isLessThan(last);
      last = found.score();
    }
  }

  @Test
  void scoreFallsAsMoreOfTheBoundaryIsVirtual() throws Exception {
    double last = 1;
    for (double width = 0.5; width < 4; width += 0.5) {
      WallPlan.Builder plan = WallPlan.builder();
      Drawing walls = new Drawing().path(width, 0, 4, 0, 4, 3, 0, 3, 0, 0);
      for (int i = 0; i < walls.size(); i++) {
        double[] s = walls.segment(i);
        plan.straightWall(new Wall("w" + i, 0, false, false), s[0], s[1], s[2], s[3]);
      }
      plan.straightWall(new Wall("v", 0, true, false), 0, 0, width, 0);

      Confidence found = detect(plan.build()).rooms().getFirst().confidence();

      assertThat(found.virtualShare()).isCloseTo(width / 14, within(1e-12));
      assertThat(found.exactShare()).isEqualTo(1);
      assertThat(found.score()).isLessThan(last);
      last = found.score();
    }
  }

  @Test
  void virtualWallAlongARealOneIsReal() throws Exception {
    WallPlan.Builder plan = WallPlan.builder();
    Drawing walls = new Drawing().rectangle(0, 0, 4, 3);
    for (int i = 0; i < walls.size(); i++) {
      double[] s = walls.segment(i);
      plan.straightWall(new Wall("w" + i, 0, false, false), s[0], s[1], s[2], s[3]);
      plan.straightWall(new Wall("v" + i, 0, true, false), s[2], s[3], s[0], s[1]);
    }

    assertThat(detect(plan.build()).rooms().getFirst().confidence().score()).isEqualTo(1);
  }

  @Test
  void scoreFallsAsMoreWallsEndInside() throws Exception {
    Drawing drawing = new Drawing().rectangle(0, 0, 4, 3);
    double last = 1;
    for (int i = 1; i < 5; i++) {
      drawing.line(0.5 * i, 0, 0.5 * i, 1);

      Confidence found = confidence(drawing);

      assertThat(found.dangleShare()).isCloseTo(i / 14.0, within(1e-12));
      assertThat(found.score()).isLessThan(last);
      last = found.score();
    }
  }

  @Test
  void wallsThatEndOutsideDoNotMatter() throws Exception {
    Drawing drawing = new Drawing().rectangle(0, 0, 4, 3).line(4, 3, 6, 3).line(-3, 0, -3, 3);

    assertThat(confidence(drawing).score()).isEqualTo(1);
  }

  @Test
  void cutsInsideCountAsDangles() throws Exception {
    Drawing drawing =
        new Drawing().rectangle(0, 0, 4, 3).rectangle(1, 1, 2, 2).line(0, 1.5, 1, 1.5);

    FloorPlan found = detect(drawing.plan());

    assertThat(found.rooms().getFirst().confidence().dangleShare())
        .isCloseTo(1 / 18.0, within(1e-12));
    assertThat(found.rooms().getLast().confidence().dangleShare()).isZero();
  }

  private static Confidence confidence(Drawing drawing) throws Exception {
    return detect(drawing.plan()).rooms().getFirst().confidence();
  }

  private static FloorPlan detect(WallPlan plan) throws Exception {
    return new RoomDetector()
        .detect(plan, RoomParameters.defaults(LengthUnit.METRE), EngineContext.silent());
  }
}
