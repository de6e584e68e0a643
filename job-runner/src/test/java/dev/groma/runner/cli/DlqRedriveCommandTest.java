package dev.groma.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.groma.runner.cli.DlqStage.Answer;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Dead letters that are sent back, against a real SQS server. */
class DlqRedriveCommandTest {

  @RegisterExtension static final DlqStage stage = new DlqStage();

  @Test
  void redrive_sends_back_what_was_sent_and_keeps_it_the_same_request() {
    String id =
        stage.letter(
            "a",
            "MappingMissing",
            Map.of(
                "correlationId",
                "c-1",
                "otherAttributes",
                "{\"traceparent\": {\"type\": \"String\", \"text\": \"00-1\", \"binary\": \"\"}}"));
    stage.letter("b", "InvalidJob", Map.of());

    Answer answer = stage.dlq("redrive", id);

    assertThat(answer.code()).as(answer.err()).isZero();
    assertThat(answer.out()).contains(id + ": sent to " + stage.source());
    assertThat(stage.bodies(stage.dead())).containsExactly("b");
    assertThat(stage.messages(stage.source()))
        .singleElement()
        .satisfies(back -> {
          assertThat(back.path("Body").asText()).isEqualTo("a");
          assertThat(attributes(back))
              .containsExactlyInAnyOrderEntriesOf(
                  Map.of(
                      "correlationId",
                      "c-1",
                      "traceparent",
                      "00-1",
                      "originalMessageId",
                      "original-of-a"));
        });
  }

  @Test
  void what_sqs_moved_by_itself_goes_back_under_the_id_that_it_had() {
    String id = stage.send(stage.dead(), "a", Map.of());

    stage.dlq("redrive", "--all");

    assertThat(stage.messages(stage.source()))
        .singleElement()
        .satisfies(back -> assertThat(attributes(back)).containsEntry("originalMessageId", id));
  }

  @Test
  void the_letter_of_a_failed_job_goes_back_with_what_makes_it_its_request() {
    Map<String, String> request =
        Map.of("originalRequestKey", "event=shop 7", "originalContentHash", "ab 01");
    stage.letter("a", "JobFailed", request);

    stage.dlq("redrive", "--all");

    assertThat(stage.messages(stage.source()))
        .singleElement()
        .satisfies(back -> assertThat(attributes(back)).containsAllEntriesOf(request));
  }

  @Test
  void redrive_by_reason_and_by_the_original_id() {
    stage.letter("a", "MappingMissing", Map.of());
    stage.letter("b", "InvalidJob", Map.of());
    stage.letter("c", "NotJson", Map.of());

    stage.dlq("redrive", "--reason", "MappingMissing");
    stage.dlq("redrive", "original-of-b");

    assertThat(stage.bodies(stage.source())).containsExactly("a", "b");
    assertThat(stage.bodies(stage.dead())).containsExactly("c");
  }

  @Test
  void a_message_that_cannot_be_sent_stays_where_it_is() {
    stage.letter("a", "InvalidJob", Map.of());

    Answer answer = stage.dlq("redrive", "--all", "--to", stage.source() + "-that-is-not-there");

    assertThat(answer.code()).isEqualTo(69);
    assertThat(answer.err()).contains("that-is-not-there: SQS at", "sqs:SendMessage");
    assertThat(stage.bodies(stage.dead())).containsExactly("a");
  }

  @Test
  void a_message_that_was_cut_off_is_not_sent() {
    stage.letter("a", "InlineTooLong", Map.of("truncatedBytes", "12"));
    stage.letter("b", "InvalidJob", Map.of());

    Answer answer = stage.dlq("redrive", "--all");

    assertThat(answer.code()).isEqualTo(69);
    assertThat(answer.err()).contains("lacks its last 12 bytes");
    assertThat(stage.bodies(stage.dead())).containsExactly("a");
    assertThat(stage.bodies(stage.source())).containsExactly("b");
  }

  @Test
  void a_queue_without_a_source_needs_to_be_told_where_to_send() {
    URI lonely = stage.lonelyQueue();
    stage.send(lonely.toString(), "a", Map.of());

    Answer answer =
        DlqStage.groma(
            "dlq",
            "redrive",
            lonely.toString(),
            "--all",
            "--endpoint",
            stage.endpoint().toString());

    assertThat(answer.code()).isEqualTo(69);
    assertThat(answer.err()).contains("say with --to where to send");
  }

  @Test
  void a_fifo_message_that_sqs_moved_goes_back_under_what_its_sender_deduplicated_it_by() {
    stage.newOrderedQueues();
    stage.send(stage.dead(), "a", Map.of(), "d-1");

    Answer shown = stage.dlq("show", "--all");
    Answer answer = stage.dlq("redrive", "--all", "--to", stage.source());

    assertThat(shown.out()).contains("messageGroupId: north", "originalDeduplicationId: d-1");
    assertThat(answer.code()).as(answer.err()).isZero();
    assertThat(stage.messages(stage.source()))
        .singleElement()
        .satisfies(back -> assertIds(back, "d-1"));
  }

  @Test
  void a_fifo_message_that_the_bridge_put_there_goes_back_under_the_id_that_the_bridge_wrote() {
    stage.newOrderedQueues();
    stage.send(
        stage.dead(),
        "a",
        Map.of(
            "failureReason", "MappingMissing",
            "originalMessageId", "m-1",
            "originalDeduplicationId", "d-1"),
        "m-1");

    Answer shown = stage.dlq("show", "--all");
    Answer answer = stage.dlq("redrive", "--all", "--to", stage.source());

    assertThat(shown.out()).contains("originalDeduplicationId: d-1");
    assertThat(answer.code()).as(answer.err()).isZero();
    assertThat(stage.messages(stage.source()))
        .singleElement()
        .satisfies(back -> assertIds(back, "d-1"));
  }

  private static Map<String, String> attributes(JsonNode message) {
    Map<String, String> attributes = new LinkedHashMap<>();
    message
        .path("MessageAttributes")
        .properties()
        .forEach(one -> attributes.put(one.getKey(), one.getValue().path("StringValue").asText()));
    return attributes;
  }

  private static void assertIds(JsonNode message, String deduplicationId) {
    assertThat(attributes(message)).containsEntry("originalDeduplicationId", deduplicationId);
  }
}
