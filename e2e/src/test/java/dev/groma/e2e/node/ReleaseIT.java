package dev.groma.e2e.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.layoutjob.LayoutJobStatus;
import dev.groma.api.layoutjob.Phase;
import dev.groma.cluster.await.Await;
import dev.groma.cluster.charts.Release;
import dev.groma.cluster.junit.NodeTest;
import dev.groma.cluster.platform.Platform;
import dev.groma.cluster.realnode.RealNode;
import dev.groma.e2e.Layout;
import dev.groma.e2e.reliability.Finding;
import dev.groma.e2e.reliability.Promise;
import dev.groma.e2e.reliability.Proof;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Releases that are rolled out, upgraded, taken back and removed while their jobs run. */
@NodeTest
class ReleaseIT {

  private static final int MANY = 50;
  private static final int BATCH = 10;
  private static final String ONE_OPERATOR = "replicaCount: 1\n";
  private static final String WAIT = "--wait";
  private static final String LIMIT = "--timeout=4m";

  private Platform platform;

  @BeforeEach
  void prepare(RealNode node) {
    platform = SharedPlatform.on(node);
  }

  @AfterEach
  void release() {
    platform.s3().release();
  }

  @Proof(promise = Promise.RELEASE, fault = "a rollout of the operators under 50 running jobs")
  void a_rollout_of_the_operators_costs_no_job_an_attempt(Finding finding) {
    Jobs jobs = new Jobs(platform, Platform.JOBS);
    List<String> names = IntStream.range(0, MANY).mapToObj(i -> "rolled-" + i).toList();
    // Fifty JVMs that start at once would leave two cores no time for anything else.
    for (int i = 0; i < MANY; i += BATCH) {
      List<String> batch = names.subList(i, i + BATCH);
      batch.forEach(jobs::submitWaiting);
      batch.forEach(name -> jobs.awaitRunning(name, 1));
    }

    String deployment = "deployment/groma-operator";
    platform.kubectl("rollout", "restart", deployment, "--namespace=" + Platform.HOME);
    platform.kubectl("rollout", "status", deployment, "--namespace=" + Platform.HOME, LIMIT);
    platform.s3().release();

    names.forEach(name -> {
      assertThat(jobs.awaitEnd(name).phase()).as(name).isEqualTo(Phase.SUCCEEDED);
      jobs.assertAttempts(name, 1);
    });
    finding.says("%d jobs of %d succeeded in attempt 1", names.size(), MANY);
  }

  @Proof(
      promise = Promise.RELEASE,
      fault = "helm upgrade from the previous version and helm rollback, each with a job running")
  void an_upgrade_and_a_rollback_leave_running_jobs_alone(Finding finding, @TempDir Path folder)
      throws IOException {
    Release previous = ofOneOperator("sites", previousChart(folder));
    Release current = ofOneOperator("sites", "groma");
    Jobs jobs = prepare("sites", previous);
    jobs.submitWaiting("upgraded");
    Pod upgraded = jobs.awaitRunning("upgraded", 1);

    platform.helm("upgrade", current, WAIT, LIMIT).success();
    jobs.submitWaiting("taken-back");
    Pod takenBack = jobs.awaitRunning("taken-back", 1);
    platform.helm("rollback", current, WAIT, LIMIT).success();
    assertThat(operatorImage("sites")).isEqualTo("groma-operator:0.0.9");
    platform.s3().release();

    assertThat(List.of(jobs.awaitEnd("upgraded"), jobs.awaitEnd("taken-back")))
        .extracting(LayoutJobStatus::phase)
        .containsOnly(Phase.SUCCEEDED);
    assertThat(List.of(jobs.pods("upgraded"), jobs.pods("taken-back")))
        .map(pods -> pods.getFirst().getMetadata().getUid())
        .containsExactly(upgraded.getMetadata().getUid(), takenBack.getMetadata().getUid());
    jobs.assertAttempts("upgraded", 1);
    jobs.assertAttempts("taken-back", 1);
    finding.says("0.0.9 to 0.1.0 and back: both jobs succeeded in attempt 1, in their first Pods");
  }

  @Proof(promise = Promise.RELEASE, fault = "helm uninstall of both charts")
  void uninstall_leaves_the_crds_and_finished_jobs(Finding finding) {
    Release release = ofOneOperator("archive", "groma");
    Jobs jobs = prepare("archive", release);
    jobs.submit("kept");
    jobs.awaitEnd("kept");

    platform.helm("uninstall", release, WAIT, LIMIT).success();
    platform.helm("uninstall", Platform.CRDS, WAIT, LIMIT).success();

    LayoutJob kept = jobs.stored("kept");
    assertThat(kept.getStatus().phase()).isEqualTo(Phase.SUCCEEDED);
    assertThat(platform.client().configMaps().inNamespace("archive").withName("kept-result").get())
        .isNotNull();
    assertThat(deployments("archive")).isEmpty();
    finding.says("the CRDs, the job and its result are there, the operator is not");
  }

  @Proof(promise = Promise.RELEASE, fault = "the namespace of a running job is deleted")
  void a_namespace_goes_with_its_running_job_and_the_operator_serves_the_others(Finding finding) {
    platform.createNamespace("doomed");
    platform.createNamespace("spared");
    Release release =
        new Release(
            "groma", "groma-two", "spared", platform.values("doomed, spared") + ONE_OPERATOR);
    platform.helm("install", release, WAIT, LIMIT).success();
    Jobs doomed = new Jobs(platform, "doomed");
    doomed.submitWaiting("running");
    doomed.awaitRunning("running", 1);

    platform.client().namespaces().withName("doomed").delete();
    Await.until(
        "the namespace to be gone",
        Duration.ofMinutes(3),
        () -> platform.client().namespaces().withName("doomed").get() == null);
    platform.s3().release();
    Jobs spared = new Jobs(platform, "spared");
    spared.submit("after");

    assertThat(spared.awaitEnd("after").phase()).isEqualTo(Phase.SUCCEEDED);
    finding.says("gone with its job and its runner; a job of another namespace succeeded");
  }

  @Proof(promise = Promise.NODE, fault = "the runner's image is not to be had")
  void a_job_whose_image_is_missing_fails_with_the_kubelets_words(Finding finding) {
    Release release =
        ofOneOperator("imageless", "groma")
            .with(
                platform.values("imageless")
                    + ONE_OPERATOR
                    + "runner: {image: {tag: gone, pullPolicy: Never}}\n");
    Jobs jobs = prepare("imageless", release);
    jobs.submit("imageless", "startDeadlineSeconds: 15\nmaxAttempts: 1\n");

    LayoutJobStatus end = jobs.awaitEnd("imageless");

    assertThat(end.phase()).isEqualTo(Phase.FAILED);
    assertThat(Objects.requireNonNull(end.failure()).reason()).isEqualTo("ImageUnavailable");
    assertThat(end.failure().message()).contains("groma-runner:gone");
    finding.says("Failed, ImageUnavailable, with the image's name");
  }

  /** A release in the namespace of its jobs. */
  private Release ofOneOperator(String namespace, String chart) {
    return new Release(
        chart, "groma-" + namespace, namespace, platform.values(namespace) + ONE_OPERATOR);
  }

  private Jobs prepare(String namespace, Release release) {
    platform.createNamespace(namespace);
    platform.helm("install", release, WAIT, LIMIT).success();
    return new Jobs(platform, namespace);
  }

  /**
   * Nothing has been released yet, so the previous version is this chart under an older number,
   * with the same programs in images of that tag.
   */
  private String previousChart(Path folder) throws IOException {
    Path chart = Layout.ROOT.resolve("charts/groma");
    Path copy = folder.resolve("groma");
    try (Stream<Path> files = Files.walk(chart)) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(chart.relativize(file)));
      }
    }
    Path description = copy.resolve("Chart.yaml");
    Files.writeString(description, Files.readString(description).replace("0.1.0", "0.0.9"));
    platform
        .node()
        .tagImage(
            "docker.io/library/groma-operator:0.1.0", "docker.io/library/groma-operator:0.0.9");
    platform
        .node()
        .tagImage("docker.io/library/groma-runner:0.1.0", "docker.io/library/groma-runner:0.0.9");
    return copy.toString();
  }

  private String operatorImage(String namespace) {
    return deployments(namespace)
        .getFirst()
        .getSpec()
        .getTemplate()
        .getSpec()
        .getContainers()
        .getFirst()
        .getImage();
  }

  private List<Deployment> deployments(String namespace) {
    return platform.client().apps().deployments().inNamespace(namespace).list().getItems();
  }
}
