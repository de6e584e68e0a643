package dev.groma.api.status;

import dev.groma.api.layoutjob.Artifact;
import dev.groma.api.layoutjob.Condition;
import dev.groma.api.layoutjob.Failure;
import dev.groma.api.layoutjob.JobIdentity;
import dev.groma.api.layoutjob.LayoutJobStatus;
import dev.groma.api.layoutjob.Phase;
import dev.groma.api.layoutjob.Progress;
import dev.groma.api.layoutjob.Runner;
import dev.groma.api.layoutjob.Summary;
import dev.groma.api.reason.Reason;
import dev.groma.api.status.JobState.RecordedAnswer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes the status of a job from its state and its ledger.
 *
 * <p>Equal states give equal statuses: a condition keeps the time of its last transition for as
 * long as its status stays the same, so nothing is written for an unchanged world. The progress is
 * the report endpoint's to write and is taken over as it is; a job that succeeded is done by 100
 * per cent.
 */
public final class StatusBuilder {

  private static final int DONE_PERCENT = 100;

  private final JobDescription job;
  private final @Nullable LayoutJobStatus previous;
  private final Conditions conditions;

  /**
   * A builder for one job at one moment.
   *
   * @param job what the status is about
   * @param previous status, whose transition times are kept; null when there is none
   * @param now for transitions that happen here
   */
  public StatusBuilder(JobDescription job, @Nullable LayoutJobStatus previous, Instant now) {
    this.job = job;
    this.previous = previous;
    this.conditions =
        new Conditions(
            job.generation(),
            previous == null || previous.conditions() == null ? List.of() : previous.conditions(),
            time(now));
  }

  /**
   * What a status is about.
   *
   * @param engine that the spec asks for
   * @param generation of the spec
   * @param inputHash of the spec; null where it has none
   */
  public record JobDescription(String engine, long generation, @Nullable String inputHash) {}

  /** The whole status for this state and ledger. */
  public LayoutJobStatus build(JobState state, Ledger ledger) {
    return switch (state) {
      case JobState.Pending(Reason reason, String message) ->
          new Draft(Phase.PENDING, ledger)
              .waitingUntil(ledger.notBefore())
              .build(conditions.open(reason, message));
      case JobState.Queued(Reason reason, String message, Runner runner) ->
          new Draft(Phase.QUEUED, ledger)
              .by(runner)
              .waitingUntil(runner.jobName() == null ? ledger.notBefore() : null)
              .build(conditions.open(reason, message));
      case JobState.Running(Runner runner) ->
          new Draft(Phase.RUNNING, ledger).by(runner).build(conditions.running(runner.attempt()));
      case JobState.Suspended() -> new Draft(Phase.SUSPENDED, ledger).build(conditions.suspended());
      case JobState.Succeeded(Runner runner, Instant endedAt, RecordedAnswer answer) ->
          new Draft(Phase.SUCCEEDED, ledger)
              .by(runner)
              .endedAt(endedAt)
              .answering(answer)
              .build(conditions.complete(answer.reusedFrom()));
      case JobState.Failed failed ->
          new Draft(Phase.FAILED, ledger)
              .by(failed.runner())
              .endedAt(failed.endedAt())
              .because(
                  new Failure(
                      failed.reason().name(),
                      failed.message(),
                      failed.reason().ending().retryable(),
                      failed.exitCode()))
              .build(conditions.failed(failed.reason(), failed.message(), failed.runner() != null));
      case JobState.Cancelled(Runner runner, Instant endedAt) ->
          new Draft(Phase.CANCELLED, ledger)
              .by(runner)
              .endedAt(endedAt)
              .build(conditions.cancelled());
    };
  }

  /** The same status, as one about another generation of the spec. */
  public static LayoutJobStatus about(long generation, LayoutJobStatus status) {
    List<Condition> conditions = status.conditions();
    return new LayoutJobStatus(
        generation,
        status.engine(),
        status.phase(),
        status.attempts(),
        status.startTime(),
        status.completionTime(),
        status.duration(),
        status.inputHash(),
        conditions == null ? null : conditions.stream().map(one -> about(generation, one)).toList(),
        status.progress(),
        status.summary(),
        status.resultLocation(),
        status.artifacts(),
        status.reusedFrom(),
        status.failure(),
        status.runner(),
        status.budget(),
        status.nextAttemptTime(),
        status.memory(),
        status.pastAttempts(),
        null);
  }

  private static Condition about(long generation, Condition condition) {
    return new Condition(
        condition.type(),
        condition.status(),
        condition.reason(),
        condition.message(),
        condition.lastTransitionTime(),
        generation);
  }

  /** A status in the making: what differs between phases. */
  private final class Draft {
    private final Phase phase;
    private final Ledger ledger;
    private @Nullable Runner runner;
    private @Nullable Instant notBefore;
    private @Nullable Instant end;
    private @Nullable RecordedAnswer answer;
    private @Nullable Failure failure;

    Draft(Phase phase, Ledger ledger) {
      this.phase = phase;
      this.ledger = ledger;
    }

    Draft by(@Nullable Runner attempt) {
      runner = attempt;
      return this;
    }

    Draft waitingUntil(@Nullable Instant time) {
      notBefore = time;
      return this;
    }

    Draft endedAt(Instant time) {
      end = time;
      return this;
    }

    Draft answering(RecordedAnswer recorded) {
      answer = recorded;
      return this;
    }

    Draft because(Failure cause) {
      failure = cause;
      return this;
    }

    LayoutJobStatus build(List<Condition> all) {
      Instant start = ledger.startedAt();
      return new LayoutJobStatus(
          job.generation(),
          job.engine(),
          phase,
          neverTried() ? 0 : ledger.attempt(),
          rfc3339(start),
          rfc3339(end),
          start == null || end == null ? null : duration(Duration.between(start, end)),
          job.inputHash(),
          all,
          progress(),
          summary(),
          answer == null ? null : answer.location(),
          artifacts(),
          reusedFrom(),
          failure,
          runner,
          ledger.budget(),
          rfc3339(notBefore),
          ledger.memory(),
          emptyAsAbsent(ledger.past()),
          null);
    }

    /** A number that was given away is not taken back: runners may have it. */
    private boolean neverTried() {
      return phase.terminal() && runner == null && ledger.attempt() == 1 && ledger.past().isEmpty();
    }

    private @Nullable Progress progress() {
      Progress last = previous == null ? null : previous.progress();
      return last == null || answer == null || end == null
          ? last
          : new Progress(DONE_PERCENT, "done", time(end), last.attempt());
    }

    private @Nullable Summary summary() {
      return answer == null ? null : answer.summary();
    }

    private @Nullable List<Artifact> artifacts() {
      return answer == null ? null : emptyAsAbsent(answer.artifacts());
    }

    private @Nullable JobIdentity reusedFrom() {
      return answer == null ? null : answer.reusedFrom();
    }
  }

  /** As it comes back from the API server, which is not sent empty lists. */
  private static <T> @Nullable List<T> emptyAsAbsent(List<T> list) {
    return list.isEmpty() ? null : list;
  }

  private static @Nullable String rfc3339(@Nullable Instant instant) {
    return instant == null ? null : time(instant);
  }

  /** RFC 3339 in UTC with whole seconds. */
  static String time(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** Such as {@code 850ms}, {@code 12s}, {@code 3m5s} or {@code 2h0m}; a negative one is 0. */
  static String duration(Duration duration) {
    long millis = Math.max(0, duration.toMillis());
    long seconds = millis / 1000;
    if (seconds == 0) {
      return millis == 0 ? "0s" : millis + "ms";
    }
    if (seconds < 60) {
      return seconds + "s";
    }
    return seconds < 3600
        ? seconds / 60 + "m" + seconds % 60 + "s"
        : seconds / 3600 + "h" + seconds % 3600 / 60 + "m";
  }
}
