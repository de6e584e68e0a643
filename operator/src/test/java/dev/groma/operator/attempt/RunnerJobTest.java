package dev.groma.operator.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.operator.attempt.RunnerJob.Counted;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunnerJobTest {

  private static final Instant CREATED = Instant.parse("2026-11-22T12:00:00Z");
  private static final Instant CHANGED = Instant.parse("2026-11-22T12:00:05Z");

  @Test
  void a_job_without_a_status_is_open() {
    assertThat(RunnerJob.of(job("")))
        .isEqualTo(new RunnerJob("flat-1", "u", CREATED, false, CREATED, Counted.NONE, null, null));
  }

  @Test
  void a_job_waits_from_its_creation_or_from_when_kueue_last_held_it_or_let_it_go() {
    assertThat(waitsSince(false, "startTime: \"2026-11-22T12:00:02Z\"")).isEqualTo(CREATED);
    assertThat(waitsSince(true, "ready: 0")).isEqualTo(CREATED);
    assertThat(waitsSince(true, suspended("True"))).isEqualTo(CHANGED);
    assertThat(waitsSince(false, suspended("False"))).isEqualTo(CHANGED);
  }

  @Test
  void until_the_job_controller_says_when_that_is_nobody_knows() {
    assertThat(waitsSince(true, "startTime: \"2026-11-22T12:00:02Z\"")).isNull();
    assertThat(waitsSince(true, suspended("False"))).isNull();
    assertThat(waitsSince(false, suspended("True"))).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          active: 0                                                | NONE
          active: 1                                                | ACTIVE
          failed: 1                                                | OVER
          {active: 0, succeeded: 1}                                | OVER
          {active: 1, uncountedTerminatedPods: {failed: [pod-1]}}    | OVER
          {active: 1, uncountedTerminatedPods: {succeeded: [pod-1]}} | OVER
          {active: 1, uncountedTerminatedPods: {failed: []}}         | ACTIVE
          """)
  void a_pod_is_counted_before_it_goes(String status, Counted counted) {
    String member = status.startsWith("{") ? status : "{" + status + "}";

    assertThat(RunnerJob.of(job("status: " + member)).counted()).isEqualTo(counted);
  }

  private static @Nullable Instant waitsSince(boolean held, String status) {
    return RunnerJob.of(job("spec: {suspend: %s}%nstatus: {%s}".formatted(held, status)))
        .waitsSince();
  }

  private static String suspended(String status) {
    return "conditions: [{type: Suspended, status: \"%s\", lastTransitionTime: \"%s\"}]"
        .formatted(status, CHANGED);
  }

  @Test
  void a_job_that_is_about_to_fail_is_open() {
    assertThat(RunnerJob.of(job(condition("FailureTarget", "True"))).end()).isNull();
    assertThat(RunnerJob.of(job(condition("SuccessCriteriaMet", "True"))).end()).isNull();
    assertThat(RunnerJob.of(job(condition("Failed", "False"))).end()).isNull();
  }

  @Test
  void a_failed_job_is_over_in_the_controllers_words() {
    assertThat(RunnerJob.of(job(condition("Failed", "True"))).end())
        .isEqualTo(
            new RunnerJob.End(
                false,
                Instant.parse("2026-11-22T12:00:05Z"),
                "BackoffLimitExceeded: one Pod failed"));
  }

  @Test
  void a_complete_job_is_over() {
    assertThat(RunnerJob.of(job(condition("Complete", "True"))).end())
        .isNotNull()
        .returns(true, RunnerJob.End::complete);
  }

  @Test
  void a_job_that_kueue_holds_is_suspended() {
    assertThat(RunnerJob.of(job("spec: {suspend: true}")).suspended()).isTrue();
    assertThat(RunnerJob.of(job("spec: {suspend: false}")).suspended()).isFalse();
  }

  @Test
  void a_job_that_is_being_deleted_says_since_when() {
    Job job = job("");
    job.getMetadata().setDeletionTimestamp("2026-11-22T12:00:09Z");

    assertThat(RunnerJob.of(job).deletedAt()).isEqualTo(Instant.parse("2026-11-22T12:00:09Z"));
  }

  private static String condition(String type, String status) {
    return """
    status:
      conditions:
      - type: %s
        status: "%s"
        reason: BackoffLimitExceeded
        message: one Pod failed
        lastTransitionTime: "2026-11-22T12:00:05Z"
    """
        .formatted(type, status);
  }

  private static Job job(String status) {
    String spec = status.startsWith("spec") ? "" : "spec: {}\n";
    return Serialization.unmarshal(
        """
        apiVersion: batch/v1
        kind: Job
        metadata: {name: flat-1, uid: u, creationTimestamp: "2026-11-22T12:00:00Z"}
        """
            + spec
            + status,
        Job.class);
  }
}
