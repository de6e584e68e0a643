package dev.groma.runner.attempt;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.groma.api.reason.Reason;
import dev.groma.api.runner.ExitCode;
import dev.groma.api.runner.ResultArtifact;
import dev.groma.api.runner.RunnerFailure;
import dev.groma.engine.BadInputException;
import dev.groma.engine.Problem;
import dev.groma.runner.transfer.TransferException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a run ended. */
public sealed interface Outcome {

  /** The exit code of a process that does nothing but this run. */
  ExitCode exitCode();

  /**
   * The engine answered.
   *
   * @param summary of the engine, with {@code processingSeconds}
   * @param artifacts all files written, {@code result.json} last
   */
  record Answer(ObjectNode summary, List<ResultArtifact> artifacts) implements Outcome {
    public Answer {
      artifacts = List.copyOf(artifacts);
    }

    @Override
    public ExitCode exitCode() {
      return ExitCode.DONE;
    }
  }

  /**
   * There is no answer.
   *
   * @param exitCode never {@link ExitCode#DONE}
   * @param reason one that goes with the exit code
   * @param message what is wrong, where, and what to do
   * @param problems the same one by one, where the parameters or the input are at fault
   * @param input in which the problems are, by the engine's name for it; null where that is clear
   *     or where they are in none by itself
   * @param cause of a fault of the engine's own, for the log
   */
  record NoAnswer(
      ExitCode exitCode,
      Reason reason,
      String message,
      List<Problem> problems,
      @Nullable String input,
      @Nullable Throwable cause)
      implements Outcome {

    public NoAnswer {
      if (exitCode == ExitCode.DONE) {
        throw new IllegalArgumentException("a run without an answer is not done");
      }
      if (!exitCode.reasons().contains(reason)) {
        throw new IllegalArgumentException(
            "the reason %s does not go with the exit code %s".formatted(reason, exitCode));
      }
      problems = List.copyOf(problems);
    }

    /** Without problems that could be told one by one. */
    public static NoAnswer of(ExitCode exitCode, String message) {
      return of(exitCode, message, List.of(), null);
    }

    /** For the reason that an exit code stands for by itself. */
    public static NoAnswer of(
        ExitCode exitCode, String message, List<Problem> problems, @Nullable Throwable cause) {
      return new NoAnswer(
          exitCode, exitCode.reason().orElseThrow(), message, problems, null, cause);
    }

    /** For data that cannot be read. */
    public static NoAnswer of(BadInputException wrong) {
      return new NoAnswer(
          ExitCode.BAD_DATA,
          ExitCode.BAD_DATA.reason().orElseThrow(),
          String.valueOf(wrong.getMessage()),
          wrong.problems().first(),
          wrong.input(),
          null);
    }

    /** For a transfer that came to nothing. */
    public static NoAnswer of(TransferException failure) {
      return new NoAnswer(
          failure.exitCode(), failure.reason(), failure.words(), List.of(), null, null);
    }

    /** As the contract has it. */
    public RunnerFailure failure() {
      return new RunnerFailure(reason, message);
    }
  }
}
