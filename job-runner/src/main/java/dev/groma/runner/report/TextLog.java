package dev.groma.runner.report;

import java.io.PrintWriter;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lines for people.
 *
 * @param err the standard error
 * @param subject what every line is about, such as {@code plans/apartment attempt 1}
 */
public record TextLog(PrintWriter err, String subject) implements RunLog {

  @Override
  public void info(String message, Map<String, ?> fields) {
    String details =
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + field.getValue())
            .collect(Collectors.joining(" ", " ", ""));
    err.println(subject + ": " + message + details.stripTrailing());
    err.flush();
  }

  @Override
  public void error(String message, @Nullable Throwable cause) {
    err.println(subject + ": error: " + message);
    if (cause != null) {
      cause.printStackTrace(err);
    }
    err.flush();
  }
}
