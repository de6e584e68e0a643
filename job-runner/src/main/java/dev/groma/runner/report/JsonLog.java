package dev.groma.runner.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.groma.api.runner.RunnerContract;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object a line, for programs that collect logs.
 *
 * @param err the standard error
 * @param clock for the member {@code time}
 * @param subject members of every line, such as {@code job} and {@code attempt}
 */
public record JsonLog(PrintWriter err, Clock clock, Map<String, ?> subject) implements RunLog {

  @Override
  public void info(String message, Map<String, ?> fields) {
    write(line("info", message, fields));
  }

  @Override
  public void error(String message, @Nullable Throwable cause) {
    ObjectNode line = line("error", message, Map.of());
    if (cause != null) {
      StringWriter stack = new StringWriter();
      cause.printStackTrace(new PrintWriter(stack, true));
      line.put("stackTrace", stack.toString());
    }
    write(line);
  }

  private ObjectNode line(String level, String message, Map<String, ?> fields) {
    ObjectNode line = RunnerContract.mapper().createObjectNode();
    line.put("time", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
    line.put("level", level);
    line.put("message", message);
    subject.forEach((name, value) -> line.set(name, RunnerContract.mapper().valueToTree(value)));
    fields.forEach((name, value) -> line.set(name, RunnerContract.mapper().valueToTree(value)));
    return line;
  }

  private void write(ObjectNode line) {
    err.println(line);
    err.flush();
  }
}
