package dev.groma.bridge.log;

import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.layoutqueue.QueuedJob;
import dev.groma.bridge.queue.Received;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Adds to every log line of this thread, until it is closed: {@code queue}, {@code messageId} and,
 * where the sender gave them, {@code correlationId} and {@code traceparent}.
 */
public final class LogFields implements AutoCloseable {

  private final List<MDC.MDCCloseable> fields = new ArrayList<>();

  private LogFields(
      String queue,
      @Nullable String messageId,
      @Nullable String correlationId,
      @Nullable String traceparent) {
    put("queue", queue);
    put("messageId", messageId);
    put("correlationId", correlationId);
    put("traceparent", traceparent);
  }

  /**
   * About a message.
   *
   * @param queue name of the LayoutQueue with its namespace
   */
  public static LogFields of(String queue, Received received) {
    Map<String, String> attributes = received.message().attributes();
    return new LogFields(
        queue,
        received.message().id(),
        attributes.get("correlationId"),
        attributes.get("traceparent"));
  }

  /**
   * About a job that came out of a queue.
   *
   * @param queue name of the LayoutQueue with its namespace
   */
  public static LogFields of(String queue, LayoutJob job) {
    Map<String, String> annotations =
        Objects.requireNonNullElse(job.getMetadata().getAnnotations(), Map.of());
    return new LogFields(
        queue,
        annotations.get(QueuedJob.MESSAGE_ID),
        job.getSpec() == null ? null : job.getSpec().correlationId(),
        annotations.get(QueuedJob.TRACEPARENT));
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
