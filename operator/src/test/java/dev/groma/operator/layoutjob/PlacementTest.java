package dev.groma.operator.layoutjob;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.layoutjob.LayoutJobStatus;
import dev.groma.api.layoutjob.Phase;
import dev.groma.cluster.ControlPlane;
import dev.groma.cluster.junit.ClusterTest;
import dev.groma.cluster.junit.TestNamespace;
import dev.groma.operator.LayoutJobs;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.TolerationBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.node.v1.RuntimeClassBuilder;
import io.fabric8.kubernetes.api.model.scheduling.v1.PriorityClassBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where and when a runner may run, on a real API server. */
@ClusterTest
class PlacementTest {

  private OperatorFixture operator;
  private LayoutJobs jobs;
  private KubernetesClient admin;

  @BeforeEach
  void start(ControlPlane cluster, TestNamespace namespace) {
    operator = OperatorFixture.start(cluster, namespace.name());
    jobs = operator.jobs;
    admin = cluster.client();
  }

  @AfterEach
  void stop() {
    operator.close();
  }

  @Test
  void what_a_spec_says_of_nodes_reaches_the_pod() {
    String priority = "low-" + operator.namespace;
    String runtime = "sandbox-" + operator.namespace;
    admin
        .resource(
            new PriorityClassBuilder()
                .withNewMetadata()
                .withName(priority)
                .endMetadata()
                .withValue(-10)
                .build())
        .create();
    admin
        .resource(
            new RuntimeClassBuilder()
                .withNewMetadata()
                .withName(runtime)
                .endMetadata()
                .withHandler("runsc")
                .build())
        .create();
    LayoutJob job =
        jobs.create(
            "flat",
            LayoutJobs.spec(
                """
                execution:
                  priorityClassName: %s
                  runtimeClassName: %s
                  nodeSelector: {disk: fast}
                  tolerations: [{key: spot, operator: Exists, effect: NoSchedule}]
                  resources: {requests: {cpu: "2"}}
                """
                    .formatted(priority, runtime)));

    jobs.await("flat", Phase.RUNNING);

    PodSpec pod = jobs.pods(job).getFirst().getSpec();
    assertThat(pod.getPriorityClassName()).isEqualTo(priority);
    assertThat(pod.getRuntimeClassName()).isEqualTo(runtime);
    assertThat(pod.getNodeSelector()).isEqualTo(Map.of("disk", "fast"));
    assertThat(pod.getTolerations())
        .contains(
            new TolerationBuilder()
                .withKey("spot")
                .withOperator("Exists")
                .withEffect("NoSchedule")
                .build());
    assertThat(pod.getContainers().getFirst().getResources().getRequests().get("cpu"))
        .hasToString("2");
  }

  @Test
  void a_job_of_a_queue_waits_for_kueue_and_runs_in_the_same_attempt() {
    LayoutJob job = jobs.create("flat", LayoutJobs.spec("execution: {queueName: geometry}"));
    Job child = jobs.awaitJob(job);
    assertThat(child.getMetadata().getLabels())
        .containsEntry("kueue.x-k8s.io/queue-name", "geometry");

    hold(child, true);
    LayoutJobStatus queued = jobs.await("flat", Phase.QUEUED);
    hold(child, false);
    jobs.await("flat", Phase.RUNNING);
    operator.succeed(job, 1);
    jobs.await("flat", Phase.SUCCEEDED);

    assertThat(LayoutJobs.condition(queued, "Running").reason()).isEqualTo("WaitingForQuota");
    assertThat(operator.requests().on("jobs").writes().counts())
        .isEqualTo(Map.of("create jobs", 1L));
  }

  /** As Kueue does. */
  private void hold(Job child, boolean held) {
    admin
        .batch()
        .v1()
        .jobs()
        .inNamespace(operator.namespace)
        .withName(child.getMetadata().getName())
        .patch(
            PatchContext.of(PatchType.JSON_MERGE), "{\"spec\": {\"suspend\": %s}}".formatted(held));
  }
}
