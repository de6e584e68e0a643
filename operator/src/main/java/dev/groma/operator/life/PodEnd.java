package dev.groma.operator.life;

import dev.groma.api.reason.Reason;
import dev.groma.api.status.AttemptResult;
import dev.groma.api.status.RunnerOutcome;
import dev.groma.operator.attempt.Disruption;
import dev.groma.operator.attempt.PodState;
import dev.groma.operator.attempt.RunnerPod;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the end of an attempt from its Pod.
 *
 * <p>What the runner says of itself comes first: an answer is one even if the cluster was about to
 * take the Pod away. Where it says nothing, or only that it was stopped, whoever stopped it
 * decides.
 *
 * @param outcome that knows whose word to expect
 * @param now for Pods that do not say when they ended
 */
record PodEnd(RunnerOutcome outcome, Instant now) {

  /** Causes under which the message is the kubelet's and not the runner's last word. */
  private static final Set<String> KUBELETS_WORDS = Set.of("StartError", "ContainerCannotRun");

  /** The kubelet came back and found nothing. */
  private static final String UNKNOWN = "ContainerStatusUnknown";

  /** A JVM under -XX:+ExitOnOutOfMemoryError. */
  private static final int JVM_OUT_OF_MEMORY = 3;

  private static final int SIGKILL = 137;
  private static final int EXIT_CODE_MAX = 255;

  /** How the attempt of this Pod ended; the Pod is over. */
  Ended of(RunnerPod pod) {
    return switch (pod.state()) {
      case PodState.Ended ended -> ended(pod, ended);
      case PodState.Lost(String reason, String words) -> lost(pod, reason, words);
      case PodState.Starting starting -> throw alive(pod);
      case PodState.Blocked blocked -> throw alive(pod);
      case PodState.Running running -> throw alive(pod);
    };
  }

  private Ended ended(RunnerPod pod, PodState.Ended end) {
    Instant endedAt = Objects.requireNonNullElse(end.endedAt(), now);
    String cause = Objects.requireNonNullElse(end.cause(), "");
    if (KUBELETS_WORDS.contains(cause)) {
      return without(
          end, endedAt, Reason.RunnerCrashed, "the kubelet says " + cause + ": " + end.lastWord());
    }
    if (cause.equals("OOMKilled") || end.exitCode() == JVM_OUT_OF_MEMORY) {
      return without(
          end,
          endedAt,
          Reason.OutOfMemory,
          "the runner used more memory than its limit allows and was killed");
    }
    return switch (outcome.of(end.exitCode(), end.lastWord())) {
      case AttemptResult.Answer(var summary, var artifacts) ->
          new Ended.WithAnswer(end.startedAt(), endedAt, summary, artifacts);
      case AttemptResult.NoAnswer(Reason reason, String message, Integer exitCode) -> {
        boolean unknown = cause.equals(UNKNOWN);
        boolean stopped = reason == Reason.Stopped || end.exitCode() == SIGKILL;
        Disruption disruption = pod.disruption();
        if (disruption != null && (stopped || unknown)) {
          yield without(end, endedAt, disruption.reason(), disruption.words());
        }
        yield unknown
            ? without(end, endedAt, Reason.NodeLost, "the node lost the runner: " + message)
            : without(end, endedAt, reason, message);
      }
    };
  }

  private Ended lost(RunnerPod pod, String reason, String words) {
    Disruption disruption = pod.disruption();
    if (disruption != null) {
      return new Ended.Without(
          null, now, disruption.reason(), Message.of(disruption.words()), null);
    }
    return switch (reason) {
      case "DeadlineExceeded" ->
          new Ended.Without(null, now, Reason.StartDeadlineExceeded, Message.of(words), null);
      // Admission by the kubelet: the node is not as the scheduler thought.
      case "OutOfcpu", "OutOfmemory", "OutOfpods", "NodeAffinity", "UnexpectedAdmissionError" ->
          new Ended.Without(null, now, Reason.Disrupted, Message.of(words), null);
      default ->
          new Ended.Without(
              null,
              now,
              Reason.RunnerCrashed,
              Message.of("the Pod ended before its runner could say anything: " + words),
              null);
    };
  }

  private static Ended.Without without(
      PodState.Ended end, Instant endedAt, Reason reason, String message) {
    return new Ended.Without(
        end.startedAt(), endedAt, reason, Message.of(message), exitCode(end.exitCode()));
  }

  private static @Nullable Integer exitCode(int exitCode) {
    return exitCode < 0 || exitCode > EXIT_CODE_MAX ? null : exitCode;
  }

  private static IllegalStateException alive(RunnerPod pod) {
    return new IllegalStateException("the Pod " + pod.name() + " is not over");
  }
}
