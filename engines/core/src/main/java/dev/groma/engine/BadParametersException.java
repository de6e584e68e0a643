package dev.groma.engine;

/** A parameter is out of its range or does not fit another. Trying again cannot help. */
public final class BadParametersException extends EngineException {

  private static final long serialVersionUID = 1L;

  private final transient Problems problems;

  /** What is wrong with the parameters; at least one problem. */
  public BadParametersException(Problems problems) {
    super(problems.describe());
    this.problems = problems;
  }

  /** Every problem found, up to the limit of {@link Problems}. */
  public Problems problems() {
    return problems;
  }
}
