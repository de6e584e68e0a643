package dev.groma.cluster.local;

import dev.groma.cluster.node.ContainerReport;
import dev.groma.cluster.node.ContainerState;
import dev.groma.cluster.node.ContainerState.Running;
import dev.groma.cluster.node.ContainerState.Terminated;
import dev.groma.cluster.node.ContainerState.Waiting;
import dev.groma.cluster.node.NodePod;
import dev.groma.cluster.process.Child;
import dev.groma.cluster.process.Leash;
import io.fabric8.kubernetes.api.model.Container;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One container from its first start to its end for good, restarts included. */
final class ContainerLoop {
  private static final Duration FIRST_BACK_OFF = Duration.ofSeconds(10);
  private static final Duration LAST_BACK_OFF = Duration.ofMinutes(5);

  private final NodePod pod;
  private final Container container;
  private final RestartPolicy policy;
  private final Machine machine;
  private final ContainerStart start;
  private final PodProgress progress;
  private final CompletableFuture<PodStop> stop;
  private final Patience patience;
  private @Nullable Terminated last;
  private int restarts;

  /** When a container that has ended is started again. */
  enum RestartPolicy {
    ALWAYS,
    ON_FAILURE,
    NEVER;

    boolean restarts(Terminated end) {
      return switch (this) {
        case ALWAYS -> true;
        case ON_FAILURE -> end.exitCode() != 0;
        case NEVER -> false;
      };
    }
  }

  ContainerLoop(
      NodePod pod,
      Container container,
      RestartPolicy policy,
      Machine machine,
      ContainerStart start,
      PodProgress progress,
      CompletableFuture<PodStop> stop) {
    this.pod = pod;
    this.container = container;
    this.policy = policy;
    this.machine = machine;
    this.start = start;
    this.progress = progress;
    this.stop = stop;
    this.patience = new Patience(stop);
  }

  /** Runs the container; empty when the Pod was stopped before it could be started. */
  Optional<Terminated> run() throws InterruptedException {
    while (true) {
      LocalImage image = patience.insist(this::image, this::complainAboutImage);
      if (image == null) {
        return Optional.empty();
      }
      Path scratch = machine.folders().scratch(pod.pod(), container.getName());
      ContainerLaunch launch =
          patience.insist(
              () -> start.launch(container, image, scratch), this::complainAboutConfiguration);
      if (launch == null) {
        return Optional.empty();
      }
      Terminated end = runOnce(launch);
      if (stop.isDone() || !policy.restarts(end)) {
        report(end);
        return Optional.of(end);
      }
      last = end;
      report(new Waiting("CrashLoopBackOff", "back-off restarting failed container"));
      if (patience.isStoppedWithin(backOff())) {
        report(end);
        return Optional.of(end);
      }
      restarts++;
    }
  }

  private Terminated runOnce(ContainerLaunch launch) throws InterruptedException {
    Path log = machine.folders().newLog(pod.pod(), container.getName());
    Instant startedAt = Instant.now();
    Child child = Leash.ofThisJvm().start(machine.isolation().command(launch, log));
    try {
      report(new Running(startedAt));
      int exitCode = exitCode(child);
      Path messageFile = ContainerStart.messageFile(launch.scratch());
      return Terminated.of(
          exitCode,
          TerminationMessage.read(container, exitCode, messageFile, log),
          startedAt,
          Instant.now());
    } finally {
      // Also what the process has left behind: a container ends as a whole.
      child.kill();
    }
  }

  private int exitCode(Child child) throws InterruptedException {
    try {
      CompletableFuture.anyOf(child.exit(), stop).get();
      if (child.isAlive()) {
        child.terminate();
        awaitEnd(child, stop.get().grace());
      }
      return child.exit().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Until the process has ended, the grace period is over, or the Pod is deleted by force. */
  private void awaitEnd(Child child, Duration grace)
      throws InterruptedException, ExecutionException {
    try {
      CompletableFuture.anyOf(child.exit(), pod.removal())
          .get(grace.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      // it had its time
    }
    if (child.isAlive()) {
      child.kill();
    }
  }

  private LocalImage image() {
    return machine.image(container.getImage());
  }

  private void complainAboutImage(String message) throws InterruptedException {
    report(new Waiting("ErrImagePull", message));
    pod.warn("Failed", "Failed to pull image \"%s\": %s".formatted(container.getImage(), message));
    report(new Waiting("ImagePullBackOff", message));
  }

  private void complainAboutConfiguration(String message) throws InterruptedException {
    report(new Waiting("CreateContainerConfigError", message));
    pod.warn("Failed", "Error: " + message);
  }

  private void report(ContainerState state) throws InterruptedException {
    progress.update(new ContainerReport(container.getName(), state, last, restarts));
  }

  private Duration backOff() {
    Duration pause = FIRST_BACK_OFF.multipliedBy(1L << Math.min(restarts, 5));
    return pause.compareTo(LAST_BACK_OFF) > 0 ? LAST_BACK_OFF : pause;
  }
}
