package dev.groma.bridge.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.bridge.queue.Received;
import dev.groma.intake.Message;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class LogFieldsTest {

  private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
  private static final Map<String, String> NAMED =
      Map.of(
          "queue", "plans/jobs",
          "messageId", "m-1",
          "correlationId", "survey-7",
          "traceparent", TRACE);

  @Test
  void lines_about_a_message_say_what_its_attributes_say() {
    try (LogFields _ =
        LogFields.of(
            "plans/jobs", received(Map.of("correlationId", "survey-7", "traceparent", TRACE)))) {
      assertThat(MDC.getCopyOfContextMap()).isEqualTo(NAMED);
    }
    assertThat(MDC.getCopyOfContextMap()).isNullOrEmpty();
  }

  @Test
  void what_the_sender_did_not_give_is_not_there() {
    try (LogFields _ = LogFields.of("plans/jobs", received(Map.of()))) {
      assertThat(MDC.getCopyOfContextMap()).containsOnlyKeys("queue", "messageId");
    }
  }

  @Test
  void lines_about_a_job_say_the_same_as_those_about_its_message() {
    LayoutJob job =
        new KubernetesSerialization()
            .unmarshal(
                """
                apiVersion: groma.dev/v1alpha1
                kind: LayoutJob
                metadata:
                  name: lj-flat
                  annotations: {groma.dev/message-id: m-1, groma.dev/traceparent: %s}
                spec: {correlationId: survey-7}
                """
                    .formatted(TRACE),
                LayoutJob.class);
    try (LogFields _ = LogFields.of("plans/jobs", job)) {
      assertThat(MDC.getCopyOfContextMap()).isEqualTo(NAMED);
    }
  }

  private static Received received(Map<String, String> attributes) {
    return new Received(
        new Message("{}", attributes, "m-1", null),
        Map.of(),
        "handle",
        1,
        Instant.EPOCH,
        null,
        Instant.EPOCH);
  }
}
