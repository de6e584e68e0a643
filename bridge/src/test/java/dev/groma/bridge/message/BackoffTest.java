package dev.groma.bridge.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

  @ParameterizedTest
  @CsvSource({
    "1, 5",
    "2, 10",
    "3, 20",
    "4, 40",
    "5, 80",
    "6, 160",
    "7, 300",
    "8, 300",
    "1000000, 300"
  })
  void it_doubles_from_5_s_to_300_s_with_up_to_a_fifth_more(int receives, long seconds) {
    Random random = new Random(receives);
    for (int tries = 0; tries < 100; tries++) {
      assertThat(Backoff.after(receives, random))
          .isBetween(Duration.ofSeconds(seconds), Duration.ofSeconds(seconds + seconds / 5));
    }
  }
}
