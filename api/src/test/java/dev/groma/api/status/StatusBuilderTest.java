package dev.groma.api.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.api.layoutjob.Artifact;
import dev.groma.api.layoutjob.AttemptBudget;
import dev.groma.api.layoutjob.Condition;
import dev.groma.api.layoutjob.JobIdentity;
import dev.groma.api.layoutjob.LayoutJobStatus;
import dev.groma.api.layoutjob.PastAttempt;
import dev.groma.api.layoutjob.Phase;
import dev.groma.api.layoutjob.Progress;
import dev.groma.api.layoutjob.RoomDetectionSummary;
import dev.groma.api.layoutjob.Runner;
import dev.groma.api.layoutjob.Summary;
import dev.groma.api.reason.Reason;
import dev.groma.api.runner.RunnerContract;
import dev.groma.api.status.JobState.RecordedAnswer;
import dev.groma.api.status.StatusBuilder.JobDescription;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class StatusBuilderTest {

  private static final Instant START = Instant.parse("2026-11-01T10:00:00.400Z");
  private static final Instant END = Instant.parse("2026-11-01T10:00:12.900Z");
  private static final Runner RUNNER = new Runner("a-1", "a-1-x", "node-1", 1);

  private static final Ledger LEDGER = Ledger.fresh(0).started(START);
  private static final JobState QUEUED =
      new JobState.Queued(Reason.Unschedulable, "0/3 nodes fit", RUNNER);
  private static final JobState RUNNING = new JobState.Running(RUNNER);
  private static final JobState PENDING =
      new JobState.Pending(Reason.BackingOff, "attempt 1 failed");
  private static final JobState SUSPENDED = new JobState.Suspended();
  private static final JobState CANCELLED = new JobState.Cancelled(RUNNER, END);
  private static final Summary SUMMARY = new Summary(new RoomDetectionSummary(6, 0.9, 71.5, 0.1));
  private static final List<Artifact> ARTIFACTS =
      List.of(
          new Artifact(
              "rooms.geojson",
              "s3://results/a/rooms.geojson",
              "application/geo+json",
              3,
              "0".repeat(64)));
  private static final JobState SUCCEEDED =
      new JobState.Succeeded(
          RUNNER, END, new RecordedAnswer(SUMMARY, "s3://results/a/", ARTIFACTS, null));
  private static final JobState REUSED =
      new JobState.Succeeded(
          null,
          END,
          new RecordedAnswer(
              SUMMARY, "s3://results/a/", ARTIFACTS, new JobIdentity("twin", "uid-2")));
  private static final JobState FAILED =
      new JobState.Failed(RUNNER, END, Reason.BadData, "walls[3] is open", 65);
  private static final JobState REFUSED =
      new JobState.Failed(null, END, Reason.InputTooLarge, "too large", null);

  static Stream<Arguments> statesAndTheirTrueConditions() {
    return Stream.of(
        Arguments.of(PENDING, Phase.PENDING, "Accepted Reconciling", Reason.BackingOff),
        Arguments.of(QUEUED, Phase.QUEUED, "Accepted Reconciling", Reason.Unschedulable),
        Arguments.of(
            SUSPENDED, Phase.SUSPENDED, "Accepted Suspended Reconciling", Reason.Suspended),
        Arguments.of(CANCELLED, Phase.CANCELLED, "Accepted Stalled", Reason.Cancelled),
        Arguments.of(
            REUSED, Phase.SUCCEEDED, "Accepted Complete ResultRecorded Ready", Reason.Reused),
        Arguments.of(RUNNING, Phase.RUNNING, "Accepted Running Reconciling", Reason.RunnerRunning),
        Arguments.of(
            SUCCEEDED, Phase.SUCCEEDED, "Accepted Complete ResultRecorded Ready", Reason.Completed),
        Arguments.of(FAILED, Phase.FAILED, "Accepted Failed Stalled", Reason.BadData),
        Arguments.of(REFUSED, Phase.FAILED, "Failed Stalled", Reason.InputTooLarge));
  }

  @ParameterizedTest
  @MethodSource("statesAndTheirTrueConditions")
  void every_state_has_its_phase_and_its_true_conditions(
      JobState state, Phase phase, String trueConditions, Reason reason) {
    LayoutJobStatus status = build(state, null, END);

    assertThat(status.phase()).isEqualTo(phase);
    assertThat(status.conditions().stream().filter(c -> c.status().equals("True")))
        .extracting(Condition::type)
        .containsExactly(trueConditions.split(" "));
    assertThat(condition(status, "Ready").reason()).isEqualTo(reason.name());
  }

  @ParameterizedTest
  @MethodSource("statesAndTheirTrueConditions")
  void every_state_sets_every_condition_once_and_for_its_generation(JobState state) {
    LayoutJobStatus status = build(state, null, END);

    assertThat(status.conditions())
        .extracting(Condition::type)
        .containsExactly(Stream.of(ConditionType.values()).map(Enum::name).toArray(String[]::new));
    assertThat(status.conditions()).extracting(Condition::observedGeneration).containsOnly(7L);
    assertThat(status.observedGeneration()).isEqualTo(7);
  }

  @ParameterizedTest
  @MethodSource("statesAndTheirTrueConditions")
  void an_unchanged_state_gives_an_equal_status_at_any_later_time(JobState state) throws Exception {
    LayoutJobStatus first = stored(build(state, null, END));

    LayoutJobStatus later = build(state, first, END.plusSeconds(3600));

    assertThat(later).isEqualTo(first);
  }

  @Test
  void only_a_condition_whose_status_changed_gets_a_new_time() {
    LayoutJobStatus running = build(RUNNING, null, START);

    LayoutJobStatus succeeded = build(SUCCEEDED, running, END);

    assertThat(condition(succeeded, "Accepted").lastTransitionTime())
        .isEqualTo("2026-11-01T10:00:00Z");
    assertThat(condition(succeeded, "Complete").lastTransitionTime())
        .isEqualTo("2026-11-01T10:00:12Z");
  }

  @Test
  void the_status_of_a_new_object_has_no_times_to_keep() {
    Condition whenStored =
        new Condition(
            "Ready",
            "False",
            Reason.WaitingForOperator.name(),
            "waiting",
            "1970-01-01T00:00:00Z",
            0);
    LayoutJobStatus stored =
        RunnerContract.mapper()
            .convertValue(
                Map.of("phase", "Pending", "conditions", List.of(whenStored)),
                LayoutJobStatus.class);

    assertThat(build(RUNNING, stored, END)).isEqualTo(build(RUNNING, null, END));
  }

  @Test
  void an_answer_is_recorded_with_its_times() {
    LayoutJobStatus status = build(SUCCEEDED, null, END);

    assertThat(status.startTime()).isEqualTo("2026-11-01T10:00:00Z");
    assertThat(status.completionTime()).isEqualTo("2026-11-01T10:00:12Z");
    assertThat(status.duration()).isEqualTo("12s");
    assertThat(status.summary().roomDetection().roomsCount()).isEqualTo(6);
    assertThat(status.artifacts()).hasSize(1);
    assertThat(status.failure()).isNull();
    assertThat(status.attempts()).isEqualTo(1);
  }

  @Test
  void a_failure_is_recorded_with_its_reason_and_exit_code() {
    LayoutJobStatus status = build(FAILED, null, END);

    assertThat(status.failure().reason()).isEqualTo("BadData");
    assertThat(status.failure().message()).isEqualTo("walls[3] is open");
    assertThat(status.failure().exitCode()).isEqualTo(65);
    assertThat(status.failure().retryable()).isFalse();
    assertThat(status.summary()).isNull();
  }

  @Test
  void a_job_that_was_never_begun_has_no_attempt_and_no_start() {
    LayoutJobStatus status = build(REFUSED, null, END);

    assertThat(status.attempts()).isZero();
    assertThat(status.startTime()).isNull();
    assertThat(status.duration()).isNull();
    assertThat(status.completionTime()).isEqualTo("2026-11-01T10:00:12Z");
  }

  @ParameterizedTest
  @CsvSource({
    "-5, 0s",
    "0, 0s",
    "1, 1ms",
    "999, 999ms",
    "1000, 1s",
    "59999, 59s",
    "60000, 1m0s",
    "185000, 3m5s",
    "3599999, 59m59s",
    "3600000, 1h0m",
    "9000000, 2h30m"
  })
  void durations_are_short_and_whole(long millis, String text) {
    assertThat(StatusBuilder.duration(Duration.ofMillis(millis))).isEqualTo(text);
  }

  @Test
  void the_ledger_is_kept_in_the_status_and_read_from_it() {
    Ledger ledger =
        Ledger.fresh(0)
            .started(Instant.parse("2026-11-01T10:00:00Z"))
            .ended(new PastAttempt(1, "OutOfMemory", "node-1", null, "2026-11-01T10:00:12Z", 137))
            .next(new AttemptBudget(2, 1, 3), Instant.parse("2026-11-01T10:00:21Z"), "2Gi");

    LayoutJobStatus status = build(PENDING, ledger, null, END);

    assertThat(Ledger.of(status)).isEqualTo(ledger);
    assertThat(status.attempts()).isEqualTo(2);
    assertThat(status.nextAttemptTime()).isEqualTo("2026-11-01T10:00:21Z");
    assertThat(status.memory()).isEqualTo("2Gi");
  }

  @Test
  void only_a_job_that_waits_for_its_time_says_when_it_goes_on() {
    Ledger ledger = LEDGER.next(AttemptBudget.unused(0), END, null);

    assertThat(build(RUNNING, ledger, null, END).nextAttemptTime()).isNull();
  }

  @Test
  void the_newest_ten_attempts_are_kept() {
    Ledger ledger = LEDGER;
    for (int attempt = 1; attempt <= 12; attempt++) {
      ledger =
          ledger.ended(
              new PastAttempt(attempt, "NodeLost", null, null, "2026-11-01T10:00:12Z", null));
    }

    assertThat(ledger.past()).hasSize(10);
    assertThat(ledger.past().getFirst().attempt()).isEqualTo(3);
    assertThat(ledger.past().getLast().attempt()).isEqualTo(12);
  }

  @Test
  void the_start_of_the_first_attempt_stays_the_start_of_the_job() {
    assertThat(LEDGER.started(END)).isEqualTo(LEDGER);
  }

  @Test
  void progress_is_kept_as_it_is_and_is_complete_with_an_answer() {
    Progress half = new Progress(50, "tracing rooms", "2026-11-01T10:00:05Z", 1);
    LayoutJobStatus running = build(RUNNING, null, START).withProgress(half);

    assertThat(build(FAILED, running, END).progress()).isEqualTo(half);
    assertThat(build(SUCCEEDED, running, END).progress().percent()).isEqualTo(100);
    assertThat(build(SUCCEEDED, null, END).progress()).isNull();
  }

  @Test
  void an_answer_of_another_job_names_it() {
    LayoutJobStatus status = build(REUSED, Ledger.fresh(0), null, END);

    assertThat(status.reusedFrom()).isEqualTo(new JobIdentity("twin", "uid-2"));
    assertThat(status.resultLocation()).isEqualTo("s3://results/a/");
    assertThat(status.attempts()).isZero();
  }

  @Test
  void the_number_of_an_attempt_that_was_held_is_not_taken_back() {
    Ledger held = Ledger.fresh(0).next(AttemptBudget.unused(0), null, null);

    assertThat(build(new JobState.Cancelled(null, END), held, null, END).attempts()).isEqualTo(2);
  }

  /** As the API server gives it back. */
  private static LayoutJobStatus stored(LayoutJobStatus status) throws Exception {
    return RunnerContract.mapper()
        .readValue(RunnerContract.canonicalJson(status), LayoutJobStatus.class);
  }

  private static LayoutJobStatus build(
      JobState state, @Nullable LayoutJobStatus previous, Instant now) {
    return build(state, state == REFUSED ? Ledger.fresh(0) : LEDGER, previous, now);
  }

  private static LayoutJobStatus build(
      JobState state, Ledger ledger, @Nullable LayoutJobStatus previous, Instant now) {
    return new StatusBuilder(new JobDescription("roomDetection", 7, "f".repeat(64)), previous, now)
        .build(state, ledger);
  }

  private static Condition condition(LayoutJobStatus status, String type) {
    return status.conditions().stream()
        .filter(condition -> condition.type().equals(type))
        .findFirst()
        .orElseThrow();
  }
}
