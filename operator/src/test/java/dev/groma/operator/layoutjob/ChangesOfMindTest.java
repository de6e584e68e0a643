package dev.groma.operator.layoutjob;

import static dev.groma.cluster.scripted.Steps.exit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.api.layoutjob.AttemptBudget;
import dev.groma.api.layoutjob.JobIdentity;
import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.layoutjob.LayoutJobStatus;
import dev.groma.api.layoutjob.Phase;
import dev.groma.api.layoutjob.Progress;
import dev.groma.api.runner.ProgressReport;
import dev.groma.cluster.ControlPlane;
import dev.groma.cluster.await.Await;
import dev.groma.cluster.junit.ClusterTest;
import dev.groma.cluster.junit.TestNamespace;
import dev.groma.operator.LayoutJobs;
import dev.groma.operator.report.progress.ProgressWriter;
import dev.groma.operator.telemetry.OperatorMetrics;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Suspend, resume, cancel, retry, time to live and reuse, on a real API server. */
@ClusterTest
class ChangesOfMindTest {

  private OperatorFixture operator;
  private LayoutJobs jobs;

  @BeforeEach
  void start(ControlPlane cluster, TestNamespace namespace) {
    operator = OperatorFixture.start(cluster, namespace.name());
    jobs = operator.jobs;
  }

  @AfterEach
  void stop() {
    operator.close();
  }

  @Test
  void a_job_that_is_suspended_loses_its_pod_and_goes_on_with_the_next_number() {
    LayoutJob job = jobs.create("flat");
    jobs.await("flat", Phase.RUNNING);

    jobs.patch("flat", "{\"suspend\": true}");
    LayoutJobStatus suspended = jobs.await("flat", Phase.SUSPENDED);
    Await.until("its Job to be gone", () -> jobs.jobs(job).isEmpty());
    assertThat(jobs.pods(job)).isEmpty();

    jobs.patch("flat", "{\"suspend\": false}");
    LayoutJobStatus again = jobs.await("flat", Phase.RUNNING);
    operator.succeed(job, 2);
    jobs.await("flat", Phase.SUCCEEDED);

    assertThat(LayoutJobs.condition(suspended, "Suspended").status()).isEqualTo("True");
    assertThat(again.attempts()).isEqualTo(2);
    assertThat(again.budget()).isEqualTo(AttemptBudget.unused(0));
    assertThat(jobs.events(job))
        .extracting(Event::getReason)
        .containsExactlyInAnyOrder("Suspended", "Resumed");
  }

  @Test
  void a_job_that_is_stored_suspended_has_no_job_until_it_is_resumed() {
    LayoutJob job = jobs.create("flat", LayoutJobs.spec("suspend: true"));
    jobs.await("flat", Phase.SUSPENDED);
    assertThat(jobs.jobs(job)).isEmpty();

    jobs.patch("flat", "{\"suspend\": false}");

    assertThat(jobs.await("flat", Phase.RUNNING).attempts()).isEqualTo(1);
  }

  @Test
  void a_job_that_is_cancelled_ends_so_and_its_pod_is_stopped() {
    LayoutJob job = jobs.create("flat");
    LayoutJobStatus running = jobs.await("flat", Phase.RUNNING);

    jobs.patch("flat", "{\"cancel\": true}");
    LayoutJobStatus cancelled = jobs.await("flat", Phase.CANCELLED);
    Await.until("its Job to be gone", () -> jobs.jobs(job).isEmpty());

    assertThat(jobs.pods(job)).isEmpty();
    assertThat(cancelled.runner()).isEqualTo(running.runner());
    assertThat(LayoutJobs.condition(cancelled, "Stalled").reason()).isEqualTo("Cancelled");
    assertThat(LayoutJobs.condition(cancelled, "Failed").status()).isEqualTo("False");
    assertThat(jobs.get("flat").getStatus()).as("the record is kept").isEqualTo(cancelled);
    assertThat(jobs.awaitEvents(job))
        .singleElement()
        .returns("Cancelled", Event::getReason)
        .returns("Normal", Event::getType);
  }

  @Test
  void a_job_that_failed_runs_again_when_retry_is_raised() {
    LayoutJob job = jobs.create("flat");
    jobs.await("flat", Phase.RUNNING);
    operator.tell(job, 1, exit(65, ""));
    jobs.await("flat", Phase.FAILED);

    jobs.patch("flat", "{\"retry\": 1}");
    jobs.await("flat", Phase.RUNNING);
    operator.succeed(job, 2);
    LayoutJobStatus status = jobs.await("flat", Phase.SUCCEEDED);

    assertThat(status.budget()).isEqualTo(AttemptBudget.unused(1));
    assertThat(status.failure()).isNull();
    assertThat(jobs.jobs(job)).hasSize(2);
    assertThat(jobs.events(job))
        .extracting(Event::getReason)
        .containsExactlyInAnyOrder("BadData", "RetryRequested");
  }

  @Test
  void a_job_that_is_over_says_that_it_has_seen_a_change_and_goes_when_its_time_has_come() {
    LayoutJob job = jobs.create("flat");
    jobs.await("flat", Phase.RUNNING);
    tellProgress("flat");
    operator.succeed(job, 1);
    LayoutJobStatus end = jobs.await("flat", Phase.SUCCEEDED);

    jobs.patch("flat", "{\"ttlSecondsAfterFinished\": 31536000}");
    LayoutJobStatus seen =
        jobs.await("flat", status -> Objects.equals(status.observedGeneration(), 2L));
    jobs.patch("flat", "{\"ttlSecondsAfterFinished\": 0}");
    Await.until("the LayoutJob to be gone", () -> jobs.all().isEmpty());

    assertThat(seen.phase()).isEqualTo(Phase.SUCCEEDED);
    assertThat(seen.summary()).isEqualTo(end.summary());
    assertThat(seen.progress())
        .isEqualTo(end.progress())
        .isNotNull()
        .returns(100, Progress::percent);
    Await.until("all that it owned to be gone", () -> jobs.jobs(job).isEmpty());
  }

  @Test
  void a_job_with_the_same_input_takes_the_answer_that_is_there() {
    LayoutJob first = jobs.create("first", LayoutJobs.spec("reuse: {policy: IfSameInput}"));
    jobs.await("first", Phase.RUNNING);
    operator.succeed(first, 1);
    LayoutJobStatus answered = jobs.await("first", Phase.SUCCEEDED);

    LayoutJob second = jobs.create("second", LayoutJobs.spec("reuse: {policy: IfSameInput}"));
    LayoutJobStatus status = jobs.await("second", Phase.SUCCEEDED);

    assertThat(status.reusedFrom())
        .isEqualTo(new JobIdentity("first", first.getMetadata().getUid()));
    assertThat(status.summary()).isEqualTo(answered.summary());
    assertThat(status.artifacts()).isEqualTo(answered.artifacts());
    assertThat(LayoutJobs.condition(status, "Complete"))
        .returns("Reused", condition -> condition.reason())
        .extracting(condition -> condition.message())
        .asString()
        .contains("first");
    assertThat(jobs.jobs(second)).isEmpty();
  }

  /** As the report endpoint does. */
  private void tellProgress(String name) {
    ProgressWriter endpoint =
        new ProgressWriter(
            operator.cluster.client(), new OperatorMetrics(new SimpleMeterRegistry()));
    assertThat(
            endpoint.write(
                jobs.get(name), 1, ProgressReport.of(60, "tracing walls"), Instant.now()))
        .isTrue();
  }
}
