package dev.groma.cluster.node;

import dev.groma.cluster.node.ContainerState.Running;
import dev.groma.cluster.node.ContainerState.Terminated;
import dev.groma.cluster.node.ContainerState.Waiting;
import dev.groma.cluster.node.PodReport.Phase;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerStateBuilder;
import io.fabric8.kubernetes.api.model.ContainerStateTerminatedBuilder;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.ContainerStatusBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.PodConditionBuilder;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.api.model.PodStatusBuilder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns a {@link PodReport} into the status that a kubelet of Kubernetes 1.35 writes for it. */
final class PodStatuses {
  private static final String ADDRESS = "127.0.0.1";

  private PodStatuses() {}

  static PodStatus of(Pod pod, PodReport report, Instant now) {
    boolean ready =
        report.phase() == Phase.RUNNING
            && report.containers().stream().allMatch(c -> c.state() instanceof Running);
    String notReady =
        switch (report.phase()) {
          case SUCCEEDED -> "PodCompleted";
          case FAILED -> "PodFailed";
          case PENDING, RUNNING -> "ContainersNotReady";
        };
    boolean initialized =
        report.initContainers().stream()
            .allMatch(c -> c.state() instanceof Terminated t && t.exitCode() == 0);
    List<PodCondition> conditions = new ArrayList<>();
    conditions.add(condition(pod, "Initialized", initialized, "ContainersNotInitialized", now));
    conditions.add(condition(pod, "Ready", ready, notReady, now));
    conditions.add(condition(pod, "ContainersReady", ready, notReady, now));
    var status =
        new PodStatusBuilder()
            .withPhase(report.phase().value())
            .withConditions(conditions)
            .withHostIP(ADDRESS)
            .withStartTime(startTime(pod, now))
            .withContainerStatuses(
                report.containers().stream().map(c -> container(pod, c)).toList());
    if (!report.initContainers().isEmpty()) {
      status.withInitContainerStatuses(
          report.initContainers().stream().map(c -> container(pod, c)).toList());
    }
    if (report.phase() == Phase.RUNNING) {
      status.withPodIP(ADDRESS).addNewPodIP(ADDRESS);
    }
    if (!report.reason().isEmpty()) {
      status.withReason(report.reason());
    }
    if (!report.message().isEmpty()) {
      status.withMessage(report.message());
    }
    return status.build();
  }

  /** A condition whose transition time stays as long as its status does. */
  static PodCondition condition(
      Pod pod, String type, boolean holds, @Nullable String reason, Instant now) {
    String value = holds ? "True" : "False";
    String since =
        pod.getStatus().getConditions().stream()
            .filter(old -> old.getType().equals(type) && old.getStatus().equals(value))
            .map(PodCondition::getLastTransitionTime)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(time(now));
    return new PodConditionBuilder()
        .withType(type)
        .withStatus(value)
        .withReason(holds ? null : reason)
        .withLastTransitionTime(since)
        .build();
  }

  static String time(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static String startTime(Pod pod, Instant now) {
    String known = pod.getStatus().getStartTime();
    return known == null ? time(now) : known;
  }

  private static ContainerStatus container(Pod pod, ContainerReport report) {
    String image =
        pod.getSpec().getContainers().stream()
            .filter(container -> container.getName().equals(report.name()))
            .map(Container::getImage)
            .findFirst()
            .orElse("");
    boolean running = report.state() instanceof Running;
    var status =
        new ContainerStatusBuilder()
            .withName(report.name())
            .withImage(image)
            .withImageID(report.state() instanceof Waiting ? "" : "groma-double://" + image)
            .withReady(running)
            .withStarted(running)
            .withRestartCount(report.restarts())
            .withState(state(report.state()));
    if (!(report.state() instanceof Waiting)) {
      status.withContainerID(containerId(pod, report));
    }
    if (report.last() != null) {
      status.withLastState(state(report.last()));
    }
    return status.build();
  }

  private static io.fabric8.kubernetes.api.model.ContainerState state(ContainerState state) {
    var builder = new ContainerStateBuilder();
    return switch (state) {
      case Waiting(var reason, var message) ->
          builder
              .withNewWaiting()
              .withReason(reason)
              .withMessage(message.isEmpty() ? null : message)
              .endWaiting()
              .build();
      case Running(var startedAt) ->
          builder.withNewRunning().withStartedAt(time(startedAt)).endRunning().build();
      case Terminated(var code, var reason, var message, var startedAt, var finishedAt) ->
          builder
              .withTerminated(
                  new ContainerStateTerminatedBuilder()
                      .withExitCode(code)
                      .withReason(reason)
                      .withMessage(message.isEmpty() ? null : message)
                      .withStartedAt(time(startedAt))
                      .withFinishedAt(time(finishedAt))
                      .build())
              .build();
    };
  }

  private static String containerId(Pod pod, ContainerReport report) {
    return "groma-double://%s/%s/%d"
        .formatted(pod.getMetadata().getUid(), report.name(), report.restarts());
  }
}
