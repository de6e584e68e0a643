package dev.groma.operator.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.layoutjob.LayoutJobSpec;
import dev.groma.operator.LayoutJobs;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class LogContextTest {

  @Test
  void names_the_job_until_it_is_closed() {
    try (LogContext open =
        LogContext.of(job(LayoutJobs.spec("correlationId: order-17\nidempotencyKey: k-1")))) {
      assertThat(MDC.getCopyOfContextMap())
          .containsEntry("job", "flat")
          .containsEntry("namespace", "plans")
          .containsEntry("attempt", "1")
          .containsEntry("correlationId", "order-17")
          .containsEntry("idempotencyKey", "k-1");
    }
    assertThat(MDC.get("job")).isNull();
    assertThat(MDC.get("correlationId")).isNull();
  }

  @Test
  void names_the_trace_that_came_with_a_message() {
    LayoutJob job = job(null);
    job.getMetadata().setAnnotations(Map.of("groma.dev/traceparent", "00-ab-cd-01"));
    try (LogContext open = LogContext.of(job)) {
      assertThat(MDC.get("traceparent")).isEqualTo("00-ab-cd-01");
    }
  }

  @Test
  void leaves_out_what_there_is_not() {
    try (LogContext open = LogContext.of(job(null))) {
      assertThat(MDC.get("correlationId")).isNull();
    }
  }

  @Test
  void names_the_attempt_that_is_asked_about() {
    try (LogContext open = LogContext.of(job(null), 3)) {
      assertThat(MDC.get("attempt")).isEqualTo("3");
    }
  }

  private static LayoutJob job(@Nullable LayoutJobSpec spec) {
    LayoutJob job = new LayoutJob();
    job.setMetadata(new ObjectMetaBuilder().withNamespace("plans").withName("flat").build());
    job.setSpec(spec);
    return job;
  }
}
