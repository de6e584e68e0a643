package dev.groma.operator.life;

import dev.groma.api.layoutjob.Phase;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides about a job that is open, from its current attempt.
 *
 * <p>The rules, the first that applies:
 *
 * <ol>
 *   <li>a Pod that is over is the end ({@link AttemptEnd}), unless Kueue took it back or another
 *       Pod runs
 *   <li>no Job: {@link NextAttempt}, unless there is a sign that it has existed; then it was
 *       deleted
 *   <li>a Job that is over or about to be, or goes, without such a Pod: its Pod was deleted
 *   <li>a Pod that runs: the job runs, for as long as it may; that is recorded when it has run for
 *       a moment, as most runners are through by then and one record of their end is enough
 *   <li>anything else: the job is queued, for as long as it may ({@link Start})
 * </ol>
 */
final class AttemptDecider {

  private final Snapshot seen;
  private final Ledger ledger;
  private final Order.Runnable order;
  private final Duration gracePeriod;
  private final Timing timing;
  private final Instant now;
  private final Attempt current;

  AttemptDecider(
      Snapshot seen,
      Ledger ledger,
      Order.Runnable order,
      Duration gracePeriod,
      Timing timing,
      Instant now) {
    this.seen = seen;
    this.ledger = ledger;
    this.order = order;
    this.gracePeriod = gracePeriod;
    this.timing = timing;
    this.now = now;
    this.current = seen.attempt(ledger.attempt());
  }

  /** What to do. */
  Decision decide() {
    Optional<Decision> end = end();
    if (end.isPresent()) {
      return end.get();
    }
    RunnerJob job = current.job();
    if (job == null) {
      return withoutJob();
    }
    if (job.deletedAt() != null) {
      return jobGoes(job.deletedAt());
    }
    RunnerJob.End over = job.end();
    if (over != null) {
      return jobIsOver(over);
    }
    if (current.pods().isEmpty() && current.endsByItself()) {
      return new Decision.Wait(timing.patience());
    }
    Optional<RunnerPod> pod = current.alive();
    if (pod.isPresent() && pod.get().deletedAt() != null) {
      return podGoes(pod.get(), pod.get().deletedAt());
    }
    if (pod.isPresent() && pod.get().state() instanceof PodState.Running(Instant startedAt)) {
      return running(pod.get(), startedAt);
    }
    return new Start(seen, ledger, order.policy(), timing, now).of(job, pod);
  }

  /** What to record where the attempt's Pod is over; empty where it is not. */
  Optional<Decision> end() {
    return current
        .over()
        .filter(pod -> Attempt.hasSucceeded(pod) || !(isTakenBack(pod) || anotherRuns()))
        .map(new AttemptEnd(seen, ledger, order, timing, now)::of);
  }

  /**
   * Whether Kueue has suspended the Job, or had until a moment ago: the Job controller deletes the
   * Pod then and, when the Job goes on, makes another. Of a Pod that somebody else deletes the Job
   * fails, and says so.
   */
  private boolean isTakenBack(RunnerPod pod) {
    RunnerJob job = current.job();
    return job != null
        && (job.suspended()
            || (job.end() == null
                && job.deletedAt() == null
                && pod.deletedAt() != null
                && pod.disruption() == null));
  }

  private boolean anotherRuns() {
    RunnerJob job = current.job();
    return current.alive().isPresent() && job != null && job.end() == null;
  }

  private Decision withoutJob() {
    if (!seen.hasExisted(ledger.attempt()) && current.isUnseen()) {
      return new NextAttempt(seen, ledger, order, timing, now).decide();
    }
    return switch (seen.sight()) {
      case Sight.Cached() -> new Decision.LookCloser("the Job has existed and is not in the cache");
      case Sight.Live live -> gone("the runner's Job was deleted before its end could be recorded");
    };
  }

  /** Somebody else deletes the Job; its Pod has its grace period to end. */
  private Decision jobGoes(Instant since) {
    Duration left = Duration.between(now, since.plus(gracePeriod).plus(timing.lostAfter()));
    return left.isPositive() ? new Decision.Wait(left) : lost();
  }

  /** Somebody takes the Pod away; where its node does not answer, it stays and says nothing. */
  private Decision podGoes(RunnerPod pod, Instant since) {
    Duration left = Duration.between(now, since.plus(timing.lostAfter()));
    return left.isPositive() ? new Decision.Wait(left) : lost();
  }

  private Decision lost() {
    return without(
        new Ended.Without(
            null,
            now,
            Reason.NodeLost,
            "the runner's Pod was to go and its node does not say that it has",
            null),
        lastRunner());
  }

  private Decision jobIsOver(RunnerJob.End end) {
    return switch (seen.sight()) {
      case Sight.Cached() ->
          timing.afterPatience(
              end.at(),
              now,
              new Decision.LookCloser(
                  "the Job is over and the end of its Pod is not in the cache"));
      case Sight.Live live ->
          gone(
              "the runner's Pod was deleted before its end could be recorded; the Job controller"
                  + " says: "
                  + end.words());
    };
  }

  private Decision running(RunnerPod pod, Instant startedAt) {
    Instant deadline =
        startedAt.plus(order.policy().timeout()).plus(gracePeriod).plus(timing.patience());
    Duration left = Duration.between(now, deadline);
    if (!left.isPositive()) {
      return without(
          new Ended.Without(
              startedAt,
              now,
              Reason.EngineTimeout,
              "the runner did not end %d s after its start, and did not end itself; it is stopped"
                  .formatted(order.policy().timeout().toSeconds()),
              null),
          seen.runner(ledger.attempt(), pod));
    }
    Duration settles = Duration.between(now, startedAt.plus(timing.settling()));
    boolean justBegun = settles.isPositive() && !startedAt.isAfter(now);
    return justBegun && seen.phase() != Phase.RUNNING
        ? new Decision.Wait(settles)
        : new Decision.Report(
            new JobState.Running(seen.runner(ledger.attempt(), pod)),
            ledger.started(startedAt),
            least(left));
  }

  private Duration least(Duration left) {
    return left.compareTo(timing.recheck()) < 0 ? left : timing.recheck();
  }

  private Decision gone(String message) {
    return without(
        new Ended.Without(null, now, Reason.RunnerGone, Message.of(message), null), lastRunner());
  }

  private Decision without(Ended.Without end, @Nullable Runner runner) {
    return new RetryPolicy(seen.reference().uid(), order.policy(), now).decide(ledger, end, runner);
  }

  private Runner lastRunner() {
    Runner recorded = seen.recorded() == null ? null : seen.recorded().runner();
    return recorded != null && recorded.attempt() == ledger.attempt()
        ? recorded
        : seen.runner(ledger.attempt(), null);
  }
}
