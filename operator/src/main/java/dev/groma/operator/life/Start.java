package dev.groma.operator.life;

import dev.groma.api.layoutjob.Runner;
import dev.groma.api.reason.Reason;
import dev.groma.api.status.JobState;
import dev.groma.api.status.Ledger;
import dev.groma.operator.attempt.PodState;
import dev.groma.operator.attempt.RunnerJob;
import dev.groma.operator.attempt.RunnerPod;
import dev.groma.operator.life.Snapshot.Sight;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Decides about an attempt that exists and does not run yet: what keeps it, and whether it has been
 * kept for too long.
 */
record Start(Snapshot seen, Ledger ledger, ExecutionPolicy policy, Timing timing, Instant now) {

  /** What keeps an attempt. */
  private record Obstacle(Reason reason, String words) {}

  Decision of(RunnerJob job, Optional<RunnerPod> pod) {
    Runner runner =
        new Runner(
            job.name(),
            pod.map(RunnerPod::name).orElse(null),
            pod.map(RunnerPod::node).orElse(null),
            ledger.attempt());
    Instant waitsSince = Objects.requireNonNullElse(job.waitsSince(), now);
    Duration left = Duration.between(now, waitsSince.plus(policy.startDeadline()));
    if (!left.isPositive()) {
      return tooLate(job, pod, runner);
    }
    Optional<Obstacle> plain = plainObstacle(job, pod);
    if (plain.isPresent()) {
      return queued(plain.get(), runner, left);
    }
    Instant since = pod.map(RunnerPod::createdAt).orElse(waitsSince);
    String words = pod.map(Start::words).orElse("the Job controller has made no Pod yet");
    return switch (seen.sight()) {
      case Sight.Cached() -> timing.afterPatience(since, now, new Decision.AskWhy(words));
      case Sight.Live(List<String> warnings) ->
          queued(
              warnings.isEmpty()
                  ? new Obstacle(Reason.PodPending, words)
                  : complaint(warnings.getFirst(), pod.isPresent()),
              runner,
              left);
    };
  }

  private Decision tooLate(RunnerJob job, Optional<RunnerPod> pod, Runner runner) {
    Obstacle obstacle = plainObstacle(job, pod).orElse(null);
    Reason reason =
        obstacle != null && isEnd(obstacle.reason())
            ? obstacle.reason()
            : Reason.StartDeadlineExceeded;
    String why = obstacle == null ? lastWords(pod) : obstacle.words();
    RetryPolicy retries = new RetryPolicy(seen.reference().uid(), policy, now);
    return retries.decide(ledger, retries.startedTooLate(reason, why), runner);
  }

  private static boolean isEnd(Reason reason) {
    return reason.ending().retryable();
  }

  /** What the status already says, for the live look that found it may be long ago. */
  private String lastWords(Optional<RunnerPod> pod) {
    return seen.recordedMessage(Reason.PodPending)
        .or(() -> seen.recordedMessage(Reason.ContainerNotStarting))
        .or(() -> seen.recordedMessage(Reason.VolumeUnavailable))
        .or(() -> seen.recordedMessage(Reason.QuotaExceeded))
        .orElseGet(() -> pod.map(Start::words).orElse("the Job controller has made no Pod"));
  }

  private static Optional<Obstacle> plainObstacle(RunnerJob job, Optional<RunnerPod> pod) {
    if (job.suspended()) {
      return Optional.of(
          new Obstacle(
              Reason.WaitingForQuota, "Kueue holds the Job until its queue has room for it"));
    }
    return pod.filter(one -> one.state() instanceof PodState.Blocked)
        .map(one -> (PodState.Blocked) one.state())
        .map(blocked -> new Obstacle(blocked.reason(), blocked.words()));
  }

  /** Events begin with their reason: pkg/kubelet/events, pkg/controller. */
  private static Obstacle complaint(String warning, boolean hasPod) {
    String reason = warning.substring(0, Math.max(0, warning.indexOf(':')));
    return switch (reason) {
      case "FailedMount", "FailedAttachVolume", "FailedMapVolume" ->
          new Obstacle(
              isAboutVolume(warning) ? Reason.VolumeUnavailable : Reason.ContainerNotStarting,
              warning);
      case "FailedCreate" ->
          new Obstacle(
              warning.contains("exceeded quota") ? Reason.QuotaExceeded : Reason.PodPending,
              warning);
      default -> new Obstacle(hasPod ? Reason.ContainerNotStarting : Reason.PodPending, warning);
    };
  }

  /**
   * A ConfigMap that is missing is a volume to the kubelet, and not to the person who reads this.
   */
  private static boolean isAboutVolume(String warning) {
    return !warning.contains("configmap") && !warning.contains("secret");
  }

  private Decision queued(Obstacle obstacle, Runner runner, Duration left) {
    Reason reason = obstacle.reason();
    String message =
        reason == Reason.ImageUnavailable
            ? seen.recordedMessage(reason).orElseGet(() -> Message.of(obstacle.words()))
            : Message.of(obstacle.words());
    Duration again = left.compareTo(timing.recheck()) < 0 ? left : timing.recheck();
    return new Decision.Report(new JobState.Queued(reason, message, runner), ledger, again);
  }

  private static String words(RunnerPod pod) {
    return pod.state() instanceof PodState.Starting(String words) ? words : "the Pod starts";
  }
}
