package dev.groma.operator.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.layoutjob.LayoutJobSpec;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class LogContextTest {

  @Test
  void names_the_job_until_it_is_closed() {
    try (LogContext open = LogContext.of(job(new LayoutJobSpec(null, "order-17", null)), 1)) {
      assertThat(MDC.getCopyOfContextMap())
          .containsEntry("job", "flat")
          .containsEntry("namespace", "plans")
          .containsEntry("attempt", "1")
          .containsEntry("correlationId", "order-17");
    }
    assertThat(MDC.get("job")).isNull();
    assertThat(MDC.get("correlationId")).isNull();
  }

  @Test
  void leaves_out_what_there_is_not() {
    try (LogContext open = LogContext.of(job(null), 1)) {
      assertThat(MDC.get("correlationId")).isNull();
    }
  }

  private static LayoutJob job(@Nullable LayoutJobSpec spec) {
    LayoutJob job = new LayoutJob();
    job.setMetadata(new ObjectMetaBuilder().withNamespace("plans").withName("flat").build());
    job.setSpec(spec);
    return job;
  }
}
