package dev.groma.runner.attempt;

import dev.groma.api.runner.ExitCode;
import dev.groma.api.runner.RunnerContract;
import dev.groma.api.runner.RunnerFailure;
import dev.groma.api.runner.TerminationMessage;
import java.nio.charset.StandardCharsets;

/**
 * What a runner says at its end: a termination message of at most {@link
 * RunnerContract#TERMINATION_MESSAGE_MAX_BYTES} bytes, and its exit code.
 *
 * <p>What does not fit is shortened in this order: a failure's message to 1,024 characters (by the
 * contract itself), then to as many whole characters as fit, with a mark of what was cut. An answer
 * is never shortened: one that does not fit is a fault of the engine's, which lists too many
 * artifacts.
 *
 * @param exitCode of the process
 * @param json the message
 */
public record LastWord(ExitCode exitCode, String json) {

  private static final String CUT = "…";

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
          new LastWord(none.exitCode(), failed(jobUid, attempt, none.failure()));
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

  private static String failed(String jobUid, int attempt, RunnerFailure failure) {
    String whole = word(jobUid, attempt, failure);
    if (fits(whole)) {
      return whole;
    }
    String message = failure.message();
    int fitting = 0;
    int tooMany = message.length();
    while (tooMany - fitting > 1) {
      int middle = (fitting + tooMany) >>> 1;
      if (fits(word(jobUid, attempt, cut(failure, middle)))) {
        fitting = middle;
      } else {
        tooMany = middle;
      }
    }
    return word(jobUid, attempt, cut(failure, fitting));
  }

  private static RunnerFailure cut(RunnerFailure failure, int length) {
    String message = failure.message();
    boolean splitsPair = length > 0 && Character.isHighSurrogate(message.charAt(length - 1));
    return new RunnerFailure(
        failure.reason(), message.substring(0, splitsPair ? length - 1 : length) + CUT);
  }

  private static String word(String jobUid, int attempt, RunnerFailure failure) {
    return RunnerContract.canonicalJson(TerminationMessage.failed(jobUid, attempt, failure));
  }

  private static boolean fits(String json) {
    return json.getBytes(StandardCharsets.UTF_8).length
        <= RunnerContract.TERMINATION_MESSAGE_MAX_BYTES;
  }
}
