package dev.groma.operator.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The operator keeps its promises under every schedule of a simulated cluster. One schedule is run
 * again, and told line by line, with {@code -Dgroma.simulation.seed=N}; more are run with {@code
 * -Dgroma.simulation.schedules=N}.
 */
class SimulationTest {

  private static final String SEED = "groma.simulation.seed";
  private static final long SCHEDULES = Long.getLong("groma.simulation.schedules", 100_000);
  private static final long SCHEDULES_OF_THE_DAY = 5_000;
  private static final long SEEDS_OF_A_DAY = 1_000_000;
  private static final int TOLD = 3;

  @BeforeAll
  static void thousands_of_operators_log_nothing() {
    Quiet.below("dev.groma.operator.layoutjob");
  }

  @Test
  void every_promise_is_kept_under_every_schedule() {
    assertThat(broken(0, SCHEDULES)).isEmpty();
  }

  @Test
  void every_promise_is_kept_under_the_schedules_of_the_day() {
    long first = LocalDate.now(ZoneOffset.UTC).toEpochDay() * SEEDS_OF_A_DAY;
    System.out.printf(
        "simulation: the schedules of the day are those of seed %d and the %d after it%n",
        first, SCHEDULES_OF_THE_DAY - 1);

    assertThat(broken(first, SCHEDULES_OF_THE_DAY)).isEmpty();
  }

  @Test
  void a_seed_gives_the_same_schedule_each_time() {
    assertThat(traces(100)).isEqualTo(traces(100));
  }

  @Test
  void whatever_may_happen_does_happen_in_some_schedule() {
    String all = String.join("\n", traces(3_000));

    assertThat(all)
        .contains(
            "writes SUCCEEDED",
            "writes FAILED",
            "writes CANCELLED",
            "writes SUSPENDED",
            "and is stale",
            "has no answer",
            "is killed",
            "stands still for",
            "leads no more",
            "looks closer",
            "deletes the LayoutJob",
            "kueue       holds",
            "VANISHING of",
            "SILENT_NODE of",
            "refuses the artifacts",
            "stranger    creates",
            "flat-result-2 of attempt 2",
            "did not start within 90 s: the API server does not take the runner's Job now")
        .contains(
            List.of(
                "RetryRequested",
                "Resumed",
                "QuotaExceeded",
                "NameTaken",
                "WaitingForPreviousAttempt",
                "ended with OutOfMemory",
                "ended with Evicted",
                "ended with Disrupted",
                "ended with NodeLost",
                "ended with RunnerGone",
                "StartDeadlineExceeded",
                "EngineTimeout",
                "RunnerProtocolError"));
  }

  @Test
  @EnabledIfSystemProperty(named = SEED, matches = "-?\\d+")
  void one_schedule_is_told() {
    System.out.println(Schedule.trace(Long.getLong(SEED), Mutant.NONE));
  }

  private static List<String> traces(long schedules) {
    return LongStream.range(0, schedules)
        .parallel()
        .mapToObj(seed -> Schedule.trace(seed, Mutant.NONE))
        .toList();
  }

  /** The first few schedules that break a promise, told from the start. */
  private static List<String> broken(long first, long schedules) {
    return LongStream.range(first, first + schedules)
        .parallel()
        .filter(seed -> Schedule.violation(seed, Mutant.NONE).isPresent())
        .limit(TOLD)
        .mapToObj(SimulationTest::told)
        .toList();
  }

  private static String told(long seed) {
    return ("%nreplay: ./mvnw -pl operator -am test -Dtest=SimulationTest#one_schedule_is_told"
            + " -Dsurefire.failIfNoSpecifiedTests=false -D%s=%d%n%s%n")
        .formatted(SEED, seed, Schedule.trace(seed, Mutant.NONE));
  }
}
