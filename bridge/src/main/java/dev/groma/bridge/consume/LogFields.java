package dev.groma.bridge.consume;

import dev.groma.bridge.queue.Received;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Adds to every log line of this thread, until it is closed: {@code queue}, {@code messageId} and,
 * where the sender gave them, {@code correlationId} and {@code traceparent}.
 */
final class LogFields implements AutoCloseable {

  private final List<MDC.MDCCloseable> fields = new ArrayList<>();

  private LogFields() {}

  static LogFields of(String queue, Received received) {
    LogFields fields = new LogFields();
    fields.put("queue", queue);
    fields.put("messageId", received.message().id());
    fields.put("correlationId", received.message().attributes().get("correlationId"));
    fields.put("traceparent", received.message().attributes().get("traceparent"));
    return fields;
  }

  private void put(String field, @Nullable String value) {
    if (value != null) {
      fields.add(MDC.putCloseable(field, value));
    }
  }

  @Override
  public void close() {
    fields.forEach(MDC.MDCCloseable::close);
  }
}
