package dev.groma.e2e.bridge;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.cluster.SourceTree;
import dev.groma.cluster.await.Await;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every shape of message that the golden files of intake know, through a real queue and into a real
 * API server, which has to take the jobs as they are.
 */
class BridgeShapesIT extends BridgeArenaTest {

  private static final Path GOLDEN = SourceTree.root().resolve("intake/src/test/golden");

  /** A golden message, and what it was when it was sent. */
  private record Sent(Path file, JsonNode golden, String messageId, URI queue) {}

  /** What a message asks for: one job, however many messages ask for it. */
  private record Request(URI queue, String key) {}

  @Test
  void every_shape_becomes_the_jobs_or_the_dead_letter_that_its_golden_file_says()
      throws IOException {
    List<Sent> sent = sendAll();
    assertThat(sent).hasSizeGreaterThan(70);

    arena.start();

    sent.stream()
        .map(Sent::queue)
        .distinct()
        .forEach(queue ->
            Await.value(
                "an empty queue; " + arena.logs(),
                BridgeArena.LIMIT,
                () -> arena.queues.depth(queue),
                left -> left == 0));
    assertJobs(sent);
    assertDeadLetters(sent);
  }

  private List<Sent> sendAll() throws IOException {
    List<Sent> sent = new ArrayList<>();
    Map<String, URI> queues = new HashMap<>();
    for (Path file : goldenFiles()) {
      JsonNode golden = Requests.JSON.readTree(file.toFile());
      String spec = spec(golden);
      if (!isForAnyQueue(golden)) {
        continue;
      }
      if (!queues.containsKey(spec)) {
        String name = "shapes-" + queues.size();
        URI queue = arena.queues.mq().createQueueWithDeadLetters(name, 3);
        arena.consume(name, queue, spec);
        queues.put(spec, queue);
      }
      URI queue = queues.get(spec);
      Map<String, String> attributes = attributes(golden);
      String id = arena.queues.send(queue, body(golden.path("message")), attributes);
      // A message that was sent back from the dead letters is still the one that it was.
      sent.add(new Sent(file, golden, attributes.getOrDefault("originalMessageId", id), queue));
    }
    return sent;
  }

  private static List<Path> goldenFiles() throws IOException {
    try (Stream<Path> files = Files.list(GOLDEN)) {
      return files.sorted().toList();
    }
  }

  /**
   * What a FIFO queue, S3, an empty body or a real queue for replies is needed for is elsewhere.
   */
  private static boolean isForAnyQueue(JsonNode golden) {
    return !golden.path("message").has("deduplicationId")
        && !golden.path("reading").has("pointer")
        && !golden.path("queue").has("replies")
        && !body(golden.path("message")).isEmpty();
  }

  /** Without the namespace, which is the test's. */
  private static String spec(JsonNode golden) {
    ObjectNode spec =
        golden.path("queue") instanceof ObjectNode own
            ? own.deepCopy()
            : Requests.JSON.createObjectNode();
    if (spec.path("jobs") instanceof ObjectNode jobs) {
      jobs.remove("namespace");
    }
    String json = spec.toString();
    return json.substring(1, json.length() - 1);
  }

  private static String body(JsonNode message) {
    return message.has("text") ? message.path("text").asText() : message.path("body").toString();
  }

  private static Map<String, String> attributes(JsonNode golden) {
    Map<String, String> attributes = new TreeMap<>();
    golden
        .path("message")
        .path("attributes")
        .properties()
        .forEach(attribute -> attributes.put(attribute.getKey(), attribute.getValue().asText()));
    return attributes;
  }

  /**
   * One job for each request. Some files ask for the same as another of their queue, and which of
   * them comes first is open.
   */
  private void assertJobs(List<Sent> sent) {
    Map<Request, List<Sent>> requests =
        sent.stream()
            .flatMap(one -> requests(one).map(request -> Map.entry(request, one)))
            .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    List<LayoutJob> jobs = arena.jobs();
    requests.forEach((request, asked) -> {
      List<String> messages = asked.stream().map(Sent::messageId).toList();
      assertThat(jobs)
          .as("%s of %s; %s", request, asked.stream().map(Sent::file).toList(), arena.logs())
          .filteredOn(job -> messages.contains(annotation(job, "groma.dev/message-id")))
          .filteredOn(job -> request.key().equals(annotation(job, "groma.dev/request-key")))
          .hasSize(1);
    });
  }

  private static Stream<Request> requests(Sent sent) {
    String goldenId = sent.golden().path("message").path("id").asText();
    return sent.golden()
        .path("reading")
        .path("jobs")
        .valueStream()
        .map(job -> job.path("annotations").path("groma.dev/request-key").asText())
        .map(key -> key.startsWith("message=") ? key.replace(goldenId, sent.messageId()) : key)
        .map(key -> new Request(sent.queue(), key));
  }

  private static String annotation(LayoutJob job, String name) {
    return job.getMetadata().getAnnotations().get(name);
  }

  private void assertDeadLetters(List<Sent> sent) {
    Map<String, String> reasons = new HashMap<>();
    sent.stream()
        .map(Sent::queue)
        .distinct()
        .forEach(queue ->
            arena
                .queues
                .drain(URI.create(queue + "-dlq"))
                .forEach(letter ->
                    reasons.put(
                        Queues.attribute(letter, "originalMessageId"),
                        Queues.attribute(letter, "failureReason"))));
    for (Sent one : sent) {
      JsonNode refused = one.golden().path("reading").path("refused");
      if (!refused.isMissingNode()) {
        assertThat(reasons)
            .as(one.file().toString())
            .containsEntry(one.messageId(), refused.asText());
      }
    }
  }
}
