package dev.groma.operator.life;

import dev.groma.api.layoutjob.Backoff;
import dev.groma.api.layoutjob.Execution;
import dev.groma.api.layoutjob.OutOfMemory;
import dev.groma.api.layoutjob.ResourceAmounts;
import dev.groma.api.layoutjob.Resources;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How attempts run and how many there may be: a spec's execution with every default filled in.
 *
 * @param timeout of one attempt, from the start of its container
 * @param startDeadline of one attempt, to the start of its container: from the creation of its Job,
 *     from when Kueue took that back or let it go, or from when it was first refused
 * @param maxAttempts attempts that may fail before the job does
 * @param backoffInitial bound of the wait after the first failure
 * @param backoffMax largest bound of a wait
 * @param memory of an attempt, a Kubernetes quantity
 * @param memoryFactor by which it is raised after an attempt ran out of it
 * @param memoryLimit the most that an attempt gets
 */
public record ExecutionPolicy(
    Duration timeout,
    Duration startDeadline,
    int maxAttempts,
    Duration backoffInitial,
    Duration backoffMax,
    String memory,
    double memoryFactor,
    String memoryLimit) {

  /** As asked for by whoever ran the first of these systems; spec.execution documents them. */
  private static final int TIMEOUT_SECONDS = 240;

  private static final int START_DEADLINE_SECONDS = 900;
  private static final int MAX_ATTEMPTS = 5;
  private static final int BACKOFF_INITIAL_SECONDS = 10;
  private static final int BACKOFF_MAX_SECONDS = 300;
  private static final double MEMORY_FACTOR = 2;

  /** The policy that a spec asks for. */
  static ExecutionPolicy of(@Nullable Execution execution, Defaults defaults) {
    Backoff backoff = execution == null ? null : execution.backoff();
    Resources resources = execution == null ? null : execution.resources();
    OutOfMemory oom = resources == null ? null : resources.outOfMemory();
    return new ExecutionPolicy(
        seconds(execution == null ? null : execution.timeoutSeconds(), TIMEOUT_SECONDS),
        seconds(
            execution == null ? null : execution.startDeadlineSeconds(), START_DEADLINE_SECONDS),
        Objects.requireNonNullElse(
            execution == null ? null : execution.maxAttempts(), MAX_ATTEMPTS),
        seconds(backoff == null ? null : backoff.initialSeconds(), BACKOFF_INITIAL_SECONDS),
        seconds(backoff == null ? null : backoff.maxSeconds(), BACKOFF_MAX_SECONDS),
        memory(resources, defaults),
        Objects.requireNonNullElse(oom == null ? null : oom.factor(), MEMORY_FACTOR),
        Objects.requireNonNullElse(oom == null ? null : oom.limit(), defaults.memoryLimit()));
  }

  /** The limit counts, for that is what a runner is killed at. */
  private static String memory(@Nullable Resources resources, Defaults defaults) {
    return resources == null
        ? defaults.memory()
        : Stream.of(resources.limits(), resources.requests())
            .filter(Objects::nonNull)
            .map(ResourceAmounts::memory)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(defaults.memory());
  }

  private static Duration seconds(@Nullable Integer given, int usual) {
    return Duration.ofSeconds(Objects.requireNonNullElse(given, usual));
  }
}
