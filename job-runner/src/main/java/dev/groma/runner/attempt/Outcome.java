package dev.groma.runner.attempt;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.groma.api.runner.ExitCode;
import dev.groma.api.runner.ResultArtifact;
import dev.groma.api.runner.RunnerFailure;
import dev.groma.engine.Problem;
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
   * @param message what is wrong, where, and what to do
   * @param problems the same one by one, where the parameters or the input are at fault
   * @param cause of a fault of the engine's own, for the log
   */
  record NoAnswer(
      ExitCode exitCode, String message, List<Problem> problems, @Nullable Throwable cause)
      implements Outcome {

    public NoAnswer {
      if (exitCode == ExitCode.DONE) {
        throw new IllegalArgumentException("a run without an answer is not done");
      }
      problems = List.copyOf(problems);
    }

    /** Without problems that could be told one by one. */
    public static NoAnswer of(ExitCode exitCode, String message) {
      return new NoAnswer(exitCode, message, List.of(), null);
    }

    /** As the contract has it. */
    public RunnerFailure failure() {
      return new RunnerFailure(exitCode.reason().orElseThrow(), message);
    }
  }
}
