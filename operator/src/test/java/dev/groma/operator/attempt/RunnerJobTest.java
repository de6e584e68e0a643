package dev.groma.operator.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RunnerJobTest {

  @Test
  void a_job_without_a_status_is_open() {
    assertThat(RunnerJob.of(job("")))
        .isEqualTo(
            new RunnerJob("flat-1", "u", Instant.parse("2026-11-22T12:00:00Z"), false, null, null));
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
