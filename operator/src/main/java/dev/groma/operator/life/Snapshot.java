package dev.groma.operator.life;

import dev.groma.api.layoutjob.Condition;
import dev.groma.api.layoutjob.LayoutJobStatus;
import dev.groma.api.layoutjob.Phase;
import dev.groma.api.layoutjob.Runner;
import dev.groma.api.reason.Reason;
import dev.groma.api.runner.JobReference;
import dev.groma.api.status.ConditionType;
import dev.groma.api.status.StatusBuilder.JobDescription;
import dev.groma.operator.attempt.AttemptName;
import dev.groma.operator.attempt.RunnerPod;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a LayoutJob at one moment.
 *
 * @param reference namespace, name and UID
 * @param generation of the spec
 * @param createdAt when the API server stored it
 * @param order what the spec asks for
 * @param wishes what a person may change
 * @param recorded its status; null when there is none
 * @param attempts of which something is seen, in any order
 * @param results ConfigMaps with artifacts of this job
 * @param reusable an answer of another job that would do; null where there is none
 * @param sight where all this comes from
 */
public record Snapshot(
    JobReference reference,
    long generation,
    Instant createdAt,
    Order order,
    Wishes wishes,
    @Nullable LayoutJobStatus recorded,
    List<Attempt> attempts,
    List<StoredResult> results,
    @Nullable Reusable reusable,
    Sight sight) {

  /** Copies the lists. */
  public Snapshot {
    attempts = List.copyOf(attempts);
    results = List.copyOf(results);
  }

  /** Where a snapshot's Jobs and Pods come from. */
  public sealed interface Sight {

    /** From caches that may lag behind. */
    record Cached() implements Sight {}

    /**
     * From the API server, just now.
     *
     * @param warnings what components complain of about the Job or its Pods, the newest first
     */
    record Live(List<String> warnings) implements Sight {
      /** Copies the list. */
      public Live {
        warnings = List.copyOf(warnings);
      }
    }
  }

  /** What a status of this job is about. */
  public JobDescription description() {
    return switch (order) {
      case Order.Runnable runnable ->
          new JobDescription(runnable.block().engine(), generation, runnable.inputHash());
      case Order.Unreadable unreadable -> new JobDescription("", generation, null);
    };
  }

  /** What is seen of an attempt; of one that was not seen, nothing. */
  Attempt attempt(int number) {
    return attempts.stream()
        .filter(attempt -> attempt.number() == number)
        .findFirst()
        .orElseGet(() -> new Attempt(number, null, List.of()));
  }

  /**
   * The runner of an attempt.
   *
   * @param pod its Pod; null where none is known
   */
  Runner runner(int attempt, @Nullable RunnerPod pod) {
    return new Runner(
        AttemptName.of(reference.name(), reference.uid(), attempt),
        pod == null ? null : pod.name(),
        pod == null ? null : pod.node(),
        attempt);
  }

  /** The largest number of an attempt that is seen; 0 where none is. */
  int newestSeen() {
    return attempts.stream().mapToInt(Attempt::number).max().orElse(0);
  }

  /** The recorded phase; null where nothing is recorded. */
  public @Nullable Phase phase() {
    return recorded == null ? null : recorded.phase();
  }

  /** Whether the recorded phase is final. */
  boolean isFinal() {
    Phase phase = phase();
    return phase != null && phase.terminal();
  }

  /** Whether the status says that the Job of this attempt has existed. */
  boolean hasExisted(int attempt) {
    Runner runner = recorded == null ? null : recorded.runner();
    return runner != null && runner.jobName() != null && runner.attempt() == attempt;
  }

  /** The message of the recorded status, if it is queued for this reason. */
  Optional<String> recordedMessage(Reason reason) {
    if (recorded == null || recorded.phase() != Phase.QUEUED || recorded.conditions() == null) {
      return Optional.empty();
    }
    return recorded.conditions().stream()
        .filter(condition -> condition.type().equals(ConditionType.Running.name()))
        .filter(condition -> condition.reason().equals(reason.name()))
        .map(Condition::message)
        .findFirst();
  }
}
