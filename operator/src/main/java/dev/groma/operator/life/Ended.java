package dev.groma.operator.life;

import dev.groma.api.layoutjob.Summary;
import dev.groma.api.reason.Reason;
import dev.groma.api.runner.ResultArtifact;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How an attempt ended, as far as it is believed. */
sealed interface Ended {

  /** When its container started; null where it did not, or nobody knows. */
  @Nullable Instant startedAt();

  /** When it ended, or was given up. */
  Instant endedAt();

  /**
   * With an answer that its runner says it has stored.
   *
   * @param summary of the engine
   * @param artifacts that the runner names
   */
  record WithAnswer(
      @Nullable Instant startedAt, Instant endedAt, Summary summary, List<ResultArtifact> artifacts)
      implements Ended {
    public WithAnswer {
      artifacts = List.copyOf(artifacts);
    }
  }

  /**
   * Without one.
   *
   * @param reason why
   * @param message the same for a person
   * @param exitCode of the runner, 0 to 255; null where none ended
   */
  record Without(
      @Nullable Instant startedAt,
      Instant endedAt,
      Reason reason,
      String message,
      @Nullable Integer exitCode)
      implements Ended {}
}
