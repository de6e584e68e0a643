package dev.groma.charts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The IAM documents that are shipped grant what docs/inputs-and-results.md and
 * docs/submit-by-queue.md ask for and no more.
 */
class AwsPolicyTest {

  static List<Path> documents() throws IOException {
    try (Stream<Path> files = Files.list(Charts.ROOT.resolve("examples/aws"))) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void every_action_is_named_and_none_is_of_another_service(Path document) throws IOException {
    assertThat(all(document, "Action"))
        .isNotEmpty()
        .isSubsetOf(
            "s3:GetObject",
            "s3:GetObjectVersion",
            "s3:ListBucket",
            "s3:PutObject",
            "s3:AbortMultipartUpload",
            "sqs:ReceiveMessage",
            "sqs:DeleteMessage",
            "sqs:ChangeMessageVisibility",
            "sqs:GetQueueAttributes",
            "sqs:GetQueueUrl",
            "sqs:ListDeadLetterSourceQueues",
            "sqs:SendMessage",
            "sts:AssumeRole",
            "sts:AssumeRoleWithWebIdentity",
            "sts:TagSession");
  }

  @ParameterizedTest
  @MethodSource("documents")
  void a_queue_is_named_objects_are_below_a_prefix_and_a_bucket_is_listed_below_one(Path document)
      throws IOException {
    assertThat(all(document, "Resource"))
        .allMatch(resource ->
            resource.matches("arn:aws:s3:::[a-z]+(/[a-z/]+/\\*)?")
                || resource.matches("arn:aws:sqs:[a-z0-9-]+:[0-9]{12}:[a-z-]+"));
    for (JsonNode statement : statements(document)) {
      if (texts(statement.path("Action")).contains("s3:ListBucket")) {
        assertThat(statement.path("Condition").toString()).contains("s3:prefix");
      }
    }
  }

  @Test
  void the_bridge_reads_its_queue_and_sends_only_to_dead_letters_and_replies() throws IOException {
    Map<String, Set<String>> rights = new TreeMap<>();
    for (JsonNode statement : statements(Charts.ROOT.resolve("examples/aws/bridge-policy.json"))) {
      String resource = statement.path("Resource").asText();
      rights.put(
          resource.substring(resource.lastIndexOf(':') + 1),
          new TreeSet<>(texts(statement.path("Action"))));
    }

    assertThat(rights)
        .isEqualTo(
            Map.of(
                "plans",
                Set.of(
                    "sqs:ReceiveMessage",
                    "sqs:DeleteMessage",
                    "sqs:ChangeMessageVisibility",
                    "sqs:GetQueueAttributes"),
                "plans-dead",
                Set.of("sqs:SendMessage", "sqs:GetQueueUrl", "sqs:GetQueueAttributes"),
                "plans-replies",
                Set.of("sqs:SendMessage"),
                "uploads/requests/*",
                Set.of("s3:GetObject", "s3:GetObjectVersion")));
  }

  private static List<String> all(Path document, String member) throws IOException {
    List<String> all = new ArrayList<>();
    statements(document).forEach(statement -> all.addAll(texts(statement.path(member))));
    return all;
  }

  private static JsonNode statements(Path document) throws IOException {
    return new ObjectMapper().readTree(document.toFile()).path("Statement");
  }

  private static List<String> texts(JsonNode textOrTexts) {
    List<String> texts = new ArrayList<>();
    if (textOrTexts.isTextual()) {
      texts.add(textOrTexts.asText());
    } else {
      textOrTexts.forEach(text -> texts.add(text.asText()));
    }
    return texts;
  }
}
