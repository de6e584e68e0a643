package dev.groma.operator.layoutjob;

import dev.groma.api.layoutjob.EngineBlock.NamedInput;
import dev.groma.api.layoutjob.LayoutJobStatus;
import dev.groma.api.layoutjob.Runner;
import dev.groma.api.reason.Reason;
import dev.groma.api.runner.ExitCode;
import dev.groma.api.runner.JobReference;
import dev.groma.api.status.JobState;
import dev.groma.operator.attempt.AttemptName;
import dev.groma.operator.attempt.PodState;
import dev.groma.operator.attempt.RunnerJob;
import dev.groma.operator.attempt.RunnerPod;
import dev.groma.operator.layoutjob.Snapshot.Sight;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Decides about a job that is open and can be run, from its attempt.
 *
 * <p>The rules, the first that applies:
 *
 * <ol>
 *   <li>a Pod that is over is the end, unless it is replaced or its Job's deletion stopped it
 *   <li>no Job: create it, unless there is a sign that it has existed; then it was deleted
 *   <li>a Job that is over without such a Pod: its Pod was deleted
 *   <li>a Pod that runs: the job runs
 *   <li>a Pod that is kept from starting, or none at all after a while: the job is queued
 * </ol>
 */
final class AttemptDecider {

  /** There is one attempt for each job. */
  static final int ATTEMPT = 1;

  private static final int SIGKILL = 137;

  private final Snapshot seen;
  private final Order.Runnable order;
  private final Duration patience;
  private final Instant now;

  AttemptDecider(Snapshot seen, Order.Runnable order, Duration patience, Instant now) {
    this.seen = seen;
    this.order = order;
    this.patience = patience;
    this.now = now;
  }

  /** Name of the Job of a LayoutJob's attempt. */
  static String jobName(JobReference reference) {
    return AttemptName.of(reference.name(), reference.uid(), ATTEMPT);
  }

  Decision decide() {
    RunnerJob job = seen.job();
    Optional<RunnerPod> over = pod(pod -> isOver(pod) && isTheEnd(pod, job));
    if (over.isPresent()) {
      return new Decision.Report(
          new AttemptEnd(seen.reference(), seen.engine(), seen.recordedStart(), now)
              .of(over.get(), runner(over.get())));
    }
    if (job == null) {
      return withoutJob();
    }
    RunnerJob.End end = job.end();
    if (end != null) {
      return jobIsOver(end);
    }
    Optional<RunnerPod> alive = pod(pod -> !isOver(pod));
    return alive.isPresent() ? withPod(alive.get()) : withoutPod(job);
  }

  private Decision withoutJob() {
    if (!seen.jobIsRecorded() && seen.pods().isEmpty()) {
      Optional<NamedInput> tooLarge = order.tooLarge();
      return tooLarge.isPresent()
          ? new Decision.Report(Decider.tooLarge(tooLarge.get(), now))
          : new Decision.CreateJob(ATTEMPT, order);
    }
    return switch (seen.sight()) {
      case Sight.Cached() -> new Decision.LookCloser("the Job has existed and is not in the cache");
      case Sight.Live live ->
          failed(
              Reason.RunnerGone,
              "the runner's Job was deleted before its end could be recorded; submit the job again under another name");
    };
  }

  private Decision jobIsOver(RunnerJob.End end) {
    return switch (seen.sight()) {
      case Sight.Cached() ->
          afterPatience(end.at(), "the Job is over and the end of its Pod is not in the cache");
      case Sight.Live live ->
          end.complete()
              ? failed(
                  Reason.RunnerGone,
                  "the runner's Pod was deleted before its result could be recorded; submit the job again under another name")
              : failed(
                  Reason.RunnerCrashed,
                  "the runner's Job failed and its Pod is gone; the Job controller says: "
                      + end.words());
    };
  }

  private Decision withPod(RunnerPod pod) {
    return switch (pod.state()) {
      case PodState.Running(Instant startedAt) ->
          new Decision.Report(new JobState.Running(runner(pod), startedAt));
      case PodState.Blocked(Reason reason, String words) -> queued(reason, words, runner(pod));
      case PodState.Starting(String words) ->
          slow(pod.createdAt(), Reason.ContainerNotStarting, words, runner(pod));
      case PodState.Ended ended -> throw new IllegalStateException("an ended Pod is not alive");
      case PodState.Lost lost -> throw new IllegalStateException("a lost Pod is not alive");
    };
  }

  private Decision withoutPod(RunnerJob job) {
    return pod(AttemptDecider::isOver)
        .map(taken -> queued(Reason.PodPending, disruption(taken), runner(taken)))
        .orElseGet(() ->
            slow(
                job.createdAt(),
                Reason.PodPending,
                "the Job controller has made no Pod yet",
                runner(null)));
  }

  /**
   * @param reason if somebody complains
   * @param words if nobody does
   */
  private Decision slow(Instant since, Reason reason, String words, Runner runner) {
    return switch (seen.sight()) {
      case Sight.Cached() -> afterPatience(since, words);
      case Sight.Live(List<String> warnings) ->
          warnings.isEmpty()
              ? queued(Reason.PodPending, words, runner)
              : queued(reason, warnings.getFirst(), runner);
    };
  }

  private Decision afterPatience(Instant since, String why) {
    Duration left = Duration.between(now, since.plus(patience));
    return left.isPositive() ? new Decision.Wait(left) : new Decision.LookCloser(why);
  }

  private Decision queued(Reason reason, String words, Runner runner) {
    String message =
        reason == Reason.ImageUnavailable
            ? seen.recordedMessage(reason).orElseGet(() -> Message.of(words))
            : Message.of(words);
    return new Decision.Report(new JobState.Queued(reason, message, runner));
  }

  private Decision failed(Reason reason, String message) {
    LayoutJobStatus recorded = seen.recorded();
    Runner runner =
        recorded == null || recorded.runner() == null ? runner(null) : recorded.runner();
    return new Decision.Report(
        new JobState.Failed(runner, seen.recordedStart(), now, reason, Message.of(message), null));
  }

  private Runner runner(@Nullable RunnerPod pod) {
    RunnerJob job = seen.job();
    String name = job == null ? jobName(seen.reference()) : job.name();
    return pod == null
        ? new Runner(name, null, null, ATTEMPT)
        : new Runner(name, pod.name(), pod.node(), ATTEMPT);
  }

  /** The Pod that counts: a success, then one that runs, then the latest. */
  private Optional<RunnerPod> pod(Predicate<RunnerPod> which) {
    return seen.pods().stream()
        .filter(which)
        .max(
            Comparator.comparing(AttemptDecider::hasSucceeded)
                .thenComparing(pod -> pod.state() instanceof PodState.Running)
                .thenComparing(RunnerPod::createdAt)
                .thenComparing(RunnerPod::name));
  }

  private static boolean hasSucceeded(RunnerPod pod) {
    return pod.state() instanceof PodState.Ended ended && ended.exitCode() == 0;
  }

  private static boolean isOver(RunnerPod pod) {
    return switch (pod.state()) {
      case PodState.Ended ended -> true;
      case PodState.Lost lost -> true;
      case PodState.Starting starting -> false;
      case PodState.Blocked blocked -> false;
      case PodState.Running running -> false;
    };
  }

  /**
   * A Pod that is over is not yet the end when a disruption took it, for the Job's podFailurePolicy
   * makes another; nor when it was stopped and its Job is gone, for then the Job was deleted.
   */
  private static boolean isTheEnd(RunnerPod pod, @Nullable RunnerJob job) {
    if (hasSucceeded(pod)) {
      return true;
    }
    return job == null ? !wasStopped(pod) : pod.disruption() == null || job.end() != null;
  }

  /** By SIGTERM, or by the SIGKILL that follows; memory that ran out is told by its cause. */
  private static boolean wasStopped(RunnerPod pod) {
    return pod.state() instanceof PodState.Ended ended
        && (ended.exitCode() == ExitCode.STOPPED.code()
            || (ended.exitCode() == SIGKILL && "Error".equals(ended.cause())));
  }

  private static String disruption(RunnerPod pod) {
    return "the cluster took the Pod %s away (%s); the Job controller makes another"
        .formatted(pod.name(), pod.disruption());
  }
}
