package dev.groma.e2e.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.api.layoutjob.LayoutJobStatus;
import dev.groma.api.layoutjob.Phase;
import dev.groma.cluster.await.Await;
import dev.groma.cluster.junit.NodeTest;
import dev.groma.cluster.platform.Platform;
import dev.groma.cluster.realnode.RealNode;
import dev.groma.e2e.reliability.Finding;
import dev.groma.e2e.reliability.Promise;
import dev.groma.e2e.reliability.Proof;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A node that is emptied on purpose, and one that is gone. */
@NodeTest
class NodeFaultsIT {

  /** Says that nothing runs there any more: Pods that are to go are removed without the kubelet. */
  private static final String OUT_OF_SERVICE = "node.kubernetes.io/out-of-service";

  private static final Duration NOTICED = Duration.ofMinutes(3);

  private Platform platform;
  private Jobs jobs;

  @BeforeEach
  void prepare(RealNode node) {
    platform = SharedPlatform.on(node);
    jobs = new Jobs(platform, Platform.JOBS);
  }

  @AfterEach
  void release() {
    platform.s3().release();
  }

  @Proof(promise = Promise.NODE, fault = "kubectl drain while the runner is at work")
  void a_drained_runner_starts_again_when_a_node_takes_it(Finding finding) {
    jobs.submitWaiting("drained");
    jobs.awaitRunning("drained", 1);

    platform.kubectl(
        "drain",
        RealNode.NAME,
        "--delete-emptydir-data",
        "--pod-selector=app.kubernetes.io/name=groma-runner",
        "--timeout=2m");
    LayoutJobStatus second = jobs.awaitAttempt("drained", 2);
    platform.kubectl("uncordon", RealNode.NAME);
    platform.s3().release();

    assertThat(jobs.awaitEnd("drained").phase()).isEqualTo(Phase.SUCCEEDED);
    assertNothingCounted(second);
    finding.says(
        "%s, not counted; succeeded in attempt 2", second.pastAttempts().getFirst().reason());
  }

  @Proof(
      promise = Promise.NODE,
      fault = "the kubelet is killed and its node put out of service, while the runner goes on")
  void a_job_outlives_its_node(Finding finding) {
    jobs.submitWaiting("lost");
    Pod first = jobs.awaitRunning("lost", 1);
    platform.node().killKubelet();

    Await.until("the runner to be taken off its node", NOTICED, () -> isGoing(first));
    platform.kubectl("taint", "node", RealNode.NAME, OUT_OF_SERVICE + "=yes:NoExecute");
    LayoutJobStatus second = jobs.awaitAttempt("lost", 2);
    platform.node().startKubelet();
    platform.kubectl("taint", "node", RealNode.NAME, OUT_OF_SERVICE + "-");
    jobs.awaitRunning("lost", 2);
    platform.s3().release();

    assertThat(jobs.awaitEnd("lost").phase()).isEqualTo(Phase.SUCCEEDED);
    assertNothingCounted(second);
    jobs.assertAttempts("lost", 2);
    finding.says(
        "%s, not counted; succeeded in attempt 2", second.pastAttempts().getFirst().reason());
  }

  private boolean isGoing(Pod pod) {
    Pod now = platform.client().resource(pod).get();
    return now == null || now.getMetadata().getDeletionTimestamp() != null;
  }

  private static void assertNothingCounted(LayoutJobStatus status) {
    assertThat(status.pastAttempts()).hasSize(1);
    assertThat(Objects.requireNonNull(status.budget()).failures()).isZero();
  }
}
