package dev.groma.bridge.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.layoutjob.Phase;
import dev.groma.bridge.QueueSpecs;
import dev.groma.bridge.outcome.Address.Recipient;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutcomeTest {

  private static final KubernetesSerialization YAML = new KubernetesSerialization();
  private static final String REPLIES = "https://sqs/1/replies";
  private static final String DEAD = "https://sqs/1/dead";

  private final LayoutJob job =
      YAML.unmarshal(
          """
          apiVersion: groma.dev/v1alpha1
          kind: LayoutJob
          metadata:
            name: lj-flat
            namespace: plans
            uid: 3dc6f38e
            annotations:
              groma.dev/reply-to: https://sqs/1/replies
              groma.dev/request-key: order-1
              groma.dev/message-id: m-1
              groma.dev/traceparent: 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
          spec: {correlationId: survey-7, roomDetection: {walls: {inline: '{}'}}}
          status:
            engine: roomDetection
            phase: Succeeded
            attempts: 2
            completionTime: "2026-11-25T12:00:00Z"
            resultLocation: s3://results/flat/
            summary:
              roomDetection: {roomsCount: 2, totalAreaM2: 24, confidenceScore: 1, processingSeconds: 0.05}
            artifacts:
              - {name: rooms.geojson, uri: "s3://results/flat/rooms.geojson",
                 mediaType: application/geo+json, bytes: 7, sha256: "%s"}
          """
              .formatted("ab".repeat(32)),
          LayoutJob.class);

  @Test
  void it_is_a_cloudevent_that_points_to_the_results() throws JsonProcessingException {
    Outcome outcome = Outcome.of(job, job.getStatus(), Phase.SUCCEEDED);
    JsonNode event = new ObjectMapper().readTree(outcome.json());

    assertThat(outcome.id()).isEqualTo("3dc6f38e.Succeeded.2");
    assertThat(event.path("specversion").asText()).isEqualTo("1.0");
    assertThat(event.path("id").asText()).isEqualTo(outcome.id());
    assertThat(event.path("source").asText())
        .isEqualTo("/apis/groma.dev/v1alpha1/namespaces/plans/layoutjobs");
    assertThat(event.path("subject").asText()).isEqualTo("lj-flat");
    assertThat(event.path("type").asText()).isEqualTo("dev.groma.layoutjob.succeeded");
    assertThat(event.path("time").asText()).isEqualTo("2026-11-25T12:00:00Z");
    assertThat(event.path("correlationid").asText()).isEqualTo("survey-7");
    assertThat(event.path("traceparent").asText()).startsWith("00-4bf92f35");
    JsonNode data = event.path("data");
    assertThat(data.path("requestKey").asText()).isEqualTo("order-1");
    assertThat(data.path("messageId").asText()).isEqualTo("m-1");
    assertThat(data.path("summary").path("roomDetection").path("roomsCount").asInt()).isEqualTo(2);
    assertThat(data.path("artifacts").path(0).path("uri").asText())
        .isEqualTo("s3://results/flat/rooms.geojson");
    assertThat(data.has("failure")).isFalse();
  }

  @Test
  void another_attempt_that_ends_is_another_event() {
    String first = Outcome.id(job, job.getStatus(), Phase.FAILED);
    LayoutJob again = YAML.clone(job);

    assertThat(Outcome.id(again, again.getStatus(), Phase.FAILED)).isEqualTo(first);
    assertThat(Outcome.id(again, again.getStatus(), Phase.SUCCEEDED)).isNotEqualTo(first);
  }

  @Test
  void only_queues_that_are_allowed_now_are_told() {
    assertThat(recipients("replies: {allowed: ['https://sqs/1/replies']}", Phase.SUCCEEDED))
        .containsExactly(new Recipient(REPLIES, false));
    assertThat(recipients("replies: {url: 'https://sqs/1/replies'}", Phase.SUCCEEDED))
        .containsExactly(new Recipient(REPLIES, false));
    assertThat(recipients("replies: {allowed: ['https://sqs/1/other']}", Phase.SUCCEEDED))
        .isEmpty();
    assertThat(recipients("suspend: false", Phase.SUCCEEDED)).isEmpty();
  }

  @Test
  void a_failed_job_goes_to_the_dead_letters_where_its_message_is_gone_and_that_is_wished_for() {
    String wished = "deadLetter: {onJobFailure: true}";

    assertThat(recipients(wished, Phase.FAILED)).containsExactly(new Recipient(DEAD, true));
    assertThat(recipients(wished, Phase.CANCELLED)).isEmpty();
    assertThat(recipients(wished + "\nacknowledge: OnCompleted", Phase.FAILED)).isEmpty();
    assertThat(recipients("deadLetter: {onJobFailure: false}", Phase.FAILED)).isEmpty();
  }

  private List<Recipient> recipients(String members, Phase phase) {
    return Address.of(job, phase, QueueSpecs.of(members), DEAD);
  }
}
