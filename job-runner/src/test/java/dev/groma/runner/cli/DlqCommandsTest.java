package dev.groma.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.groma.cluster.sqs.ElasticMq;
import dev.groma.runner.attempt.Engines;
import dev.groma.runner.testing.AwsCredentials;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands about dead-letter queues, against a real SQS server. */
class DlqCommandsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static ElasticMq server;
  private static AwsCredentials credentials;
  private static int queues;

  private String source = "";
  private String dead = "";

  @BeforeAll
  static void aServer() {
    server = ElasticMq.start();
    credentials = AwsCredentials.of("any", "any");
  }

  @AfterAll
  static void noServer() {
    credentials.close();
    server.close();
  }

  @BeforeEach
  void twoQueues() {
    String name = "plans-" + queues++;
    source = server.createQueueWithDeadLetters(name, 3).toString();
    dead = server.deadLettersOf(name).toString();
  }

  private record Answer(int code, String out, String err) {}

  private static Answer groma(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Terminal terminal =
        new Terminal(
            InputStream.nullInputStream(),
            new PrintWriter(out),
            new PrintWriter(err),
            false,
            false);
    int code =
        GromaCommand.commandLine(new Session(terminal, new Engines(List.of()))).execute(arguments);
    return new Answer(code, out.toString(), err.toString());
  }

  private Answer dlq(String command, String... arguments) {
    List<String> all = new ArrayList<>(List.of("dlq", command, dead));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--endpoint", server.endpoint().toString()));
    return groma(all.toArray(String[]::new));
  }

  private static String send(String url, String body, Map<String, String> attributes) {
    return send(JSON.createObjectNode(), url, body, attributes);
  }

  /** Into a FIFO queue. */
  private static String send(
      String url, String body, Map<String, String> attributes, String deduplicationId) {
    ObjectNode ordered =
        JSON.createObjectNode()
            .put("MessageGroupId", "north")
            .put("MessageDeduplicationId", deduplicationId);
    return send(ordered, url, body, attributes);
  }

  private static String send(
      ObjectNode request, String url, String body, Map<String, String> attributes) {
    request.put("QueueUrl", url).put("MessageBody", body);
    ObjectNode all = request.putObject("MessageAttributes");
    attributes.forEach(
        (name, text) -> all.putObject(name).put("DataType", "String").put("StringValue", text));
    return server.call("SendMessage", request).path("MessageId").asText();
  }

  /** A letter as the bridge writes it. */
  private String letter(String body, String reason, Map<String, String> more) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("failureReason", reason);
    attributes.put("failureDetail", "spec.roomDetection.unit: must be one of cm, m");
    attributes.put("originalMessageId", "original-of-" + body);
    attributes.put("receivedAt", "2026-11-01T10:00:00Z");
    attributes.put("bridgeVersion", "0.1.0");
    attributes.putAll(more);
    return send(dead, body, attributes);
  }

  private static List<JsonNode> messages(String url) {
    ObjectNode request =
        JSON.createObjectNode()
            .put("QueueUrl", url)
            .put("MaxNumberOfMessages", 10)
            .put("VisibilityTimeout", 0);
    request.putArray("MessageAttributeNames").add("All");
    return StreamSupport.stream(
            server.call("ReceiveMessage", request).path("Messages").spliterator(), false)
        .toList();
  }

  private static List<String> bodies(String url) {
    return messages(url).stream().map(message -> message.path("Body").asText()).sorted().toList();
  }

  @Test
  void list_says_which_messages_there_are_and_why_and_leaves_them_there() {
    String letter = letter("a", "InvalidJob", Map.of());
    String moved = send(dead, "b", Map.of());

    Answer answer = dlq("list");

    assertThat(answer.code()).as(answer.err()).isZero();
    assertThat(answer.out().lines().toList())
        .hasSize(3)
        .anyMatch(line ->
            line.matches(letter + " +2026-11-01T10:00:00Z +InvalidJob +spec.roomDetection.unit.*"))
        .anyMatch(line -> line.startsWith(moved) && line.contains("ReceivedTooOften"));
    assertThat(bodies(dead)).containsExactly("a", "b");
  }

  @Test
  void more_messages_than_a_receive_call_takes_are_all_listed() {
    for (int i = 0; i < 25; i++) {
      letter("m" + i, "NotJson", Map.of());
    }

    assertThat(dlq("list").out().lines()).hasSize(26);
    assertThat(dlq("list", "--limit", "7").out().lines()).hasSize(8);
  }

  @Test
  void show_gives_attributes_and_the_body_as_it_was_sent() {
    String id = letter("{\"seed\":  1}", "InvalidJob", Map.of("correlationId", "c-1"));
    letter("other", "InvalidJob", Map.of());

    Answer answer = dlq("show", id);

    assertThat(answer.out())
        .contains("id: " + id, "failureReason: InvalidJob", "correlationId: c-1", "{\"seed\":  1}")
        .doesNotContain("other");
    assertThat(bodies(dead)).hasSize(2);
  }

  @Test
  void redrive_sends_back_what_was_sent_and_keeps_it_the_same_request() {
    String id =
        letter(
            "a",
            "MappingMissing",
            Map.of(
                "correlationId",
                "c-1",
                "otherAttributes",
                "{\"traceparent\": {\"type\": \"String\", \"text\": \"00-1\", \"binary\": \"\"}}"));
    letter("b", "InvalidJob", Map.of());

    Answer answer = dlq("redrive", id);

    assertThat(answer.code()).as(answer.err()).isZero();
    assertThat(answer.out()).contains(id + ": sent to " + source);
    assertThat(bodies(dead)).containsExactly("b");
    assertThat(messages(source))
        .singleElement()
        .satisfies(back -> {
          assertThat(back.path("Body").asText()).isEqualTo("a");
          Map<String, String> attributes = new LinkedHashMap<>();
          back.path("MessageAttributes")
              .properties()
              .forEach(
                  one -> attributes.put(one.getKey(), one.getValue().path("StringValue").asText()));
          assertThat(attributes)
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
    String id = send(dead, "a", Map.of());

    dlq("redrive", "--all");

    assertThat(messages(source))
        .singleElement()
        .satisfies(back ->
            assertThat(back.at("/MessageAttributes/originalMessageId/StringValue").asText())
                .isEqualTo(id));
  }

  @Test
  void redrive_by_reason_and_by_the_original_id() {
    letter("a", "MappingMissing", Map.of());
    letter("b", "InvalidJob", Map.of());
    letter("c", "NotJson", Map.of());

    dlq("redrive", "--reason", "MappingMissing");
    dlq("redrive", "original-of-b");

    assertThat(bodies(source)).containsExactly("a", "b");
    assertThat(bodies(dead)).containsExactly("c");
  }

  @Test
  void a_message_that_cannot_be_sent_stays_where_it_is() {
    letter("a", "InvalidJob", Map.of());

    Answer answer = dlq("redrive", "--all", "--to", source + "-that-is-not-there");

    assertThat(answer.code()).isEqualTo(69);
    assertThat(answer.err()).contains("that-is-not-there: SQS at", "sqs:SendMessage");
    assertThat(bodies(dead)).containsExactly("a");
  }

  @Test
  void a_message_that_was_cut_off_is_not_sent() {
    letter("a", "InlineTooLong", Map.of("truncatedBytes", "12"));
    letter("b", "InvalidJob", Map.of());

    Answer answer = dlq("redrive", "--all");

    assertThat(answer.code()).isEqualTo(69);
    assertThat(answer.err()).contains("lacks its last 12 bytes");
    assertThat(bodies(dead)).containsExactly("a");
    assertThat(bodies(source)).containsExactly("b");
  }

  @Test
  void drop_prints_what_it_deletes() {
    String id = letter("a", "NotJson", Map.of());
    letter("b", "NotJson", Map.of());

    Answer answer = dlq("drop", id);

    assertThat(answer.out()).isEqualTo("a\n");
    assertThat(bodies(dead)).containsExactly("b");
    assertThat(bodies(source)).isEmpty();
  }

  @Test
  void an_id_that_no_message_has_is_told() {
    letter("a", "NotJson", Map.of());

    Answer answer = dlq("drop", "no-such-id");

    assertThat(answer.code()).isEqualTo(69);
    assertThat(answer.err()).contains("no message no-such-id in the queue");
    assertThat(bodies(dead)).containsExactly("a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"show", "redrive", "drop"})
  void nothing_is_meant_by_silence(String command) {
    assertThat(dlq(command).err()).contains("which messages? Name ids, --reason or --all");
    assertThat(dlq(command, "some-id", "--all").err()).contains("leave one out");
  }

  @Test
  void a_queue_without_a_source_needs_to_be_told_where_to_send() {
    URI lonely = server.createQueue("lonely-" + queues++, Map.of());
    send(lonely.toString(), "a", Map.of());

    Answer answer =
        groma(
            "dlq",
            "redrive",
            lonely.toString(),
            "--all",
            "--endpoint",
            server.endpoint().toString());

    assertThat(answer.code()).isEqualTo(69);
    assertThat(answer.err()).contains("say with --to where to send");
  }

  @Test
  void a_fifo_message_that_sqs_moved_goes_back_under_what_its_sender_deduplicated_it_by() {
    ordered();
    send(dead, "a", Map.of(), "d-1");

    Answer shown = dlq("show", "--all");
    Answer answer = dlq("redrive", "--all", "--to", source);

    assertThat(shown.out()).contains("messageGroupId: north", "originalDeduplicationId: d-1");
    assertThat(answer.code()).as(answer.err()).isZero();
    assertThat(messages(source)).singleElement().satisfies(back -> assertIds(back, "d-1"));
  }

  @Test
  void a_fifo_message_that_the_bridge_put_there_goes_back_under_the_id_that_the_bridge_wrote() {
    ordered();
    send(
        dead,
        "a",
        Map.of(
            "failureReason", "MappingMissing",
            "originalMessageId", "m-1",
            "originalDeduplicationId", "d-1"),
        "m-1");

    Answer shown = dlq("show", "--all");
    Answer answer = dlq("redrive", "--all", "--to", source);

    assertThat(shown.out()).contains("originalDeduplicationId: d-1");
    assertThat(answer.code()).as(answer.err()).isZero();
    assertThat(messages(source)).singleElement().satisfies(back -> assertIds(back, "d-1"));
  }

  private static void assertIds(JsonNode message, String deduplicationId) {
    assertThat(message.at("/MessageAttributes/originalDeduplicationId/StringValue").asText())
        .isEqualTo(deduplicationId);
  }

  private void ordered() {
    String name = "ordered-%d.fifo".formatted(queues++);
    source = server.createQueueWithDeadLetters(name, 3).toString();
    dead = server.deadLettersOf(name).toString();
  }
}
