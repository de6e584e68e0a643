package dev.groma.operator.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.layoutjob.LayoutJobStatus;
import dev.groma.api.layoutjob.Phase;
import dev.groma.api.layoutjob.Progress;
import dev.groma.api.runner.ProgressReceipt;
import dev.groma.cluster.ControlPlane;
import dev.groma.cluster.audit.AuditLog;
import dev.groma.cluster.junit.ClusterTest;
import dev.groma.cluster.junit.TestNamespace;
import dev.groma.operator.report.ReportClient.Reply;
import dev.groma.operator.report.admission.AttemptObjects;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How far a runner is, in the status of its job. */
@ClusterTest
class ProgressReportTest {

  private ReportFixture fixture;
  private LayoutJob job;
  private Pod pod;
  private String token;

  @BeforeEach
  void prepare(ControlPlane cluster, TestNamespace namespace) {
    fixture = new ReportFixture(cluster, namespace.name());
    job = fixture.attempts.layoutJob("flat");
    pod = fixture.attempts.start(job, 1);
    token = fixture.attempts.token(pod);
  }

  @AfterEach
  void stop() throws Exception {
    fixture.close();
  }

  @Test
  void progress_stands_in_the_status_and_leaves_the_rest_of_it_alone() {
    fixture.attempts.record(job, "Running", 1);
    Instant before = fixture.clock.instant();

    Reply reply = fixture.replica().progress(job, 1, token, 42);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.read(ProgressReceipt.class).recorded()).isTrue();
    LayoutJobStatus status = status();
    assertThat(status.phase()).isEqualTo(Phase.RUNNING);
    Progress progress = Objects.requireNonNull(status.progress());
    assertThat(progress)
        .returns(42, Progress::percent)
        .returns("tracing walls", Progress::stage)
        .returns(1, Progress::attempt);
    assertThat(Instant.parse(progress.updatedAt()))
        .isBetween(before.minusMillis(1), fixture.clock.instant());
  }

  @Test
  void the_field_belongs_to_a_writer_of_its_own() {
    fixture.replica().progress(job, 1, token, 42);

    assertThat(fixture.attempts.get("flat").getMetadata().getManagedFields())
        .anySatisfy(entry -> {
          assertThat(entry.getManager()).isEqualTo("groma-report");
          assertThat(entry.getSubresource()).isEqualTo("status");
          assertThat(entry.getFieldsV1().getAdditionalProperties().toString())
              .contains("f:progress")
              .doesNotContain("f:phase");
        });
  }

  @Test
  void a_job_gets_one_write_in_five_seconds() {
    ReportClient runner = fixture.replica();
    AuditLog.Mark mark = fixture.cluster.auditLog().mark();

    Reply first = runner.progress(job, 1, token, 1);
    Reply soon = runner.progress(job, 1, token, 2);
    fixture.clock.pass(Duration.ofSeconds(6));
    Reply later = runner.progress(job, 1, token, 3);

    assertThat(recorded(first)).isTrue();
    assertThat(recorded(soon)).isFalse();
    assertThat(recorded(later)).isTrue();
    assertThat(percent()).isEqualTo(3);
    assertThat(fixture.requests().since(mark).writes().on("layoutjobs/status").count())
        .isEqualTo(2);
    assertThat(fixture.count("progress", "dropped")).isEqualTo(1);
  }

  @Test
  void of_many_reports_to_two_replicas_at_once_one_is_written() {
    ReportClient one = fixture.replica();
    ReportClient two = fixture.replica();

    long recorded =
        IntStream.range(0, 20)
            .parallel()
            .mapToObj(i -> (i % 2 == 0 ? one : two).progress(job, 1, token, i))
            .filter(ProgressReportTest::recorded)
            .count();

    assertThat(recorded).isEqualTo(1);
  }

  @Test
  void a_change_that_was_not_seen_yet_is_not_overwritten() {
    AttemptObjects stale = remembering(fixture.attempts.get("flat"));
    ReportClient runner = fixture.replica(stale, 1);
    fixture.attempts.record(job, "Running", 1);

    Reply reply = runner.progress(job, 1, token, 42);

    assertThat(recorded(reply)).isFalse();
    assertThat(status().progress()).isNull();
  }

  @Test
  void the_progress_of_the_next_attempt_says_so() {
    ReportClient runner = fixture.replica();
    runner.progress(job, 1, token, 90);
    fixture.attempts.record(job, "Running", 2);
    String second = fixture.attempts.token(fixture.attempts.start(job, 2));
    fixture.clock.pass(Duration.ofSeconds(6));

    runner.progress(job, 2, second, 5);

    assertThat(status().progress()).returns(5, Progress::percent).returns(2, Progress::attempt);
  }

  @Test
  void a_time_that_a_person_put_there_does_not_stop_it() {
    ReportClient runner = fixture.replica();
    fixture
        .cluster
        .client()
        .resources(LayoutJob.class)
        .inNamespace(fixture.namespace)
        .withName("flat")
        .subresource("status")
        .patch(
            io.fabric8.kubernetes.client.dsl.base.PatchContext.of(
                io.fabric8.kubernetes.client.dsl.base.PatchType.JSON_MERGE),
            "{\"status\":{\"progress\":{\"percent\":1,\"stage\":\"x\",\"attempt\":1,\"updatedAt\":\"soon\"}}}");

    assertThat(recorded(runner.progress(job, 1, token, 42))).isTrue();
  }

  private static boolean recorded(Reply reply) {
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    return reply.read(ProgressReceipt.class).recorded();
  }

  private LayoutJobStatus status() {
    return Objects.requireNonNull(fixture.attempts.get("flat").getStatus());
  }

  private int percent() {
    return Objects.requireNonNull(status().progress()).percent();
  }

  /** Caches that lag behind with the LayoutJob. */
  private AttemptObjects remembering(LayoutJob old) {
    AttemptObjects live = fixture.live();
    return new AttemptObjects() {
      @Override
      public Optional<Pod> pod(String namespace, String name) {
        return live.pod(namespace, name);
      }

      @Override
      public Optional<Job> job(String namespace, String name) {
        return live.job(namespace, name);
      }

      @Override
      public Optional<LayoutJob> layoutJob(String namespace, String name) {
        return Optional.of(old);
      }
    };
  }
}
