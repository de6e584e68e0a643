package dev.groma.runner.cli;

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
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real SQS server for a class of tests, a queue with its dead letters for each, and {@code groma
 * dlq} beside them.
 */
final class DlqStage implements BeforeEachCallback, AfterAllCallback {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ElasticMq server = ElasticMq.start();
  private final AwsCredentials credentials = AwsCredentials.of("any", "any");
  private int queues;
  private String source = "";
  private String dead = "";

  @Override
  public void beforeEach(ExtensionContext test) {
    newQueues("plans-" + queues++);
  }

  /** Makes others, in FIFO order. */
  void newOrderedQueues() {
    newQueues("ordered-%d.fifo".formatted(queues++));
  }

  private void newQueues(String name) {
    source = server.createQueueWithDeadLetters(name, 3).toString();
    dead = server.deadLettersOf(name).toString();
  }

  /** Makes a queue that is nobody's dead-letter queue. */
  URI lonelyQueue() {
    return server.createQueue("lonely-" + queues++, Map.of());
  }

  /** URL of the queue. */
  String source() {
    return source;
  }

  /** URL of its dead letters. */
  String dead() {
    return dead;
  }

  URI endpoint() {
    return server.endpoint();
  }

  /**
   * What a command did.
   *
   * @param code of its exit
   */
  record Answer(int code, String out, String err) {}

  /** {@code groma} with these arguments. */
  static Answer groma(String... arguments) {
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

  /** {@code groma dlq COMMAND} with the URL of the dead letters. */
  Answer dlq(String command, String... arguments) {
    List<String> all = new ArrayList<>(List.of("dlq", command, dead));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--endpoint", server.endpoint().toString()));
    return groma(all.toArray(String[]::new));
  }

  String send(String url, String body, Map<String, String> attributes) {
    return send(JSON.createObjectNode(), url, body, attributes);
  }

  /** Into a FIFO queue. */
  String send(String url, String body, Map<String, String> attributes, String deduplicationId) {
    ObjectNode ordered =
        JSON.createObjectNode()
            .put("MessageGroupId", "north")
            .put("MessageDeduplicationId", deduplicationId);
    return send(ordered, url, body, attributes);
  }

  private String send(ObjectNode request, String url, String body, Map<String, String> attributes) {
    request.put("QueueUrl", url).put("MessageBody", body);
    ObjectNode all = request.putObject("MessageAttributes");
    attributes.forEach(
        (name, text) -> all.putObject(name).put("DataType", "String").put("StringValue", text));
    return server.call("SendMessage", request).path("MessageId").asText();
  }

  /** A letter as the bridge writes it. */
  String letter(String body, String reason, Map<String, String> more) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("failureReason", reason);
    attributes.put("failureDetail", "spec.roomDetection.unit: must be one of cm, m");
    attributes.put("originalMessageId", "original-of-" + body);
    attributes.put("receivedAt", "2026-11-01T10:00:00Z");
    attributes.put("bridgeVersion", "0.1.0");
    attributes.putAll(more);
    return send(dead, body, attributes);
  }

  List<JsonNode> messages(String url) {
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

  List<String> bodies(String url) {
    return messages(url).stream().map(message -> message.path("Body").asText()).sorted().toList();
  }

  @Override
  public void afterAll(ExtensionContext tests) {
    credentials.close();
    server.close();
  }
}
