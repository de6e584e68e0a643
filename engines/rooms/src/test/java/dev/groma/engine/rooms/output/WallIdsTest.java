package dev.groma.engine.rooms.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WallIdsTest {

  @Test
  void countsTheNumberAtTheEnd() {
    assertThat(WallIds.sorted(List.of("w10", "north", "w2", "w", "12", "w02", "7", "w10")))
        .containsExactly("7", "12", "north", "w", "w02", "w2", "w10", "w10");
  }
}
