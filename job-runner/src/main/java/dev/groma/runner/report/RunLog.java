package dev.groma.runner.report;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes down what happens in an attempt, a line each. */
public interface RunLog {

  /** Something worth knowing; the fields in their order. */
  void info(String message, Map<String, ?> fields);

  /** What ended the attempt without an answer; the cause only where the fault is Groma's. */
  void error(String message, @Nullable Throwable cause);
}
