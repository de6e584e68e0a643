package dev.groma.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The data is wrong: it cannot be read, or breaks a limit. Trying again cannot help. */
public final class BadInputException extends EngineException {

  private static final long serialVersionUID = 1L;

  private final transient Problems problems;
  private final @Nullable String input;

  /** What is wrong with the input; at least one problem. */
  public BadInputException(Problems problems) {
    this(problems, null);
  }

  /** A single problem. */
  public BadInputException(Problem problem) {
    this(new Problems(List.of(problem), 1));
  }

  private BadInputException(Problems problems, @Nullable String input) {
    super(input == null ? problems.describe() : input + ": " + problems.describe());
    this.problems = problems;
    this.input = input;
  }

  /** The same, known to be in one of several inputs: the name from {@link Engine#inputNames()}. */
  public BadInputException in(String name) {
    return new BadInputException(problems, name);
  }

  /**
   * The input in which the problems are, their paths and lines being its own; null where an engine
   * has only one, or where the problem is in none by itself.
   */
  public @Nullable String input() {
    return input;
  }

  /** Every problem found, up to the limit of {@link Problems}. */
  public Problems problems() {
    return problems;
  }
}
