package dev.groma.cluster.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ElasticMqTest {

  private static final ElasticMq MQ = ElasticMq.start();
  private static final ObjectMapper JSON = new ObjectMapper();

  @AfterAll
  static void stop() {
    MQ.close();
  }

  @Test
  void a_message_that_is_sent_is_received_and_comes_back_until_it_is_deleted() {
    URI queue = MQ.createQueue("plans", Map.of("VisibilityTimeout", "0"));
    MQ.call("SendMessage", about(queue).put("MessageBody", "a plan"));

    JsonNode first = receive(queue);
    JsonNode again = receive(queue);

    assertThat(first.path("Body").asText()).isEqualTo("a plan");
    assertThat(again.path("MessageId")).isEqualTo(first.path("MessageId"));
    MQ.call(
        "DeleteMessage", about(queue).put("ReceiptHandle", again.path("ReceiptHandle").asText()));
    assertThat(receive(queue).isMissingNode()).isTrue();
  }

  @Test
  void a_message_that_is_received_too_often_goes_to_the_dead_letters() {
    URI queue = MQ.createQueueWithDeadLetters("poisoned", 1);
    MQ.call("SendMessage", about(queue).put("MessageBody", "poison"));
    JsonNode message = receive(queue);
    MQ.call(
        "ChangeMessageVisibility",
        about(queue)
            .put("ReceiptHandle", message.path("ReceiptHandle").asText())
            .put("VisibilityTimeout", 0));

    assertThat(receive(queue).isMissingNode()).isTrue();
    assertThat(receive(MQ.deadLettersOf("poisoned")).path("Body").asText()).isEqualTo("poison");
  }

  @Test
  void it_keeps_to_amazons_limits() {
    URI queue = MQ.createQueue("limited", Map.of());

    assertThatThrownBy(() -> MQ.call("ReceiveMessage", about(queue).put("MaxNumberOfMessages", 11)))
        .hasMessageContaining("ReceiveMessage was refused");
  }

  private static JsonNode receive(URI queue) {
    return MQ.call("ReceiveMessage", about(queue)).path("Messages").path(0);
  }

  private static ObjectNode about(URI queue) {
    return JSON.createObjectNode().put("QueueUrl", queue.toString());
  }
}
