package dev.groma.api.status;

import dev.groma.api.layoutjob.Artifact;
import dev.groma.api.layoutjob.JobIdentity;
import dev.groma.api.layoutjob.Runner;
import dev.groma.api.layoutjob.Summary;
import dev.groma.api.reason.Reason;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of a job once it has been looked at. */
public sealed interface JobState {

  /**
   * The current attempt has not begun.
   *
   * @param reason why
   * @param message the same for a person
   */
  record Pending(Reason reason, String message) implements JobState {}

  /**
   * The runner exists and cannot start yet.
   *
   * @param reason why
   * @param message the same in the words of whoever keeps it from starting
   * @param runner the attempt that waits
   */
  record Queued(Reason reason, String message, Runner runner) implements JobState {}

  /**
   * The runner is at work.
   *
   * @param runner the attempt that runs
   */
  record Running(Runner runner) implements JobState {}

  /** The job is held; no runner runs. */
  record Suspended() implements JobState {}

  /**
   * There is an answer.
   *
   * @param runner the attempt that answered; null where another job's did
   * @param endedAt when it ended
   * @param answer what it answered
   */
  record Succeeded(@Nullable Runner runner, Instant endedAt, RecordedAnswer answer)
      implements JobState {}

  /**
   * There is no answer and there will be none.
   *
   * @param runner the last attempt; null when none was made
   * @param endedAt when it was known that there will be no answer
   * @param reason why
   * @param message the same for a person, with a place and a way out
   * @param exitCode of the runner; null when none ended
   */
  record Failed(
      @Nullable Runner runner,
      Instant endedAt,
      Reason reason,
      String message,
      @Nullable Integer exitCode)
      implements JobState {}

  /**
   * Somebody ended the job.
   *
   * @param runner the attempt that was current; null when none was made
   * @param endedAt when the operator saw that
   */
  record Cancelled(@Nullable Runner runner, Instant endedAt) implements JobState {}

  /**
   * An answer and where its files are.
   *
   * @param summary of the engine
   * @param location what all URIs of the artifacts start with; null where they have none
   * @param artifacts that are stored
   * @param reusedFrom the job that made them; null where this one did
   */
  record RecordedAnswer(
      Summary summary,
      @Nullable String location,
      List<Artifact> artifacts,
      @Nullable JobIdentity reusedFrom) {
    public RecordedAnswer {
      artifacts = List.copyOf(artifacts);
    }
  }
}
