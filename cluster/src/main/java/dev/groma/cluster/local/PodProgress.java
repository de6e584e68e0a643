package dev.groma.cluster.local;

import dev.groma.cluster.node.ContainerReport;
import dev.groma.cluster.node.ContainerState.Terminated;
import dev.groma.cluster.node.ContainerState.Waiting;
import dev.groma.cluster.node.NodePod;
import dev.groma.cluster.node.PodReport;
import dev.groma.cluster.node.PodReport.Phase;
import io.fabric8.kubernetes.api.model.Container;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * How far the containers of one Pod are; every change is reported at once. Its containers use it
 * from their own threads.
 *
 * <p>{@link Terminated} here means: ended for good. A container that will be restarted waits.
 */
final class PodProgress {
  private static final int SIGKILL = 137;

  private final NodePod pod;
  private final Map<String, ContainerReport> containers = new LinkedHashMap<>();
  private final Map<String, ContainerReport> initContainers = new LinkedHashMap<>();
  private final CompletableFuture<PodStop> stop;
  private boolean started;

  PodProgress(NodePod pod, CompletableFuture<PodStop> stop) {
    this.pod = pod;
    this.stop = stop;
    List<Container> init = pod.pod().getSpec().getInitContainers();
    String waiting = init.isEmpty() ? "ContainerCreating" : "PodInitializing";
    put(containers, pod.pod().getSpec().getContainers(), waiting);
    put(initContainers, init, "PodInitializing");
  }

  private static void put(
      Map<String, ContainerReport> reports, List<Container> containers, String waiting) {
    for (Container container : containers) {
      reports.put(
          container.getName(), new ContainerReport(container.getName(), new Waiting(waiting, "")));
    }
  }

  /** Reports the state as it is. */
  synchronized void publish() throws InterruptedException {
    PodStop stopped = stop.getNow(PodStop.deleted(Duration.ZERO));
    pod.report(
        new PodReport(
            phase(stopped),
            stopped.reason(),
            stopped.message(),
            List.copyOf(containers.values()),
            List.copyOf(initContainers.values())));
  }

  /** Takes in and reports a new state of one container. */
  synchronized void update(ContainerReport report) throws InterruptedException {
    if (initContainers.containsKey(report.name())) {
      initContainers.put(report.name(), report);
    } else {
      containers.put(report.name(), report);
      started |= !(report.state() instanceof Waiting);
    }
    publish();
  }

  /** Reports the end of a Pod of which some containers were never started. */
  synchronized void neverStarted() throws InterruptedException {
    Instant now = Instant.now();
    var state =
        new Terminated(
            SIGKILL,
            "ContainerStatusUnknown",
            "The container could not be located when the pod was terminated",
            now,
            now);
    containers.replaceAll((name, report) -> ended(report) ? report : withState(report, state));
    started = true;
    publish();
  }

  /** Whether all containers have ended for good. */
  synchronized boolean isOver() {
    return allEnded(containers.values());
  }

  private Phase phase(PodStop stopped) {
    if (!started) {
      return Phase.PENDING;
    }
    if (!allEnded(containers.values())) {
      return Phase.RUNNING;
    }
    boolean succeeded =
        stopped.reason().isEmpty()
            && containers.values().stream()
                .allMatch(c -> c.state() instanceof Terminated t && t.exitCode() == 0);
    return succeeded ? Phase.SUCCEEDED : Phase.FAILED;
  }

  private static boolean allEnded(Collection<ContainerReport> reports) {
    return reports.stream().allMatch(PodProgress::ended);
  }

  private static boolean ended(ContainerReport report) {
    return report.state() instanceof Terminated;
  }

  private static ContainerReport withState(ContainerReport report, Terminated state) {
    return new ContainerReport(report.name(), state, report.last(), report.restarts());
  }
}
