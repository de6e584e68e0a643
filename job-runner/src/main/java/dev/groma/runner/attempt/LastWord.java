package dev.groma.runner.attempt;

import dev.groma.api.runner.ExitCode;
import dev.groma.api.runner.RunnerContract;
import dev.groma.api.runner.TerminationMessage;
import java.nio.charset.StandardCharsets;

/**
 * What a runner says at its end: a termination message of at most {@link
 * RunnerContract#TERMINATION_MESSAGE_MAX_BYTES} bytes, and its exit code.
 *
 * <p>The message of a failure is cut by the contract itself, so it always fits. An answer is never
 * cut: one that does not fit is a fault of the engine's, which lists too many artifacts.
 *
 * @param exitCode of the process
 * @param json the message
 */
public record LastWord(ExitCode exitCode, String json) {

  /** The last word about this outcome of the job's attempt. */
  public static LastWord of(String jobUid, int attempt, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Answer answer -> {
        String json =
            RunnerContract.canonicalJson(
                TerminationMessage.succeeded(
                    jobUid, attempt, answer.summary(), answer.artifacts()));
        yield fits(json)
            ? new LastWord(ExitCode.DONE, json)
            : of(jobUid, attempt, tooLong(answer, json));
      }
      case Outcome.NoAnswer none ->
          new LastWord(
              none.exitCode(),
              RunnerContract.canonicalJson(
                  TerminationMessage.failed(jobUid, attempt, none.failure())));
    };
  }

  private static Outcome.NoAnswer tooLong(Outcome.Answer answer, String json) {
    return Outcome.NoAnswer.of(
        ExitCode.BUG,
        "the engine's report of %d artifacts takes %,d bytes, more than the %,d that a Pod can say"
            .formatted(
                answer.artifacts().size(),
                json.getBytes(StandardCharsets.UTF_8).length,
                RunnerContract.TERMINATION_MESSAGE_MAX_BYTES));
  }

  private static boolean fits(String json) {
    return json.getBytes(StandardCharsets.UTF_8).length
        <= RunnerContract.TERMINATION_MESSAGE_MAX_BYTES;
  }
}
