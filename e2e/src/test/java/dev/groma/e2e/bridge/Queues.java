package dev.groma.e2e.bridge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.groma.cluster.sqs.ElasticMq;
import dev.groma.runner.deadletter.DeadLetterQueue;
import dev.groma.runner.deadletter.QueueAddress;
import dev.groma.runner.deadletter.QueueException;
import dev.groma.runner.deadletter.Selection;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/**
 * The queues of an SQS server, as those see them who send messages and who look for them.
 *
 * @param mq the server
 */
record Queues(ElasticMq mq) {

  private static final ObjectMapper JSON = Requests.JSON;

  /** Sends a message; returns its id. */
  String send(URI to, String body, Map<String, String> attributes) {
    return send(message(to, body, attributes));
  }

  /** Sends a message to a FIFO queue, which takes no second one of this id within five minutes. */
  String sendInOrder(URI to, String body, String deduplicationId) {
    return send(
        message(to, body, Map.of())
            .put("MessageGroupId", "tenant")
            .put("MessageDeduplicationId", deduplicationId));
  }

  private String send(ObjectNode message) {
    return mq.call("SendMessage", message).path("MessageId").asText();
  }

  private static ObjectNode message(URI to, String body, Map<String, String> attributes) {
    ObjectNode message = about(to).put("MessageBody", body);
    attributes.forEach((name, value) ->
        message
            .withObject("/MessageAttributes")
            .putObject(name)
            .put("DataType", "String")
            .put("StringValue", value));
    return message;
  }

  /** Sends messages, ten with a call. */
  void sendAll(URI to, List<String> bodies) {
    for (int from = 0; from < bodies.size(); from += 10) {
      ObjectNode batch = about(to);
      for (int i = from; i < Math.min(bodies.size(), from + 10); i++) {
        batch.withArray("/Entries").addObject().put("Id", "" + i).put("MessageBody", bodies.get(i));
      }
      mq.call("SendMessageBatch", batch);
    }
  }

  /** Takes every message out of a queue. */
  List<JsonNode> drain(URI from) {
    List<JsonNode> all = new ArrayList<>();
    while (true) {
      JsonNode messages =
          mq.call(
                  "ReceiveMessage",
                  about(from)
                      .put("MaxNumberOfMessages", 10)
                      .set("MessageAttributeNames", JSON.createArrayNode().add("All")))
              .path("Messages");
      if (messages.isEmpty()) {
        return all;
      }
      for (JsonNode message : messages) {
        all.add(message);
        mq.call(
            "DeleteMessage",
            about(from).put("ReceiptHandle", message.path("ReceiptHandle").asText()));
      }
    }
  }

  /** Sends a message of a dead-letter queue back, as {@code groma dlq redrive} does. */
  void redriveOne(URI deadLetters) throws QueueException {
    QueueAddress address =
        new QueueAddress(deadLetters.toString(), mq.endpoint(), /* region= */ null);
    try (DeadLetterQueue letters =
        DeadLetterQueue.open(
            address, StaticCredentialsProvider.create(AwsBasicCredentials.create("x", "x")))) {
      letters.redrive(letters.receive(Selection.ALL, 1).getFirst(), letters.source());
    }
  }

  /** Sends all messages of a dead-letter queue back, by SQS' own redrive. */
  void moveAll(URI deadLetters) {
    mq.call(
        "StartMessageMoveTask",
        JSON.createObjectNode()
            .put("SourceArn", attributes(deadLetters).path("QueueArn").asText()));
  }

  /** The text of a message's attribute. */
  static String attribute(JsonNode message, String name) {
    return message.path("MessageAttributes").path(name).path("StringValue").asText();
  }

  /** Messages in a queue, whether hidden or not. */
  long depth(URI of) {
    JsonNode attributes = attributes(of);
    return attributes.path("ApproximateNumberOfMessages").asLong() + hidden(attributes);
  }

  /** Messages that were received and neither deleted nor handed back. */
  long hidden(URI of) {
    return hidden(attributes(of));
  }

  private static long hidden(JsonNode attributes) {
    return attributes.path("ApproximateNumberOfMessagesNotVisible").asLong();
  }

  private JsonNode attributes(URI of) {
    return mq.call(
            "GetQueueAttributes",
            about(of).set("AttributeNames", JSON.createArrayNode().add("All")))
        .path("Attributes");
  }

  private static ObjectNode about(URI of) {
    return JSON.createObjectNode().put("QueueUrl", of.toString());
  }
}
