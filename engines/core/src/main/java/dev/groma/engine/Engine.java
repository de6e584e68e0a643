package dev.groma.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;

/**
 * One geometry analysis.
 *
 * <p>Implementations hold no state between runs, so one instance may run on several threads at
 * once.
 *
 * @param <P> the parameters, a record with every default filled in
 * @param <S> the summary, a record that Jackson writes as a flat JSON object of numbers
 */
public interface Engine<P extends Record, S extends Record> {

  /** The name of the engine's block in a LayoutJob's spec, such as {@code roomDetection}. */
  String name();

  /** The version of the engine's answers: it changes whenever the same input gives other bytes. */
  String version();

  /** One line for {@code groma engines}. */
  String title();

  /** The names of the inputs in the engine's block, such as {@code walls}, each required. */
  List<String> inputNames();

  /** The names of inputs that a job may have besides, such as {@code dem}. */
  default List<String> optionalInputNames() {
    return List.of();
  }

  /**
   * Reads the parameters from the engine's block of a LayoutJob's spec, fills in the defaults and
   * checks every range.
   *
   * @param block the block as JSON; members named in {@link #inputNames()} are not parameters and
   *     are passed over
   * @throws BadParametersException with every problem found, not only the first
   */
  P parameters(JsonNode block) throws BadParametersException;

  /**
   * Runs once.
   *
   * @param inputs one per name in {@link #inputNames()}, and those of {@link #optionalInputNames()}
   *     that the job has
   * @param parameters as returned by {@link #parameters}
   * @param artifacts where the artifacts go
   * @param context progress and cancellation
   * @return the summary; a disappointing answer (no rooms) is an answer
   * @throws EngineException when there is no answer: see its subclasses
   * @throws IOException only as thrown by the streams handed in
   */
  S run(Inputs inputs, P parameters, ArtifactSink artifacts, EngineContext context)
      throws EngineException, IOException;
}
