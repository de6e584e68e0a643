package dev.groma.operator.report;

import static dev.groma.operator.report.ReportClient.artifact;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.cluster.ControlPlane;
import dev.groma.cluster.audit.AuditLog;
import dev.groma.cluster.await.Await;
import dev.groma.cluster.junit.ClusterTest;
import dev.groma.cluster.junit.TestNamespace;
import dev.groma.operator.report.admission.CachedObjects;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.javaoperatorsdk.operator.Operator;
import io.javaoperatorsdk.operator.api.config.LeaderElectionConfigurationBuilder;
import io.javaoperatorsdk.operator.api.config.informer.InformerEventSourceConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reports that are answered from the caches of a reconciler. */
@ClusterTest
class CachedObjectsTest {

  private ReportFixture fixture;
  private KubernetesClient admin;
  private Operator operator;
  private CachedObjects cached;

  @BeforeEach
  void prepare(ControlPlane cluster, TestNamespace namespace) {
    fixture = new ReportFixture(cluster, namespace.name());
    admin = cluster.client();
    operator = operator(false);
    cached = new CachedObjects(() -> operator);
  }

  private Operator operator(boolean leaderElection) {
    Operator created =
        new Operator(overrider -> {
          overrider
              .withKubernetesClient(admin)
              .withCloseClientOnStop(false)
              .checkingCRDAndValidateLocalModel(false);
          if (leaderElection) {
            overrider.withLeaderElectionConfiguration(
                LeaderElectionConfigurationBuilder.aLeaderElectionConfiguration("groma")
                    .withLeaseNamespace(fixture.namespace)
                    .buildForTest(false));
          }
        });
    created.register(new Idle(), overrider -> overrider.settingNamespace(fixture.namespace));
    return created;
  }

  @AfterEach
  void stop() throws Exception {
    operator.stop();
    fixture.close();
  }

  @Test
  void nothing_is_asked_of_the_api_server_that_the_caches_hold() {
    operator.start();
    LayoutJob job = fixture.attempts.layoutJob("flat");
    Pod pod = fixture.attempts.start(job, 1);
    awaitCached(job, pod);
    ReportClient runner = fixture.replica(cached, 1);
    String token = fixture.attempts.token(pod);
    AuditLog.Mark mark = fixture.cluster.auditLog().mark();

    assertThat(runner.progress(job, 1, token, 42).status()).isEqualTo(200);
    assertThat(runner.artifacts(job, 1, token, artifact("a", "a")).status()).isEqualTo(201);

    assertThat(fixture.requests().since(mark).verbs("get", "list", "watch").count()).isZero();
    assertThat(fixture.requests().since(mark).writes().counts())
        .hasSize(3)
        .allSatisfy((what, times) -> assertThat(times).isEqualTo(1));
  }

  @Test
  void before_the_caches_are_filled_the_api_server_is_asked() {
    LayoutJob job = fixture.attempts.layoutJob("flat");
    Pod pod = fixture.attempts.start(job, 1);
    ReportClient runner = fixture.replica(cached, 1);

    assertThat(runner.progress(job, 1, fixture.attempts.token(pod), 42).status()).isEqualTo(200);
  }

  @Test
  void a_replica_that_does_not_lead_has_caches_too() {
    Operator leader = operator(true);
    leader.start();
    try {
      operator = operator(true);
      operator.start();
      LayoutJob job = fixture.attempts.layoutJob("flat");
      Pod pod = fixture.attempts.start(job, 1);

      awaitCached(job, pod);
    } finally {
      leader.stop();
    }
  }

  private void awaitCached(LayoutJob job, Pod pod) {
    String jobName = pod.getMetadata().getOwnerReferences().getFirst().getName();
    Await.until(
        "the caches to be filled",
        () ->
            cached.layoutJob(fixture.namespace, job.getMetadata().getName()).isPresent()
                && cached.pod(fixture.namespace, pod.getMetadata().getName()).isPresent()
                && cached.job(fixture.namespace, jobName).isPresent());
  }

  /** Has the event sources of the operator and does nothing. */
  @ControllerConfiguration
  private static final class Idle implements Reconciler<LayoutJob> {

    @Override
    public List<EventSource<?, LayoutJob>> prepareEventSources(
        EventSourceContext<LayoutJob> context) {
      return List.of(source(Job.class, context), source(Pod.class, context));
    }

    private static <T extends HasMetadata> EventSource<T, LayoutJob> source(
        Class<T> type, EventSourceContext<LayoutJob> context) {
      return new InformerEventSource<>(
          InformerEventSourceConfiguration.from(type, LayoutJob.class)
              .withName(type.getSimpleName())
              .withLabelSelector("groma.dev/layoutjob-uid")
              .withSecondaryToPrimaryMapper(object -> Set.of())
              .build(),
          context);
    }

    @Override
    public UpdateControl<LayoutJob> reconcile(LayoutJob job, Context<LayoutJob> context) {
      return UpdateControl.noUpdate();
    }
  }
}
