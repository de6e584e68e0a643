package dev.groma.cluster.local;

import dev.groma.cluster.local.ContainerLoop.RestartPolicy;
import dev.groma.cluster.node.ContainerState.Terminated;
import dev.groma.cluster.node.NodePod;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** One Pod from its binding to its end. */
final class PodPlay {
  private static final long DEFAULT_GRACE_SECONDS = 30;

  private final NodePod pod;
  private final Machine machine;
  private final CompletableFuture<PodStop> stop = new CompletableFuture<>();
  private final PodProgress progress;
  private final RestartPolicy policy;

  PodPlay(NodePod pod, Machine machine) {
    this.pod = pod;
    this.machine = machine;
    this.progress = new PodProgress(pod, stop);
    this.policy =
        switch (pod.pod().getSpec().getRestartPolicy()) {
          case "Never" -> RestartPolicy.NEVER;
          case "OnFailure" -> RestartPolicy.ON_FAILURE;
          default -> RestartPolicy.ALWAYS;
        };
  }

  void run() throws InterruptedException {
    pod.bind();
    listenForStop();
    progress.publish();
    // A binding is seen in the answer to the report, and some fields only then.
    Pod bound = pod.pod();
    var data = new KeyedData(machine.kubelet(), bound.getMetadata().getNamespace());
    var volumes =
        new Volumes(
            bound, data, new Tokens(machine.kubelet(), bound), machine.folders().volumes(bound));
    var start =
        new ContainerStart(
            bound,
            volumes,
            new ContainerEnvironment(bound, data),
            machine.variables(),
            machine.isolation());
    if (makeVolumes(volumes) && runInitContainers(start)) {
      runContainers(start);
    }
    if (!progress.isOver()) {
      progress.neverStarted();
    }
  }

  private void listenForStop() {
    pod.deletion().thenAccept(grace -> stop.complete(PodStop.deleted(grace)));
    Long deadline = pod.pod().getSpec().getActiveDeadlineSeconds();
    if (deadline != null) {
      Long grace = pod.pod().getSpec().getTerminationGracePeriodSeconds();
      stop.completeOnTimeout(
          PodStop.deadline(Duration.ofSeconds(grace == null ? DEFAULT_GRACE_SECONDS : grace)),
          deadline,
          TimeUnit.SECONDS);
    }
  }

  private boolean makeVolumes(Volumes volumes) throws InterruptedException {
    Boolean made =
        new Patience(stop)
            .insist(
                () -> {
                  volumes.make();
                  return true;
                },
                message -> pod.warn("FailedMount", message));
    return made != null;
  }

  private boolean runInitContainers(ContainerStart start) throws InterruptedException {
    RestartPolicy initPolicy =
        policy == RestartPolicy.NEVER ? RestartPolicy.NEVER : RestartPolicy.ON_FAILURE;
    for (Container container : pod.pod().getSpec().getInitContainers()) {
      Optional<Terminated> end = loop(container, initPolicy, start).run();
      if (end.isEmpty() || end.get().exitCode() != 0) {
        return false;
      }
    }
    return true;
  }

  private void runContainers(ContainerStart start) throws InterruptedException {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Optional<Terminated>>> ends =
          pod.pod().getSpec().getContainers().stream()
              .map(container -> threads.submit(() -> loop(container, policy, start).run()))
              .toList();
      try {
        for (Future<?> end : ends) {
          end.get();
        }
      } catch (ExecutionException e) {
        threads.shutdownNow();
        throw e.getCause() instanceof RuntimeException cause
            ? cause
            : new IllegalStateException(e.getCause());
      } catch (InterruptedException e) {
        threads.shutdownNow();
        throw e;
      }
    }
  }

  private ContainerLoop loop(Container container, RestartPolicy restarts, ContainerStart start) {
    return new ContainerLoop(pod, container, restarts, machine, start, progress, stop);
  }
}
