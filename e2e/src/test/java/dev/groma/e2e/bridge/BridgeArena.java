package dev.groma.e2e.bridge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.layoutqueue.LayoutQueue;
import dev.groma.api.layoutqueue.LayoutQueueStatus;
import dev.groma.cluster.ControlPlane;
import dev.groma.cluster.Kubeconfig;
import dev.groma.cluster.await.Await;
import dev.groma.cluster.faults.ApiServerProxy;
import dev.groma.cluster.operator.BridgeRights;
import dev.groma.cluster.packaged.PackagedProgram;
import dev.groma.cluster.sqs.ElasticMq;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** A namespace, a proxy before the API server, a queue, and bridges that can be killed. */
final class BridgeArena implements AutoCloseable {

  /** Far beyond what anything takes here. */
  static final Duration LIMIT = Duration.ofSeconds(120);

  static final ObjectMapper JSON = new ObjectMapper();

  final ControlPlane cluster;
  final String namespace;
  final ApiServerProxy proxy;
  final ElasticMq mq;
  final URI queue;
  final URI deadLetters;

  private final KubernetesClient client;
  private final Kubeconfig rights;
  private final List<PackagedProgram> bridges = new CopyOnWriteArrayList<>();

  BridgeArena(ControlPlane cluster, String namespace) {
    this(cluster, namespace, 3);
  }

  /** With a queue that gives a message up after so many receives. */
  BridgeArena(ControlPlane cluster, String namespace, int maxReceives) {
    this.cluster = cluster;
    this.namespace = namespace;
    client = cluster.client();
    rights = BridgeRights.production(cluster, namespace);
    proxy = ApiServerProxy.start(cluster);
    mq = ElasticMq.start();
    queue = mq.createQueueWithDeadLetters("jobs", maxReceives);
    deadLetters = mq.deadLettersOf("jobs");
  }

  /** Starts a bridge behind the proxy, which ends with this arena at the latest. */
  PackagedProgram start() {
    PackagedProgram bridge = launch();
    bridge.awaitReady();
    return bridge;
  }

  /** The same, without waiting for anything. */
  PackagedProgram launch() {
    return launch(Map.of("AWS_ACCESS_KEY_ID", "x", "AWS_SECRET_ACCESS_KEY", "x"));
  }

  /** The same with further settings, credentials among them. */
  PackagedProgram launch(Map<String, String> more) {
    Map<String, String> environment = new HashMap<>(more);
    environment.put("GROMA_WATCH_NAMESPACES", namespace);
    environment.put("GROMA_LEADER_ELECTION_ENABLED", "true");
    environment.put("GROMA_LEADER_ELECTION_NAMESPACE", namespace);
    environment.put("AWS_REGION", "elasticmq");
    PackagedProgram bridge =
        PackagedProgram.launch(
            "bridge",
            new PackagedProgram.Launch(
                proxy.kubeconfig(rights),
                environment,
                List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx192m")));
    bridges.add(bridge);
    return bridge;
  }

  /**
   * Stores the LayoutQueue of {@link #queue}, with a short long poll.
   *
   * @param more members of its spec as JSON
   */
  void consume(String more) {
    consume("jobs", queue, more);
  }

  /** Stores the LayoutQueue of another queue. */
  void consume(String name, URI url, String more) {
    try {
      ObjectNode spec = (ObjectNode) JSON.readTree("{" + more + "}");
      spec.putObject("queue")
          .put("url", url.toString())
          .put("endpoint", mq.endpoint().toString())
          .put("region", "elasticmq");
      spec.withObject("/receive").put("waitSeconds", 1);
      ObjectNode manifest =
          JSON.createObjectNode()
              .put("apiVersion", "groma.dev/v1alpha1")
              .put("kind", "LayoutQueue");
      manifest.putObject("metadata").put("name", name).put("namespace", namespace);
      manifest.set("spec", spec);
      client
          .resource(
              client.getKubernetesSerialization().unmarshal(manifest.toString(), LayoutQueue.class))
          .create();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Changes the LayoutQueue's spec, given as JSON of its changed members. */
  void change(String members) {
    client
        .resources(LayoutQueue.class)
        .inNamespace(namespace)
        .withName("jobs")
        .patch(PatchContext.of(PatchType.JSON_MERGE), "{\"spec\": {%s}}".formatted(members));
  }

  /** A spec as a message: the same number asks for the same. */
  static String request(int number) {
    return request("order-" + number, number);
  }

  /** A request of this key for a plan of this width. */
  static String request(String key, int width) {
    ObjectNode spec = JSON.createObjectNode().put("idempotencyKey", key);
    spec.putObject("roomDetection")
        .putObject("walls")
        .put(
            "inline",
            "{\"walls\": [{\"type\": \"line\", \"start\": [0, 0], \"end\": [%d, 0]}]}"
                .formatted(width));
    return spec.toString();
  }

  /** Sends a message; returns its id. */
  String send(URI to, String body, Map<String, String> attributes) {
    ObjectNode message = about(to).put("MessageBody", body);
    attributes.forEach((name, value) ->
        message
            .withObject("/MessageAttributes")
            .putObject(name)
            .put("DataType", "String")
            .put("StringValue", value));
    return mq.call("SendMessage", message).path("MessageId").asText();
  }

  String send(String body) {
    return send(queue, body, Map.of());
  }

  /** Sends messages, ten with a call. */
  void sendAll(List<String> bodies) {
    for (int from = 0; from < bodies.size(); from += 10) {
      ObjectNode batch = about(queue);
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

  void awaitEmpty() {
    Await.value("the queue to be empty; " + logs(), LIMIT, () -> depth(queue), left -> left == 0);
  }

  List<LayoutJob> jobs() {
    return client.resources(LayoutJob.class).inNamespace(namespace).list().getItems();
  }

  /** How many there are, without reading them all. */
  long jobCount() {
    return cluster.count(LayoutJob.class, namespace);
  }

  List<LayoutJob> awaitJobs(int number) {
    return Await.value(
        "%d jobs; %s".formatted(number, logs()), LIMIT, this::jobs, jobs -> jobs.size() == number);
  }

  /** Writes the end of a job, as the operator does. */
  void end(LayoutJob job, String phase) {
    String failure =
        phase.equals("Failed")
            ? ", \"failure\": {\"reason\": \"InvalidInput\", \"message\": \"no walls\","
                + " \"retryable\": false}"
            : "";
    client
        .resources(LayoutJob.class)
        .inNamespace(namespace)
        .withName(job.getMetadata().getName())
        .subresource("status")
        .patch(
            PatchContext.of(PatchType.JSON_MERGE),
            ("{\"status\": {\"phase\": \"%s\", \"attempts\": 1, \"completionTime\":"
                    + " \"2026-11-25T12:00:00Z\"%s}}")
                .formatted(phase, failure));
  }

  LayoutQueueStatus awaitStatus(String what, Predicate<LayoutQueueStatus> right) {
    return awaitStatus("jobs", what, right);
  }

  private LayoutQueueStatus awaitStatus(
      String name, String what, Predicate<LayoutQueueStatus> right) {
    return Await.value(
        what + "; " + logs(),
        LIMIT,
        () ->
            client
                .resources(LayoutQueue.class)
                .inNamespace(namespace)
                .withName(name)
                .require()
                .getStatus(),
        status -> status != null && right.test(status));
  }

  /** Waits until the condition Receiving has this reason. */
  LayoutQueueStatus awaitReason(String reason) {
    return awaitReason("jobs", reason);
  }

  LayoutQueueStatus awaitReason(String name, String reason) {
    return awaitStatus(
        name,
        "the reason " + reason,
        status ->
            status.conditions() != null
                && status.conditions().stream().anyMatch(one -> one.reason().equals(reason)));
  }

  String logs() {
    return "logs: " + bridges.stream().map(PackagedProgram::logFile).toList();
  }

  /** Requests by their keys: how many jobs each has. */
  Map<String, Integer> jobsByKey() {
    Map<String, Integer> numbers = new HashMap<>();
    jobs()
        .forEach(job ->
            numbers.merge(
                job.getMetadata().getAnnotations().get("groma.dev/request-key"), 1, Integer::sum));
    return numbers;
  }

  private static ObjectNode about(URI of) {
    return JSON.createObjectNode().put("QueueUrl", of.toString());
  }

  @Override
  public void close() {
    bridges.forEach(PackagedProgram::close);
    proxy.close();
    mq.close();
  }
}
