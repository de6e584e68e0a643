package dev.groma.api.status;

import dev.groma.api.layoutjob.Summary;
import dev.groma.api.reason.Reason;
import dev.groma.api.runner.ResultArtifact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of an attempt that has ended. */
public sealed interface AttemptResult {

  /**
   * The engine answered.
   *
   * @param summary of the engine
   * @param artifacts that the runner stored; only {@code result.json}, which names all others,
   *     where the list is too long for a termination message
   */
  record Answer(Summary summary, List<ResultArtifact> artifacts) implements AttemptResult {
    public Answer {
      artifacts = List.copyOf(artifacts);
    }
  }

  /**
   * There is no answer.
   *
   * @param reason why
   * @param message the same for a person, with a place and a way out
   * @param exitCode of the runner; null when none ended
   */
  record NoAnswer(Reason reason, String message, @Nullable Integer exitCode)
      implements AttemptResult {}
}
