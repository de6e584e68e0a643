package dev.groma.cluster.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.groma.cluster.SourceTree;
import dev.groma.cluster.process.Leash;
import dev.groma.cluster.process.LocalServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A running SQS server without queues. Any region and any credentials will do. */
public final class ElasticMq implements AutoCloseable {

  private static final Pattern LISTENS =
      Pattern.compile("Started SQS rest server, bind address 127\\.0\\.0\\.1:(\\d+)");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int OK = 200;

  private final LocalServer server;
  private final HttpClient http = HttpClient.newHttpClient();

  private ElasticMq(LocalServer server) {
    this.server = server;
  }

  /**
   * Starts one on a port that is free.
   *
   * @throws IllegalStateException when it does not start; its log is in the message
   */
  public static ElasticMq start() {
    Path folder = Leash.ofThisJvm().newFolder("elasticmq");
    Path settings = folder.resolve("server.conf");
    try {
      Files.writeString(settings, SETTINGS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> arguments =
        List.of(
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Dconfig.file=" + settings,
            "-cp",
            jars() + "/*",
            "org.elasticmq.server.Main");
    return new ElasticMq(LocalServer.start("SQS server", folder, arguments, LISTENS));
  }

  /** The host {@code *}: queues have the address that they were asked for under. */
  private static final String SETTINGS =
      """
      include classpath("application.conf")
      node-address { protocol = http, host = "*", port = 0, context-path = "" }
      rest-sqs { enabled = true, bind-hostname = "127.0.0.1", bind-port = 0, sqs-limits = strict }
      rest-stats { enabled = false }
      """;

  private static Path jars() {
    Path jars = SourceTree.root().resolve("cluster/elasticmq/target/lib");
    if (!Files.isDirectory(jars)) {
      throw new IllegalStateException(
          "%s is missing; lay it down: ./mvnw -pl cluster/elasticmq process-resources"
              .formatted(jars));
    }
    return jars;
  }

  /** The process id. */
  public long pid() {
    return server.pid();
  }

  /** Where it is asked, such as {@code http://127.0.0.1:40123}. */
  public URI endpoint() {
    return server.endpoint();
  }

  /**
   * Makes a queue.
   *
   * @param name ends in {@code .fifo} for a FIFO queue
   * @param attributes as of CreateQueue, such as VisibilityTimeout and RedrivePolicy
   * @return its URL
   */
  public URI createQueue(String name, Map<String, String> attributes) {
    ObjectNode request = JSON.createObjectNode().put("QueueName", name);
    ObjectNode wanted = request.putObject("Attributes");
    attributes.forEach(wanted::put);
    if (name.endsWith(".fifo")) {
      wanted.put("FifoQueue", "true");
    }
    return URI.create(call("CreateQueue", request).path("QueueUrl").asText());
  }

  /**
   * Makes a queue whose messages go to another queue, {@code <name>-dlq}, after so many receives.
   *
   * @return the URL of the first
   */
  public URI createQueueWithDeadLetters(String name, int maxReceives) {
    createQueue(deadLetters(name), Map.of("MessageRetentionPeriod", "1209600"));
    String policy =
        JSON.createObjectNode()
            .put("deadLetterTargetArn", arn(deadLetters(name)))
            .put("maxReceiveCount", Integer.toString(maxReceives))
            .toString();
    return createQueue(
        name,
        Map.of(
            "VisibilityTimeout",
            "300",
            "MessageRetentionPeriod",
            "345600",
            "RedrivePolicy",
            policy));
  }

  /** The URL of the dead letters of a queue of this name. */
  public URI deadLettersOf(String name) {
    ObjectNode request = JSON.createObjectNode().put("QueueName", deadLetters(name));
    return URI.create(call("GetQueueUrl", request).path("QueueUrl").asText());
  }

  private static String deadLetters(String name) {
    return name.endsWith(".fifo") ? name.replace(".fifo", "-dlq.fifo") : name + "-dlq";
  }

  /** The ARN of a queue of this name; region and account are ElasticMQ's own. */
  public static String arn(String name) {
    return "arn:aws:sqs:elasticmq:000000000000:" + name;
  }

  /**
   * Makes a request in SQS' JSON protocol.
   *
   * @param action such as SendMessage
   * @throws IllegalStateException when it is refused; the answer is in the message
   */
  public JsonNode call(String action, JsonNode request) {
    HttpRequest post =
        HttpRequest.newBuilder(endpoint())
            .header("Content-Type", "application/x-amz-json-1.0")
            .header("X-Amz-Target", "AmazonSQS." + action)
            .POST(HttpRequest.BodyPublishers.ofString(request.toString()))
            .build();
    try {
      HttpResponse<String> answer = http.send(post, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != OK) {
        throw new IllegalStateException(action + " was refused: " + answer.body());
      }
      return JSON.readTree(answer.body().isEmpty() ? "{}" : answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Lets it answer nobody until {@link #thaw}, as in an outage. */
  public void freeze() {
    server.freeze();
  }

  /** Ends the outage. */
  public void thaw() {
    server.thaw();
  }

  /** Ends the server and forgets its queues. */
  @Override
  public void close() {
    http.close();
    server.close();
  }
}
