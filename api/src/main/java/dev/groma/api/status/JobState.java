package dev.groma.api.status;

import dev.groma.api.layoutjob.Artifact;
import dev.groma.api.layoutjob.Runner;
import dev.groma.api.layoutjob.Summary;
import dev.groma.api.reason.Reason;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of a job once it has been looked at. */
public sealed interface JobState {

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
   * @param startedAt when its container started
   */
  record Running(Runner runner, Instant startedAt) implements JobState {}

  /**
   * The engine answered.
   *
   * @param runner the attempt that answered
   * @param startedAt when it started
   * @param endedAt when it ended
   * @param summary of the engine
   * @param artifacts that it made
   */
  record Succeeded(
      Runner runner, Instant startedAt, Instant endedAt, Summary summary, List<Artifact> artifacts)
      implements JobState {
    public Succeeded {
      artifacts = List.copyOf(artifacts);
    }
  }

  /**
   * There is no answer and there will be none.
   *
   * @param runner the last attempt; null when none was made
   * @param startedAt when it started; null when it did not
   * @param endedAt when it was known that there will be no answer
   * @param reason why
   * @param message the same for a person, with a place and a way out
   * @param exitCode of the runner; null when none ended
   */
  record Failed(
      @Nullable Runner runner,
      @Nullable Instant startedAt,
      Instant endedAt,
      Reason reason,
      String message,
      @Nullable Integer exitCode)
      implements JobState {}
}
