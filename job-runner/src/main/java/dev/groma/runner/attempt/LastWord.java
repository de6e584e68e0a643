package dev.groma.runner.attempt;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.groma.api.runner.ExitCode;
import dev.groma.api.runner.ResultArtifact;
import dev.groma.api.runner.RunnerContract;
import dev.groma.api.runner.TerminationMessage;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a runner says at its end: a termination message of at most {@link
 * RunnerContract#TERMINATION_MESSAGE_MAX_BYTES} bytes, and its exit code.
 *
 * <p>The message of a failure is cut by the contract itself, so it always fits. An answer whose
 * artifacts do not fit names {@code result.json} alone, which names all others with their digests.
 *
 * @param exitCode of the process
 * @param json the message
 */
public record LastWord(ExitCode exitCode, String json) {

  /** The last word about this outcome of the job's attempt. */
  public static LastWord of(String jobUid, int attempt, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Answer answer -> {
        String whole = succeeded(jobUid, attempt, answer.summary(), answer.artifacts());
        yield fits(whole) ? new LastWord(ExitCode.DONE, whole) : shortened(jobUid, attempt, answer);
      }
      case Outcome.NoAnswer none ->
          new LastWord(
              none.exitCode(),
              RunnerContract.canonicalJson(
                  TerminationMessage.failed(jobUid, attempt, none.failure())));
    };
  }

  private static LastWord shortened(String jobUid, int attempt, Outcome.Answer answer) {
    List<ResultArtifact> result = List.of(answer.artifacts().getLast());
    String brief = succeeded(jobUid, attempt, answer.summary(), result);
    return fits(brief)
        ? new LastWord(ExitCode.DONE, brief)
        : of(jobUid, attempt, Outcome.NoAnswer.of(ExitCode.BUG, tooLong(brief)));
  }

  private static String succeeded(
      String jobUid, int attempt, ObjectNode summary, List<ResultArtifact> artifacts) {
    return RunnerContract.canonicalJson(
        TerminationMessage.succeeded(jobUid, attempt, summary, artifacts));
  }

  private static String tooLong(String brief) {
    return "the engine's summary takes a termination message of %,d bytes, more than the %,d that a Pod can say"
        .formatted(
            brief.getBytes(StandardCharsets.UTF_8).length,
            RunnerContract.TERMINATION_MESSAGE_MAX_BYTES);
  }

  private static boolean fits(String json) {
    return json.getBytes(StandardCharsets.UTF_8).length
        <= RunnerContract.TERMINATION_MESSAGE_MAX_BYTES;
  }
}
