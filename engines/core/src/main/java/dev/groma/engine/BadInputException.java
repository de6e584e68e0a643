package dev.groma.engine;

import java.util.List;

/** The data is wrong: it cannot be read, or breaks a limit. Trying again cannot help. */
public final class BadInputException extends EngineException {

  private static final long serialVersionUID = 1L;

  private final transient Problems problems;

  /** What is wrong with the input; at least one problem. */
  public BadInputException(Problems problems) {
    super(problems.describe());
    this.problems = problems;
  }

  /** A single problem. */
  public BadInputException(Problem problem) {
    this(new Problems(List.of(problem), 1));
  }

  /** Every problem found, up to the limit of {@link Problems}. */
  public Problems problems() {
    return problems;
  }
}
