package dev.groma.e2e.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.api.layoutjob.Phase;
import dev.groma.cluster.await.Await;
import dev.groma.cluster.junit.NodeTest;
import dev.groma.cluster.platform.Platform;
import dev.groma.cluster.program.Output;
import dev.groma.cluster.realnode.RealNode;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Pods of Groma may do, and what keeps them from the rest. */
@NodeTest
class ConfinementIT {

  private static final String API_SERVICE = "10.0.0.1";

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

  @Test
  void helm_test_runs_a_job_from_end_to_end() {
    Output test = platform.helm("test", platform.main(), "--logs", "--timeout=4m");

    assertThat(test.exitCode()).as(test.err() + test.out()).isZero();
    assertThat(test.out()).contains("layoutjob.groma.dev/groma-test condition met");
  }

  @Test
  void operators_and_runners_are_admitted_where_restricted_is_enforced_and_hold_no_rights() {
    jobs.submitWaiting("restricted");
    Pod runner = jobs.awaitRunning("restricted", 1);

    for (String namespace : List.of(Platform.HOME, Platform.JOBS)) {
      assertThat(platform.client().namespaces().withName(namespace).get().getMetadata().getLabels())
          .containsEntry("pod-security.kubernetes.io/enforce", "restricted");
    }
    assertThat(operators()).hasSize(2).allMatch(ConfinementIT::isRunning);
    ProcessStatus status = ProcessStatus.of(platform.node().see(runner).processes().getFirst());
    assertThat(status.value("Uid")).startsWith("65532");
    assertThat(status.value("CapEff")).isEqualTo("0000000000000000");
    assertThat(status.value("NoNewPrivs")).isEqualTo("1");
    assertThat(status.value("Seccomp")).as("2 is a filter").isEqualTo("2");
  }

  @Test
  void a_runner_reaches_s3_names_and_the_report_endpoint_and_nothing_else() throws IOException {
    try (ServerSocket stranger =
        new ServerSocket(0, 5, InetAddress.ofLiteral(platform.node().outsideAddress()))) {
      Pod dns = pods("kube-system").getFirst();
      Pod operator = operators().getFirst();
      Map<String, Boolean> expected = new LinkedHashMap<>();
      expected.put(platform.node().outsideAddress() + ":" + platform.s3().port(), true);
      String report = service(Platform.HOME, "groma-report") + ":8443";
      expected.put(report, true);
      expected.put(service("kube-system", "kube-dns") + ":53", true);
      expected.put(dns.getStatus().getPodIP() + ":8181", false);
      expected.put(operator.getStatus().getPodIP() + ":9000", false);
      expected.put(API_SERVICE + ":443", false);
      expected.put(platform.node().address() + ":6443", false);
      expected.put(platform.node().address() + ":10250", false);
      expected.put(platform.node().outsideAddress() + ":" + stranger.getLocalPort(), false);
      List<String> targets = List.copyOf(expected.keySet());
      jobs.submitWaiting("confined");
      Pod runner = jobs.awaitRunning("confined", 1);

      Map<String, Boolean> open = reachable(free(), targets);
      // Operators take reports from runners alone.
      assertThat(open.remove(report)).isFalse();
      assertThat(open).as("to a Pod that no policy is about").doesNotContainValue(false);
      // A plugin may need a moment after the start of a Pod.
      assertThat(
              Await.value(
                  "the policy to be enforced",
                  Await.LIMIT,
                  () -> reachable(runner, targets),
                  expected::equals))
          .isEqualTo(expected);
      platform.s3().release();
      assertThat(jobs.awaitEnd("confined").phase()).isEqualTo(Phase.SUCCEEDED);
    }
  }

  private Map<String, Boolean> reachable(Pod from, List<String> targets) {
    Map<String, Boolean> found = new LinkedHashMap<>();
    targets.forEach(target -> found.put(target, platform.node().see(from).reaches(target)));
    return found;
  }

  /** A Pod in a namespace without policies. */
  private Pod free() {
    Pod pod =
        new PodBuilder()
            .withNewMetadata()
            .withName("free")
            .withNamespace("default")
            .endMetadata()
            .withNewSpec()
            .addNewContainer()
            .withName("pause")
            .withImage(RealNode.PAUSE)
            .withImagePullPolicy("Never")
            .endContainer()
            .endSpec()
            .build();
    platform.client().resource(pod).create();
    return Await.value(
        "a Pod that does nothing",
        Await.LIMIT,
        () -> platform.client().resource(pod).require(),
        ConfinementIT::isRunning);
  }

  private String service(String namespace, String name) {
    return platform
        .client()
        .services()
        .inNamespace(namespace)
        .withName(name)
        .require()
        .getSpec()
        .getClusterIP();
  }

  /** Those that stay: another test may have replaced some a moment ago. */
  private List<Pod> operators() {
    return pods(Platform.HOME).stream()
        .filter(pod ->
            "groma-operator".equals(pod.getMetadata().getLabels().get("app.kubernetes.io/name")))
        .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null)
        .toList();
  }

  private List<Pod> pods(String namespace) {
    return platform.client().pods().inNamespace(namespace).list().getItems();
  }

  private static boolean isRunning(Pod pod) {
    return pod.getStatus().getPhase().equals("Running");
  }
}
