package dev.groma.e2e.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.api.layoutjob.LayoutJobStatus;
import dev.groma.api.layoutjob.PastAttempt;
import dev.groma.api.layoutjob.Phase;
import dev.groma.cluster.junit.NodeTest;
import dev.groma.cluster.platform.Platform;
import dev.groma.cluster.realnode.RealNode;
import dev.groma.e2e.reliability.Finding;
import dev.groma.e2e.reliability.Promise;
import dev.groma.e2e.reliability.Proof;
import io.fabric8.kubernetes.api.model.Pod;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What a kernel, a kubelet and a scheduler do to runners, and what comes of it. */
@NodeTest
class RunnerFaultsIT {

  private static final int MEBIBYTE = 1 << 20;

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

  @Proof(promise = Promise.NODE, fault = "the kernel kills a runner that has too little memory")
  void a_runner_out_of_memory_is_tried_again_with_more(Finding finding) {
    jobs.submit(
        "hungry",
        """
        resources:
          requests: {cpu: 10m}
          limits: {memory: 24Mi}
          outOfMemory: {factor: 4, limit: 1Gi}
        """);

    LayoutJobStatus end = jobs.awaitEnd("hungry");

    assertThat(end.phase()).isEqualTo(Phase.SUCCEEDED);
    assertThat(end.pastAttempts())
        .isNotEmpty()
        .allSatisfy(past -> assertThat(past.reason()).isEqualTo("OutOfMemory"));
    finding.says(
        "24Mi were too little, %s enough; succeeded in attempt %d", end.memory(), end.attempts());
  }

  @Proof(promise = Promise.NODE, fault = "a runner writes more than its volume may hold")
  void an_evicted_runner_is_replaced_and_nothing_is_counted(Finding finding) throws IOException {
    jobs.submitWaiting("full");
    Pod pod = jobs.awaitRunning("full", 1);

    write(platform.node().see(pod).processes().getFirst(), "tmp/too-much", 300);
    LayoutJobStatus second = jobs.awaitAttempt("full", 2);
    platform.s3().release();

    assertThat(jobs.awaitEnd("full").phase()).isEqualTo(Phase.SUCCEEDED);
    assertThat(second.pastAttempts())
        .singleElement()
        .extracting(PastAttempt::reason)
        .isEqualTo("Evicted");
    assertThat(Objects.requireNonNull(second.budget()).failures()).isZero();
    finding.says("Evicted, not counted; succeeded in attempt 2");
  }

  @Proof(promise = Promise.NODE, fault = "kill -9 of the runner's process")
  void a_killed_runner_is_replaced(Finding finding) {
    jobs.submitWaiting("killed");
    Pod pod = jobs.awaitRunning("killed", 1);

    ProcessHandle.of(platform.node().see(pod).processes().getFirst())
        .orElseThrow()
        .destroyForcibly();
    LayoutJobStatus second = jobs.awaitAttempt("killed", 2);
    platform.s3().release();

    assertThat(jobs.awaitEnd("killed").phase()).isEqualTo(Phase.SUCCEEDED);
    jobs.assertAttempts("killed", 2);
    PastAttempt first = second.pastAttempts().getFirst();
    assertThat(first.exitCode()).isEqualTo(137);
    finding.says("%s with exit code 137; succeeded in attempt 2", first.reason());
  }

  @Proof(promise = Promise.NODE, fault = "no node has the labels that a job asks for")
  void a_job_that_fits_no_node_fails_with_the_schedulers_words(Finding finding) {
    jobs.submit(
        "nowhere",
        """
        nodeSelector: {disk: golden}
        startDeadlineSeconds: 15
        maxAttempts: 1
        """);

    LayoutJobStatus end = jobs.awaitEnd("nowhere");

    assertThat(end.phase()).isEqualTo(Phase.FAILED);
    assertThat(Objects.requireNonNull(end.failure()).reason()).isEqualTo("Unschedulable");
    assertThat(end.failure().message()).contains("node affinity");
    finding.says("Failed, Unschedulable, with the scheduler's words");
  }

  private static void write(long process, String file, int mebibytes) throws IOException {
    byte[] zeros = new byte[MEBIBYTE];
    try (OutputStream out =
        Files.newOutputStream(Path.of("/proc/" + process + "/root").resolve(file))) {
      for (int i = 0; i < mebibytes; i++) {
        out.write(zeros);
      }
    }
  }
}
