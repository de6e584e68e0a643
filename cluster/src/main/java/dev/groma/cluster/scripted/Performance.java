package dev.groma.cluster.scripted;

import dev.groma.cluster.node.ContainerReport;
import dev.groma.cluster.node.ContainerState;
import dev.groma.cluster.node.ContainerState.Running;
import dev.groma.cluster.node.ContainerState.Terminated;
import dev.groma.cluster.node.ContainerState.Waiting;
import dev.groma.cluster.node.NodePod;
import dev.groma.cluster.node.PodReport;
import dev.groma.cluster.node.PodReport.Phase;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/** One Pod that follows its script. */
final class Performance {
  private static final int SIGTERM = 143;
  private static final int SIGKILL = 137;

  private final NodePod pod;
  private final BlockingQueue<Cue> cues = new LinkedBlockingQueue<>();
  private @Nullable Instant startedAt;
  private boolean silent;
  private boolean over;
  private boolean ended;

  Performance(NodePod pod) {
    this.pod = pod;
  }

  private sealed interface Cue {}

  private record Play(List<Step> steps, CompletableFuture<Void> played) implements Cue {}

  private record Deleted() implements Cue {}

  /** The Pod as last seen. */
  Pod pod() {
    return pod.pod();
  }

  /** Adds steps; the future completes when they are played, or cannot be any more. */
  synchronized CompletableFuture<Void> tell(List<Step> steps) {
    var play = new Play(steps, new CompletableFuture<>());
    if (ended) {
      play.played().complete(null);
    } else {
      cues.add(play);
    }
    return play.played();
  }

  /** Plays until the Pod is final or gone. */
  void run() throws InterruptedException {
    pod.deletion().thenRun(() -> cues.add(new Deleted()));
    pod.removal().thenRun(() -> cues.add(new Deleted()));
    while (!over && !pod.removal().isDone()) {
      switch (cues.take()) {
        case Play(var steps, var played) -> play(steps, played);
        case Deleted() -> {
          if (!silent && !pod.removal().isDone()) {
            endByDeletion();
          }
        }
      }
    }
  }

  /** Nobody is to wait for steps that will not be played. */
  synchronized void end() {
    ended = true;
    for (Cue cue = cues.poll(); cue != null; cue = cues.poll()) {
      if (cue instanceof Play(var _, var played)) {
        played.complete(null);
      }
    }
  }

  private void play(List<Step> steps, CompletableFuture<Void> played) throws InterruptedException {
    try {
      for (Step step : steps) {
        play(step);
      }
      played.complete(null);
    } catch (RuntimeException e) {
      played.completeExceptionally(e);
      throw e;
    } finally {
      played.complete(null);
    }
  }

  private void play(Step step) throws InterruptedException {
    if (!(step instanceof Step.LeaveUnscheduled)) {
      pod.bind();
    }
    switch (step) {
      case Step.LeaveUnscheduled(var message) -> pod.reportUnschedulable(message);
      case Step.Wait(var reason, var message) ->
          report(Phase.PENDING, new Waiting(reason, message));
      case Step.Run() -> {
        startedAt = Instant.now();
        report(Phase.RUNNING, new Running(startedAt));
      }
      case Step.Finish(var exitCode, var reason, var message) ->
          finish(exitCode, reason, message, "", "");
      case Step.Evict(var message) -> {
        pod.reportDisruption("TerminationByKubelet", message);
        finish(SIGKILL, "Error", "", "Evicted", message);
      }
      case Step.Disrupt(var reason, var message) -> {
        pod.reportDisruption(reason, message);
        pod.requestDeletion();
      }
      case Step.FallSilent() -> silent = true;
      case Step.Warn(var reason, var message) -> pod.warn(reason, message);
      case Step.Vanish() -> {
        pod.vanish();
        over = true;
      }
      case Step.Collect() -> {
        finish(SIGKILL, "ContainerStatusUnknown", "The container could not be located", "", "");
        pod.remove();
      }
    }
  }

  private void endByDeletion() throws InterruptedException {
    if (pod.isBound()) {
      finish(SIGTERM, "Error", "", "", "");
    }
    over = true;
  }

  private void finish(
      int exitCode, String reason, String message, String podReason, String podMessage)
      throws InterruptedException {
    Instant now = Instant.now();
    Instant started = startedAt == null ? now : startedAt;
    var state = new Terminated(exitCode, reason, message, started, now);
    Phase phase = exitCode == 0 ? Phase.SUCCEEDED : Phase.FAILED;
    pod.report(new PodReport(phase, podReason, podMessage, containers(state), List.of()));
    over = true;
  }

  private void report(Phase phase, ContainerState state) throws InterruptedException {
    pod.report(new PodReport(phase, containers(state)));
  }

  private List<ContainerReport> containers(ContainerState state) {
    return pod.containerNames().stream().map(name -> new ContainerReport(name, state)).toList();
  }
}
