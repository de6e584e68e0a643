package dev.groma.operator.life;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.operator.LayoutJobs;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Full jitter: anything from nothing to a bound that doubles and is capped. */
class BackoffsTest {

  private static final int JOBS = 10_000;
  private static final int PARTS = 10;

  @ParameterizedTest(name = "after {1} failures at most {2} s of {0}")
  @CsvSource({
    "'',                                                1,     10",
    "'',                                                2,     20",
    "'',                                                5,    160",
    "'',                                                6,    300",
    "'',                                             2000,    300",
    "'backoff: {initialSeconds: 1}',                    3,      4",
    "'backoff: {maxSeconds: 5}',                        1,      5",
    "'backoff: {initialSeconds: 60, maxSeconds: 60}',   9,     60",
  })
  void is_spread_evenly_up_to_the_bound(String backoff, int failures, long bound) {
    List<Long> waits =
        IntStream.range(0, JOBS)
            .mapToObj(job -> Backoffs.before("uid-" + job, 2, failures, policy(backoff)).toMillis())
            .toList();

    double part = bound * 1000.0 / PARTS;
    assertThat(waits).allMatch(wait -> 0 <= wait && wait < bound * 1000);
    // Of a tenth of 10,000 even draws, five standard deviations are 150.
    for (int i = 0; i < PARTS; i++) {
      double from = i * part;
      assertThat(waits.stream().filter(wait -> from <= wait && wait < from + part).count())
          .isBetween(850L, 1150L);
    }
  }

  @Test
  void is_the_same_whenever_it_is_asked_and_another_for_each_attempt() {
    Duration second = Backoffs.before("uid", 2, 5, policy(""));

    assertThat(Backoffs.before("uid", 2, 5, policy(""))).isEqualTo(second);
    assertThat(Backoffs.before("uid", 3, 5, policy(""))).isNotEqualTo(second);
  }

  private static ExecutionPolicy policy(String members) {
    return ExecutionPolicy.of(
        LayoutJobs.spec("execution: {%s}".formatted(members)).execution(), World.DEFAULTS);
  }
}
