package dev.groma.bench.node;

import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.layoutjob.Phase;
import dev.groma.cluster.await.Await;
import dev.groma.cluster.platform.Platform;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The working set of the operator that works: what the kubelet compares with the container's limit.
 * Idle is after the jobs of the other measurement; then jobs are stored that are held, so that all
 * of them are open at the same time.
 */
final class OperatorMemory {

  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final double MEBIBYTE = 1024 * 1024;

  private final Platform platform;
  private final KubernetesClient client;
  private final PrintStream out;

  OperatorMemory(Platform platform, PrintStream out) {
    this.platform = platform;
    this.client = platform.client();
    this.out = out;
  }

  void run(int jobs) {
    long idle = leader();
    IntStream.range(0, jobs).forEach(i -> client.resource(held("held-" + i)).create());
    Await.until("all jobs to be held", LIMIT, () -> suspended() == jobs);
    long many = leader();
    out.printf(
        Locale.ROOT,
        "| open LayoutJobs | working set of the operator |%n|---|---|%n"
            + "| 0 | %.0f MiB |%n| %,d | %.0f MiB |%n",
        idle / MEBIBYTE,
        jobs,
        many / MEBIBYTE);
    out.flush();
  }

  private long suspended() {
    return client.resources(LayoutJob.class).inNamespace(Platform.JOBS).list().getItems().stream()
        .map(LayoutJob::getStatus)
        .filter(status -> status != null && status.phase() == Phase.SUSPENDED)
        .count();
  }

  private LayoutJob held(String name) {
    return client
        .getKubernetesSerialization()
        .unmarshal(
            """
            apiVersion: groma.dev/v1alpha1
            kind: LayoutJob
            metadata: {name: %s, namespace: %s}
            spec:
              suspend: true
              roomDetection:
                walls:
                  inline: '{"walls": [{"type": "line", "start": [0, 0], "end": [4, 0]}]}'
            """
                .formatted(name, Platform.JOBS),
            LayoutJob.class);
  }

  /** Bytes of the operator that holds the Lease. */
  private long leader() {
    String holder =
        client
            .leases()
            .inNamespace(Platform.HOME)
            .withName("groma-operator")
            .require()
            .getSpec()
            .getHolderIdentity();
    Pod pod =
        client.pods().inNamespace(Platform.HOME).list().getItems().stream()
            .filter(it -> holder.contains(it.getMetadata().getName()))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no Pod of " + holder));
    return platform.node().see(pod).workingSet();
  }
}
