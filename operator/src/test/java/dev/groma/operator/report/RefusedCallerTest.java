package dev.groma.operator.report;

import static dev.groma.operator.report.ReportClient.artifact;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.reason.Reason;
import dev.groma.cluster.ControlPlane;
import dev.groma.cluster.await.Await;
import dev.groma.cluster.junit.ClusterTest;
import dev.groma.cluster.junit.TestNamespace;
import dev.groma.operator.report.ReportClient.Reply;
import dev.groma.operator.report.admission.AttemptObjects;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Callers that are not let in; each refusal says why, and nothing is written. */
@ClusterTest
class RefusedCallerTest {

  private ReportFixture fixture;
  private LayoutJob job;
  private Pod pod;
  private ReportClient runner;

  @BeforeEach
  void prepare(ControlPlane cluster, TestNamespace namespace) {
    fixture = new ReportFixture(cluster, namespace.name());
    job = fixture.attempts.layoutJob("flat");
    pod = fixture.attempts.start(job, 1);
    runner = fixture.replica();
  }

  @AfterEach
  void stop() throws Exception {
    assertThat(
            fixture
                .cluster
                .client()
                .configMaps()
                .inNamespace(fixture.namespace)
                .withLabel("groma.dev/layoutjob-uid")
                .list()
                .getItems())
        .isEmpty();
    fixture.close();
  }

  @Test
  void without_a_token() {
    Reply reply = report(job, 1, null);

    assertThat(reply.refusal()).isEqualTo("401 TokenMissing");
    assertThat(reply.response().headers().firstValue("WWW-Authenticate")).contains("Bearer");
    assertThat(reply.response().headers().firstValue("Content-Type"))
        .contains("application/problem+json");
    assertThat(reply.problem().reason()).isEqualTo(Reason.RunnerProtocolError);
  }

  @ParameterizedTest
  @ValueSource(strings = {"garbage", "a.b.c", "..", "e30.e30.e30", "e30.bnVsbA.x"})
  void with_a_token_that_is_none(String token) {
    assertThat(report(job, 1, token).refusal()).isEqualTo("401 TokenInvalid");
  }

  @Test
  void with_a_token_that_somebody_else_signed() {
    String token = fixture.attempts.token(pod);
    String forged = token.substring(0, token.lastIndexOf('.') + 1) + "AAAA";

    assertThat(report(job, 1, forged).refusal()).isEqualTo("401 TokenInvalid");
  }

  @Test
  void with_a_token_for_another_audience() {
    Reply reply = report(job, 1, fixture.attempts.token(pod, "vault"));

    assertThat(reply.refusal()).isEqualTo("401 WrongAudience");
    assertThat(reply.problem().detail()).contains("vault", "groma-report");
  }

  @Test
  void with_a_token_that_has_expired_also_when_it_is_remembered() {
    String token = fixture.attempts.token(pod);
    assertThat(runner.progress(job, 1, token, 1).status()).isEqualTo(200);
    fixture.clock.pass(Duration.ofHours(2));

    assertThat(report(job, 1, token).refusal()).isEqualTo("401 TokenExpired");
  }

  @Test
  void with_a_token_of_no_pod() {
    Reply reply = report(job, 1, fixture.attempts.unboundToken());

    assertThat(reply.refusal()).isEqualTo("403 WrongPod");
    assertThat(reply.problem().detail()).contains("not bound to a Pod");
  }

  @Test
  void from_another_namespace(TestNamespace other) {
    Attempts foreign = new Attempts(fixture.cluster.client(), other.name());
    Pod stranger = foreign.strayPod("stranger", Attempts.labels(job, 1));

    assertThat(report(job, 1, foreign.token(stranger)).refusal()).isEqualTo("403 WrongNamespace");
  }

  @Test
  void from_the_pod_of_another_job() {
    LayoutJob other = fixture.attempts.layoutJob("other");
    Pod stranger = fixture.attempts.start(other, 1);

    assertThat(report(job, 1, fixture.attempts.token(stranger)).refusal())
        .isEqualTo("403 WrongPod");
  }

  @Test
  void from_a_pod_that_only_has_the_labels() {
    Pod stranger = fixture.attempts.strayPod("stranger", Attempts.labels(job, 1));

    Reply reply = report(job, 1, fixture.attempts.token(stranger));

    assertThat(reply.refusal()).isEqualTo("403 WrongPod");
    assertThat(reply.problem().detail()).contains("stranger", "belongs to no Job");
  }

  @Test
  void from_a_pod_without_labels() {
    Pod stranger = fixture.attempts.strayPod("stranger", Map.of());

    assertThat(report(job, 1, fixture.attempts.token(stranger)).refusal())
        .isEqualTo("403 WrongPod");
  }

  @Test
  void from_a_pod_that_is_gone() {
    String token = fixture.attempts.token(pod);
    assertThat(runner.progress(job, 1, token, 1).status()).isEqualTo(200);
    fixture.cluster.client().resource(pod).withGracePeriod(0).delete();
    Await.until("the Pod to be gone", () -> fixture.cluster.client().resource(pod).get() == null);

    assertThat(report(job, 1, token).refusal()).isEqualTo("403 WrongPod");
  }

  @Test
  void for_another_attempt_than_its_own() {
    fixture.attempts.record(job, "Running", 2);

    assertThat(report(job, 2, fixture.attempts.token(pod)).refusal()).isEqualTo("403 WrongPod");
  }

  @Test
  void for_an_attempt_that_is_not_the_current_one() {
    fixture.attempts.record(job, "Running", 2);

    Reply reply = report(job, 1, fixture.attempts.token(pod));

    assertThat(reply.refusal()).isEqualTo("409 OldAttempt");
    assertThat(reply.problem().reason()).isEqualTo(Reason.Stopped);
  }

  @Test
  void for_an_attempt_that_has_not_begun() {
    Pod early = fixture.attempts.start(job, 2);

    assertThat(report(job, 2, fixture.attempts.token(early)).refusal()).isEqualTo("409 OldAttempt");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Succeeded", "Failed", "Cancelled"})
  void for_a_job_that_is_over(String phase) {
    fixture.attempts.record(job, phase, 1);

    assertThat(report(job, 1, fixture.attempts.token(pod)).refusal()).isEqualTo("410 JobOver");
    assertThat(runner.progress(job, 1, fixture.attempts.token(pod), 99).refusal())
        .isEqualTo("410 JobOver");
  }

  @Test
  void for_a_successor_of_the_same_name() {
    String token = fixture.attempts.token(pod);
    AttemptObjects without = emptyCaches();
    ReportClient blind = fixture.replica(without, 1);
    fixture
        .cluster
        .client()
        .resource(job)
        .withPropagationPolicy(io.fabric8.kubernetes.api.model.DeletionPropagation.ORPHAN)
        .delete();
    Await.until(
        "the LayoutJob to be gone", () -> fixture.cluster.client().resource(job).get() == null);
    fixture.attempts.layoutJob("flat");

    // Orphaned by the deletion, its Job has no owner any more, or it has one of another UID.
    assertThat(report(job, 1, token).status()).isIn(403, 410);
    assertThat(blind.artifacts(job, 1, token, artifact("a", "a")).status()).isIn(403, 410);
  }

  @Test
  void nobody_is_refused_because_a_cache_lags_behind() {
    ReportClient lagging = fixture.replica(emptyCaches(), 1);

    assertThat(lagging.progress(job, 1, fixture.attempts.token(pod), 1).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/v1/attempts",
        "/v1/attempts/a/b/c/0/progress",
        "/v1/attempts/a/b/c/1/other",
        "/v1/attempts/a/../c/1/progress"
      })
  void under_a_path_that_means_nothing(String path) {
    assertThat(runner.post(path, fixture.attempts.token(pod), "{}").refusal())
        .isEqualTo("404 NotFound");
  }

  private Reply report(LayoutJob named, int attempt, @Nullable String token) {
    return runner.post(
        ReportClient.path(named, attempt, "artifacts"),
        token,
        dev.groma.api.runner.RunnerContract.canonicalJson(
            dev.groma.api.runner.ArtifactReport.of(java.util.List.of(artifact("a", "a")))));
  }

  private static AttemptObjects emptyCaches() {
    return new AttemptObjects() {
      @Override
      public Optional<Pod> pod(String namespace, String name) {
        return Optional.empty();
      }

      @Override
      public Optional<Job> job(String namespace, String name) {
        return Optional.empty();
      }

      @Override
      public Optional<LayoutJob> layoutJob(String namespace, String name) {
        return Optional.empty();
      }
    };
  }
}
