package dev.groma.runner.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatienceTest {

  private static final Patience PATIENCE =
      new Patience(4, Duration.ofMillis(100), Duration.ofMillis(350));

  @ParameterizedTest
  @CsvSource({"1, 1, 100", "2, 1, 200", "3, 1, 350", "9, 1, 350", "2, 0.5, 100", "2, 0, 0"})
  void pauses_double_up_to_a_ceiling_and_are_shortened_by_chance(
      int failures, double random, long millis) {
    assertThat(PATIENCE.pause(failures, random)).isEqualTo(Duration.ofMillis(millis));
  }

  @Test
  void a_pause_after_very_many_failures_is_the_longest() {
    assertThat(Patience.UNTIL_STOPPED.pause(Integer.MAX_VALUE, 1))
        .isEqualTo(Patience.UNTIL_STOPPED.longestPause());
  }

  @Test
  void the_number_of_tries_is_kept() {
    assertThat(PATIENCE.allows(3)).isTrue();
    assertThat(PATIENCE.allows(4)).isFalse();
  }

  @Test
  void no_tries_are_no_patience() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Patience(0, Duration.ZERO, Duration.ZERO));
  }
}
