package dev.groma.bench.bridge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.groma.cluster.ControlPlane;
import dev.groma.cluster.sqs.ElasticMq;

/**
 * Threads that receive ten messages, create their jobs and delete the ten: the least that a
 * consumer does. It checks nothing, remembers nothing, and watches nothing.
 */
record BareConsumer(ControlPlane cluster, ElasticMq mq) implements Contender {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public Run begin(int jobs) {
    String namespace = cluster.createNamespace("consumer");
    Intake intake = new Intake(cluster, mq, namespace);
    intake.send(jobs);
    Creator creator = new Creator(cluster, namespace);
    return new InThisProcess(
        namespace,
        creator,
        () -> {
          JsonNode messages = receive(intake);
          while (!messages.isEmpty()) {
            for (JsonNode message : messages) {
              creator.create(
                  "message-" + message.path("MessageId").asText(), message.path("Body").asText());
            }
            delete(intake, messages);
            messages = receive(intake);
          }
        });
  }

  private JsonNode receive(Intake intake) {
    ObjectNode request =
        JSON.createObjectNode().put("QueueUrl", intake.queue()).put("MaxNumberOfMessages", 10);
    return mq.call("ReceiveMessage", request).path("Messages");
  }

  private void delete(Intake intake, JsonNode messages) {
    ObjectNode request = JSON.createObjectNode().put("QueueUrl", intake.queue());
    for (JsonNode message : messages) {
      request
          .withArray("/Entries")
          .addObject()
          .put("Id", message.path("MessageId").asText())
          .put("ReceiptHandle", message.path("ReceiptHandle").asText());
    }
    mq.call("DeleteMessageBatch", request);
  }
}
