package dev.groma.operator.attempt;

import dev.groma.api.reason.Reason;
import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStateWaiting;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.PodStatus;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the cluster shows of a runner's Pod.
 *
 * @param name of the Pod
 * @param uid of the Pod
 * @param node that it is bound to; null until then
 * @param createdAt when the API server stored it
 * @param deletedAt when it has to be gone, its grace period over; null until its deletion
 * @param disruption why the cluster takes this Pod away; null unless it does
 * @param state how far the Pod is
 */
public record RunnerPod(
    String name,
    String uid,
    @Nullable String node,
    Instant createdAt,
    @Nullable Instant deletedAt,
    @Nullable Disruption disruption,
    PodState state) {

  /** The reasons of a waiting container that are about its image; pkg/kubelet/images/types.go. */
  private static final Set<String> IMAGE_REASONS =
      Set.of(
          "ErrImagePull",
          "ImagePullBackOff",
          "ErrImageNeverPull",
          "InvalidImageName",
          "ImageInspectError",
          "RegistryUnavailable",
          "SignatureValidationFailed");

  /** The reasons of a waiting container that has no trouble; pkg/kubelet/kubelet_pods.go. */
  private static final Set<String> PATIENT_REASONS = Set.of("ContainerCreating", "PodInitializing");

  /** Reads a Pod as the API server gives it. */
  public static RunnerPod of(Pod pod) {
    return new RunnerPod(
        pod.getMetadata().getName(),
        pod.getMetadata().getUid(),
        pod.getSpec().getNodeName(),
        Instant.parse(pod.getMetadata().getCreationTimestamp()),
        time(pod.getMetadata().getDeletionTimestamp()),
        disruption(pod),
        state(pod));
  }

  /** An eviction by the kubelet shows in the Pod's reason, and not always in a condition. */
  private static @Nullable Disruption disruption(Pod pod) {
    PodStatus status = pod.getStatus();
    String podReason = status == null ? null : status.getReason();
    if ("Evicted".equals(podReason)) {
      return Disruption.of(null, podReason, Words.join(podReason, status.getMessage()));
    }
    return condition(pod, "DisruptionTarget", "True")
        .map(target -> Disruption.of(target.getReason(), podReason, words(target)))
        .orElse(null);
  }

  private static PodState state(Pod pod) {
    ContainerState container = container(pod.getStatus());
    if (container.getTerminated() != null) {
      return ended(container.getTerminated());
    }
    String phase = pod.getStatus() == null ? null : pod.getStatus().getPhase();
    if ("Failed".equals(phase) || "Succeeded".equals(phase)) {
      String reason = pod.getStatus().getReason();
      return new PodState.Lost(
          reason == null ? "" : reason, Words.join(reason, pod.getStatus().getMessage()));
    }
    if (container.getRunning() != null) {
      Instant startedAt = time(container.getRunning().getStartedAt());
      if (startedAt != null) {
        return new PodState.Running(startedAt);
      }
    }
    return waiting(pod, container.getWaiting());
  }

  private static PodState waiting(Pod pod, @Nullable ContainerStateWaiting waiting) {
    if (waiting != null
        && waiting.getReason() != null
        && !PATIENT_REASONS.contains(waiting.getReason())) {
      return new PodState.Blocked(
          IMAGE_REASONS.contains(waiting.getReason())
              ? Reason.ImageUnavailable
              : Reason.ContainerNotStarting,
          Words.join(waiting.getReason(), waiting.getMessage()));
    }
    Optional<PodCondition> unscheduled = condition(pod, "PodScheduled", "False");
    if (unscheduled.filter(it -> "Unschedulable".equals(it.getReason())).isPresent()) {
      return new PodState.Blocked(Reason.Unschedulable, words(unscheduled.get()));
    }
    if (unscheduled.isPresent()) {
      return new PodState.Starting(words(unscheduled.get()));
    }
    String node = pod.getSpec().getNodeName();
    return new PodState.Starting(
        node == null ? "waiting for the scheduler" : "the kubelet of " + node + " is starting it");
  }

  private static PodState ended(ContainerStateTerminated end) {
    return new PodState.Ended(
        end.getExitCode() == null ? 0 : end.getExitCode(),
        time(end.getStartedAt()),
        time(end.getFinishedAt()),
        end.getReason(),
        end.getMessage());
  }

  private static ContainerState container(@Nullable PodStatus status) {
    return status == null
        ? new ContainerState()
        : status.getContainerStatuses().stream()
            .filter(container -> AttemptManifest.CONTAINER.equals(container.getName()))
            .map(ContainerStatus::getState)
            .filter(state -> state != null)
            .findFirst()
            .orElseGet(ContainerState::new);
  }

  private static Optional<PodCondition> condition(Pod pod, String type, String value) {
    return pod.getStatus() == null
        ? Optional.empty()
        : pod.getStatus().getConditions().stream()
            .filter(condition -> type.equals(condition.getType()))
            .filter(condition -> value.equals(condition.getStatus()))
            .findFirst();
  }

  private static String words(PodCondition condition) {
    return Words.join(condition.getReason(), condition.getMessage());
  }

  /** A kubelet that does not know a time sends none, or the epoch. */
  private static @Nullable Instant time(@Nullable String text) {
    if (text == null) {
      return null;
    }
    Instant instant = Instant.parse(text);
    return instant.getEpochSecond() <= 0 ? null : instant;
  }
}
