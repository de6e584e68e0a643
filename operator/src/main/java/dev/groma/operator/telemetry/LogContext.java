package dev.groma.operator.telemetry;

import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.layoutjob.LayoutJobSpec;
import dev.groma.api.layoutqueue.QueuedJob;
import dev.groma.api.status.Ledger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Adds to every log line of this thread, until it is closed: {@code job}, {@code namespace}, {@code
 * attempt} and, where the submitter gave them, {@code correlationId}, {@code idempotencyKey} and
 * {@code traceparent}.
 */
public final class LogContext implements AutoCloseable {

  private final List<MDC.MDCCloseable> fields = new ArrayList<>();

  private LogContext() {}

  /** The context of a LayoutJob, with the number of its current attempt as it is recorded. */
  public static LogContext of(LayoutJob job) {
    return of(job, Ledger.of(job.getStatus()).attempt());
  }

  /** The context of a LayoutJob's attempt. */
  public static LogContext of(LayoutJob job, int attempt) {
    LogContext context = new LogContext();
    context.put("job", job.getMetadata().getName());
    context.put("namespace", job.getMetadata().getNamespace());
    context.put("attempt", Integer.toString(attempt));
    LayoutJobSpec spec = job.getSpec();
    context.put("correlationId", spec == null ? null : spec.correlationId());
    context.put("idempotencyKey", spec == null ? null : spec.idempotencyKey());
    context.put("traceparent", traceparent(job));
    return context;
  }

  /** The submitter's trace, which a job bears that came out of a queue. */
  public static @Nullable String traceparent(LayoutJob job) {
    Map<String, String> annotations = job.getMetadata().getAnnotations();
    return annotations == null ? null : annotations.get(QueuedJob.TRACEPARENT);
  }

  @Override
  public void close() {
    fields.forEach(MDC.MDCCloseable::close);
  }

  private void put(String field, @Nullable String value) {
    if (value != null) {
      fields.add(MDC.putCloseable(field, value));
    }
  }
}
