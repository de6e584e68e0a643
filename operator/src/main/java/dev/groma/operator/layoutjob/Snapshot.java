package dev.groma.operator.layoutjob;

import dev.groma.api.layoutjob.Condition;
import dev.groma.api.layoutjob.LayoutJobStatus;
import dev.groma.api.layoutjob.Phase;
import dev.groma.api.layoutjob.Runner;
import dev.groma.api.reason.Reason;
import dev.groma.api.runner.JobReference;
import dev.groma.api.status.ConditionType;
import dev.groma.operator.attempt.RunnerJob;
import dev.groma.operator.attempt.RunnerPod;
import java.time.Instant;
import java.time.format.DateTimeParseException;
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
 * @param recorded its status; null when there is none
 * @param job the Job of the current attempt; null when it is not seen
 * @param pods of the current attempt, in any order
 * @param sight where all this comes from
 */
public record Snapshot(
    JobReference reference,
    long generation,
    Instant createdAt,
    Order order,
    @Nullable LayoutJobStatus recorded,
    @Nullable RunnerJob job,
    List<RunnerPod> pods,
    Sight sight) {

  /** Copies the list. */
  public Snapshot {
    pods = List.copyOf(pods);
  }

  /** Where a snapshot's Job and Pods come from. */
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

  /** The engine that the spec asks for; empty where it cannot be read. */
  String engine() {
    return switch (order) {
      case Order.Runnable runnable -> runnable.block().engine();
      case Order.Unreadable unreadable -> "";
    };
  }

  /** Whether the recorded phase is Running. */
  boolean isRunning() {
    return recorded != null && recorded.phase() == Phase.RUNNING;
  }

  /** When the runner started, as far as it is recorded; null otherwise. */
  @Nullable Instant recordedStart() {
    String time = recorded == null ? null : recorded.startTime();
    try {
      return time == null ? null : Instant.parse(time);
    } catch (DateTimeParseException foreign) {
      return null;
    }
  }

  /** Whether the recorded phase is final. */
  boolean isFinal() {
    Phase phase = recorded == null ? null : recorded.phase();
    return phase != null && phase.terminal();
  }

  /** Whether the status says that the attempt's Job has existed. */
  boolean jobIsRecorded() {
    Runner runner = recorded == null ? null : recorded.runner();
    return runner != null && runner.jobName() != null;
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
