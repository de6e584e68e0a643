package dev.groma.manifest;

import dev.groma.engine.Problem;

/**
 * One thing wrong with what the program was given.
 *
 * @param source the file, {@code <stdin>}, or the option that it came from
 * @param problem what is wrong, and where in the source
 */
public record Finding(String source, Problem problem) {

  /** Something wrong with a source as a whole. */
  public static Finding of(String source, String message) {
    return new Finding(source, Problem.at("", message));
  }

  /** {@code plan.yaml:12:7: spec.roomDetection.unit: must be ...}, as compilers write it. */
  public String describe() {
    StringBuilder text = new StringBuilder(source);
    if (problem.line() != null) {
      text.append(':').append(problem.line());
      if (problem.column() != null) {
        text.append(':').append(problem.column());
      }
    }
    text.append(": ");
    if (!problem.path().isEmpty()) {
      text.append(problem.path()).append(": ");
    }
    return text.append(problem.message()).toString();
  }
}
