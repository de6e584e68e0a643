package dev.groma.engine;

/**
 * The ways in which a run can end without an answer. Anything else that an engine throws is a bug.
 *
 * <p>The message is complete in itself: it names the place and the way out.
 */
public abstract sealed class EngineException extends Exception
    permits BadInputException, BadParametersException, CancelledException {

  private static final long serialVersionUID = 1L;

  EngineException(String message) {
    super(message);
  }
}
