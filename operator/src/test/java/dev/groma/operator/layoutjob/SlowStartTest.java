package dev.groma.operator.layoutjob;

import static dev.groma.cluster.scripted.PodMatchers.any;
import static dev.groma.cluster.scripted.Steps.neverStart;
import static dev.groma.cluster.scripted.Steps.run;
import static dev.groma.cluster.scripted.Steps.unschedulable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.api.layoutjob.Condition;
import dev.groma.api.layoutjob.Failure;
import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.layoutjob.LayoutJobStatus;
import dev.groma.api.layoutjob.Phase;
import dev.groma.api.layoutjob.Runner;
import dev.groma.cluster.ControlPlane;
import dev.groma.cluster.audit.AuditLog;
import dev.groma.cluster.await.Await;
import dev.groma.cluster.junit.ClusterTest;
import dev.groma.cluster.junit.TestNamespace;
import dev.groma.operator.LayoutJobs;
import dev.groma.operator.life.Timing;
import io.fabric8.kubernetes.api.model.MicroTime;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import io.fabric8.kubernetes.api.model.events.v1.EventBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Jobs whose runner does not start by itself, with an operator that soon looks closer. */
@ClusterTest
class SlowStartTest {

  private OperatorFixture operator;
  private LayoutJobs jobs;

  @BeforeEach
  void prepare(ControlPlane cluster, TestNamespace namespace) {
    operator = new OperatorFixture(cluster, namespace.name());
    operator.timing =
        new Timing(
            Duration.ofMillis(1), Duration.ofMillis(200), Duration.ofMinutes(5), Duration.ZERO);
    jobs = operator.jobs;
  }

  @AfterEach
  void stop() {
    operator.close();
  }

  @Test
  void a_pod_whose_volume_cannot_be_mounted_is_queued_in_the_kubelets_words() {
    operator.pods.otherwise().then(neverStart());
    operator.startOperator();
    LayoutJob job = jobs.create("flat", LayoutJobs.configMap("plans", "flat.json"));
    jobs.await("flat", status -> status.runner() != null && status.runner().podName() != null);
    complain(jobs.pods(job).getFirst());

    LayoutJobStatus queued =
        jobs.await("flat", status -> reason(status).equals("ContainerNotStarting"));

    assertThat(queued.phase()).isEqualTo(Phase.QUEUED);
    assertThat(LayoutJobs.condition(queued, "Running").message())
        .isEqualTo("FailedMount: configmap \"plans\" not found");
  }

  @Test
  void a_pod_of_which_nobody_complains_is_queued_once_and_then_runs() {
    operator.pods.otherwise().then(neverStart());
    operator.startOperator();
    LayoutJob job = jobs.create("flat");
    LayoutJobStatus queued =
        jobs.await("flat", status -> status.runner() != null && status.runner().node() != null);
    AuditLog.Mark mark = operator.cluster.auditLog().mark();
    Await.until(
        "more closer looks",
        () -> operator.requests().since(mark).on("pods").verbs("list").count() > 3);

    assertThat(operator.requests().since(mark).writes().counts()).isEmpty();
    assertThat(reason(queued)).isEqualTo("PodPending");
    operator.pods.now(any()).then(run());
    operator.succeed(job, 1);
    jobs.await("flat", Phase.SUCCEEDED);
  }

  @Test
  void a_job_without_a_pod_is_queued_in_the_job_controllers_words() {
    quota("pods");
    operator.startOperator();
    LayoutJob job = jobs.create("flat");

    LayoutJobStatus queued =
        jobs.await("flat", status -> message(status).contains("exceeded quota"));

    assertThat(queued.phase()).isEqualTo(Phase.QUEUED);
    assertThat(reason(queued)).isEqualTo("QuotaExceeded");
    assertThat(queued.runner())
        .returns(jobs.jobs(job).getFirst().getMetadata().getName(), Runner::jobName);
  }

  @Test
  void a_job_that_a_quota_holds_back_waits_and_runs_when_there_is_room() {
    ResourceQuota quota = quota("count/jobs.batch");
    operator.startOperator();
    LayoutJob job = jobs.create("flat");
    LayoutJobStatus queued = jobs.await("flat", Phase.QUEUED);

    operator.cluster.client().resource(quota).delete();
    jobs.await("flat", Phase.RUNNING);

    assertThat(reason(queued)).isEqualTo("QuotaExceeded");
    assertThat(message(queued)).contains("exceeded quota");
    assertThat(jobs.jobs(job)).hasSize(1);
  }

  @Test
  void a_pod_that_does_not_start_in_time_is_stopped_and_the_job_fails_with_what_it_waited_for() {
    operator.pods.otherwise().then(unschedulable());
    operator.startOperator();
    LayoutJob job =
        jobs.create(
            "flat", LayoutJobs.spec("execution: {startDeadlineSeconds: 1, maxAttempts: 1}"));

    Failure failure = Objects.requireNonNull(jobs.await("flat", Phase.FAILED).failure());

    assertThat(failure.reason()).isEqualTo("Unschedulable");
    assertThat(failure.message()).contains("within 1 s", "Insufficient memory");
    Await.until("its Job to be stopped", () -> jobs.jobs(job).isEmpty());
  }

  private ResourceQuota quota(String resource) {
    return operator
        .cluster
        .client()
        .resource(
            new ResourceQuotaBuilder()
                .withNewMetadata()
                .withName("none")
                .withNamespace(operator.namespace)
                .endMetadata()
                .withNewSpec()
                .addToHard(resource, Quantity.parse("0"))
                .endSpec()
                .build())
        .create();
  }

  /** As a kubelet does when a volume's ConfigMap is missing; it says so nowhere else. */
  private void complain(Pod pod) {
    operator
        .cluster
        .client()
        .resource(
            new EventBuilder()
                .withNewMetadata()
                .withName(pod.getMetadata().getName() + ".mount")
                .withNamespace(operator.namespace)
                .endMetadata()
                .withEventTime(new MicroTime("2026-11-22T12:00:00.000000Z"))
                .withReportingController("kubelet")
                .withReportingInstance("node-1")
                .withAction("Mount")
                .withReason("FailedMount")
                .withType("Warning")
                .withNote("configmap \"plans\" not found")
                .withNewRegarding()
                .withApiVersion("v1")
                .withKind("Pod")
                .withNamespace(operator.namespace)
                .withName(pod.getMetadata().getName())
                .withUid(pod.getMetadata().getUid())
                .endRegarding()
                .build())
        .create();
  }

  private static String reason(LayoutJobStatus status) {
    return running(status).reason();
  }

  private static String message(LayoutJobStatus status) {
    return running(status).message();
  }

  /** The condition Running; before the operator has written it, the one that is there. */
  private static Condition running(LayoutJobStatus status) {
    List<Condition> conditions = Objects.requireNonNull(status.conditions());
    return conditions.stream()
        .filter(condition -> condition.type().equals("Running"))
        .findFirst()
        .orElse(conditions.getFirst());
  }
}
