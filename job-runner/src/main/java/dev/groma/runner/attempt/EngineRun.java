package dev.groma.runner.attempt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.groma.api.runner.ExitCode;
import dev.groma.api.runner.RunnerContract;
import dev.groma.api.runner.RunnerResult;
import dev.groma.engine.BadInputException;
import dev.groma.engine.BadParametersException;
import dev.groma.engine.CancelledException;
import dev.groma.engine.Engine;
import dev.groma.engine.EngineContext;
import dev.groma.engine.EngineException;
import dev.groma.engine.Inputs;
import dev.groma.runner.transfer.FileWords;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Runs an engine once and says how it ended, whatever it does.
 *
 * <p>Memory that runs out is an end like any other: what the engine held is garbage by then, and
 * there is room for a last word. {@code -XX:+ExitOnOutOfMemoryError} would end the process without
 * one.
 *
 * @param context progress and cancellation
 * @param nanoTime a clock that never goes back, in nanoseconds
 */
public record EngineRun(EngineContext context, LongSupplier nanoTime) {

  /** The one number of a summary that is measured here and stands in no artifact. */
  private static final String PROCESSING_SECONDS = "processingSeconds";

  /** A run timed by the system's clock. */
  public static EngineRun with(EngineContext context) {
    return new EngineRun(context, System::nanoTime);
  }

  /**
   * Runs the engine.
   *
   * @param parameters its block of a spec without the inputs
   * @param folder that gets the artifacts; it is left without any unless there is an answer
   */
  public Outcome run(
      Engine<?, ?> engine, JsonNode parameters, Inputs inputs, ArtifactFolder folder) {
    Outcome outcome = outcome(engine, () -> answer(engine, parameters, inputs, folder));
    if (outcome instanceof Outcome.NoAnswer) {
      try {
        folder.discard();
      } catch (IOException left) {
        // Without result.json they are no answer; what kept the engine from one matters more.
      }
    }
    return outcome;
  }

  /** Runs the engine and throws its artifacts away: an answer here is an answer in a run. */
  public Outcome rehearse(Engine<?, ?> engine, JsonNode parameters, Inputs inputs) {
    return outcome(engine, () -> rehearsed(engine, parameters, inputs));
  }

  private interface Work {
    Outcome get() throws EngineException, IOException;
  }

  private static Outcome outcome(Engine<?, ?> engine, Work work) {
    try {
      return work.get();
    } catch (BadParametersException wrong) {
      return Outcome.NoAnswer.of(
          ExitCode.BAD_PARAMETERS, wrong.problems().describe(), wrong.problems().first(), null);
    } catch (BadInputException wrong) {
      return Outcome.NoAnswer.of(wrong);
    } catch (CancelledException stopped) {
      return Outcome.NoAnswer.of(
          ExitCode.STOPPED, "the run was asked to stop before it had an answer");
    } catch (IOException unreachable) {
      return Outcome.NoAnswer.of(ExitCode.UNREACHABLE, FileWords.of(unreachable));
    } catch (Throwable fault) {
      return Outcome.NoAnswer.of(ExitCode.BUG, Words.ofFault(engine, fault), List.of(), fault);
    }
  }

  private <P extends Record, S extends Record> Outcome rehearsed(
      Engine<P, S> engine, JsonNode block, Inputs inputs) throws EngineException, IOException {
    S summary =
        engine.run(
            inputs,
            engine.parameters(block),
            (name, mediaType) -> OutputStream.nullOutputStream(),
            context);
    return new Outcome.Answer(RunnerContract.mapper().valueToTree(summary), List.of());
  }

  private <P extends Record, S extends Record> Outcome answer(
      Engine<P, S> engine, JsonNode block, Inputs inputs, ArtifactFolder folder)
      throws EngineException, IOException {
    folder.prepare(); // whatever comes now, the folder holds no answer of an earlier run
    P parameters = engine.parameters(block);
    long begin = nanoTime.getAsLong();
    S summary = engine.run(inputs, parameters, folder, context);
    double seconds = seconds(nanoTime.getAsLong() - begin);
    ObjectNode answer = RunnerContract.mapper().valueToTree(summary);
    folder.finish(
        RunnerResult.of(
            engine.name(),
            engine.version(),
            RunnerContract.mapper().valueToTree(parameters),
            answer,
            folder.written()));
    ObjectNode timed = answer.deepCopy();
    timed.put(PROCESSING_SECONDS, seconds);
    return new Outcome.Answer(timed, folder.written());
  }

  /** To the millisecond: finer digits of a wall clock say nothing. */
  private static double seconds(long nanos) {
    return TimeUnit.NANOSECONDS.toMillis(nanos) / 1000.0;
  }
}
