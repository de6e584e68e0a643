package dev.groma.api.status;

import dev.groma.api.layoutjob.Condition;
import dev.groma.api.layoutjob.Failure;
import dev.groma.api.layoutjob.LayoutJobStatus;
import dev.groma.api.layoutjob.Phase;
import dev.groma.api.layoutjob.Runner;
import dev.groma.api.reason.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes the status of a job from its state.
 *
 * <p>Equal states give equal statuses: a condition keeps the time of its last transition for as
 * long as its status stays the same, so nothing is written for an unchanged world.
 */
public final class StatusBuilder {

  private static final Set<ConditionType> COMPLETE =
      EnumSet.of(ConditionType.Accepted, ConditionType.Complete, ConditionType.Ready);

  private final String engine;
  private final long generation;
  private final @Nullable LayoutJobStatus previous;
  private final Instant now;

  /**
   * A builder for one job at one moment.
   *
   * @param engine that the spec asks for
   * @param generation of the spec that the state is about
   * @param previous status, whose transition times are kept; null when there is none
   * @param now for transitions that happen here
   */
  public StatusBuilder(
      String engine, long generation, @Nullable LayoutJobStatus previous, Instant now) {
    this.engine = engine;
    this.generation = generation;
    this.previous = previous;
    this.now = now;
  }

  /** The whole status for this state. */
  public LayoutJobStatus build(JobState state) {
    return switch (state) {
      case JobState.Queued queued ->
          status(
              Phase.QUEUED,
              queued.runner(),
              null,
              null,
              conditions(queued.reason(), queued.message(), open()));
      case JobState.Running running ->
          status(
              Phase.RUNNING,
              running.runner(),
              running.startedAt(),
              null,
              conditions(
                  Reason.RunnerRunning,
                  "attempt %d is running".formatted(running.runner().attempt()),
                  open(ConditionType.Running)));
      case JobState.Succeeded succeeded ->
          status(
                  Phase.SUCCEEDED,
                  succeeded.runner(),
                  succeeded.startedAt(),
                  succeeded.endedAt(),
                  conditions(Reason.Completed, "the engine answered; see status.summary", COMPLETE))
              .withResult(succeeded.summary(), succeeded.artifacts());
      case JobState.Failed failed ->
          status(
                  Phase.FAILED,
                  failed.runner(),
                  failed.startedAt(),
                  failed.endedAt(),
                  conditions(failed.reason(), failed.message(), failedConditions(failed)))
              .withFailure(
                  new Failure(failed.reason().name(), failed.message(), failed.exitCode()));
    };
  }

  private static Set<ConditionType> open(ConditionType... others) {
    EnumSet<ConditionType> types = EnumSet.of(ConditionType.Accepted, ConditionType.Reconciling);
    types.addAll(Arrays.asList(others));
    return types;
  }

  private static Set<ConditionType> failedConditions(JobState.Failed failed) {
    EnumSet<ConditionType> types = EnumSet.of(ConditionType.Failed, ConditionType.Stalled);
    if (failed.runner() != null) {
      types.add(ConditionType.Accepted);
    }
    return types;
  }

  private List<Condition> conditions(Reason reason, String message, Set<ConditionType> isTrue) {
    return Arrays.stream(ConditionType.values())
        .map(type -> condition(type, isTrue.contains(type), reason, message))
        .toList();
  }

  private Condition condition(ConditionType type, boolean isTrue, Reason reason, String message) {
    String status = isTrue ? "True" : "False";
    boolean accepted = type == ConditionType.Accepted && isTrue;
    return new Condition(
        type.name(),
        status,
        accepted ? Reason.Accepted.name() : reason.name(),
        accepted ? "the operator runs this job" : message,
        transitionTime(type, status),
        generation);
  }

  private String transitionTime(ConditionType type, String status) {
    List<Condition> before = previous == null ? null : previous.conditions();
    return before == null
        ? rfc3339(now)
        : before.stream()
            // The status that the CRD gives a new object has no time of its own.
            .filter(condition -> !condition.reason().equals(Reason.WaitingForOperator.name()))
            .filter(condition -> condition.type().equals(type.name()))
            .filter(condition -> condition.status().equals(status))
            .map(Condition::lastTransitionTime)
            .findFirst()
            .orElse(rfc3339(now));
  }

  private LayoutJobStatus status(
      Phase phase,
      @Nullable Runner runner,
      @Nullable Instant start,
      @Nullable Instant end,
      List<Condition> conditions) {
    return new LayoutJobStatus(
        generation,
        engine,
        phase,
        runner == null ? 0 : runner.attempt(),
        start == null ? null : rfc3339(start),
        end == null ? null : rfc3339(end),
        start == null || end == null ? null : duration(Duration.between(start, end)),
        conditions,
        null,
        null,
        null,
        runner,
        null);
  }

  private static String rfc3339(Instant instant) {
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
