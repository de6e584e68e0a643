package dev.groma.operator.layoutjob;

import dev.groma.api.layoutjob.Runner;
import dev.groma.api.reason.Reason;
import dev.groma.api.runner.JobReference;
import dev.groma.api.status.JobState;
import dev.groma.api.status.RunnerOutcome;
import dev.groma.operator.attempt.PodState;
import dev.groma.operator.attempt.RunnerPod;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The end of a job from the end of its Pod.
 *
 * @param reference of the job
 * @param engine that the job asks for
 * @param recordedStart when the runner started, for Pods that do not say; null if unknown
 * @param now for Pods that do not say when they ended
 */
record AttemptEnd(
    JobReference reference, String engine, @Nullable Instant recordedStart, Instant now) {

  /** Causes under which the message is the kubelet's and not the runner's last word. */
  private static final Set<String> KUBELETS_WORDS =
      Set.of("StartError", "ContainerCannotRun", "ContainerStatusUnknown");

  /** The largest exit code that the contract has. */
  private static final int EXIT_CODE_MAX = 255;

  /**
   * The state of the job.
   *
   * @param pod that is over
   * @param runner the same as the status shows it
   */
  JobState of(RunnerPod pod, Runner runner) {
    return switch (pod.state()) {
      case PodState.Ended ended -> ended(ended, runner);
      case PodState.Lost(String words) ->
          new JobState.Failed(
              runner,
              recordedStart,
              now,
              Reason.RunnerCrashed,
              Message.of("the Pod ended before its runner could say anything: " + words),
              null);
      case PodState.Starting starting -> throw alive(pod);
      case PodState.Blocked blocked -> throw alive(pod);
      case PodState.Running running -> throw alive(pod);
    };
  }

  private JobState ended(PodState.Ended ended, Runner runner) {
    Instant endedAt = Objects.requireNonNullElse(ended.endedAt(), now);
    Instant startedAt = Objects.requireNonNullElse(ended.startedAt(), endedAt);
    String cause = Objects.requireNonNullElse(ended.cause(), "");
    if (KUBELETS_WORDS.contains(cause)) {
      return new JobState.Failed(
          runner,
          ended.startedAt(),
          endedAt,
          Reason.RunnerCrashed,
          Message.of("the kubelet says " + cause + ": " + ended.lastWord()),
          exitCode(ended.exitCode()));
    }
    JobState state =
        new RunnerOutcome(reference.uid(), engine, runner, startedAt, endedAt)
            .of(ended.exitCode(), ended.lastWord());
    return switch (state) {
      case JobState.Failed failed ->
          new JobState.Failed(
              failed.runner(),
              failed.startedAt(),
              failed.endedAt(),
              failed.reason(),
              Message.of(withCause(failed, cause)),
              exitCode(ended.exitCode()));
      case JobState.Succeeded succeeded -> succeeded;
      case JobState.Running running -> running;
      case JobState.Queued queued -> queued;
    };
  }

  private static String withCause(JobState.Failed failed, String cause) {
    return failed.reason() == Reason.RunnerCrashed && cause.equals("OOMKilled")
        ? "the runner used more memory than its limit allows and was killed (OOMKilled)"
        : failed.message();
  }

  private static @Nullable Integer exitCode(int exitCode) {
    return exitCode < 0 || exitCode > EXIT_CODE_MAX ? null : exitCode;
  }

  private static IllegalStateException alive(RunnerPod pod) {
    return new IllegalStateException("the Pod " + pod.name() + " is not over");
  }
}
