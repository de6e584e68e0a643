package dev.groma.charts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The IAM documents that are shipped grant what docs/inputs-and-results.md asks for and no more.
 */
class AwsPolicyTest {

  static List<Path> documents() throws IOException {
    try (Stream<Path> files = Files.list(Charts.ROOT.resolve("examples/aws"))) {
      return files.sorted().toList();
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
            "sts:AssumeRole",
            "sts:AssumeRoleWithWebIdentity",
            "sts:TagSession");
  }

  @ParameterizedTest
  @MethodSource("documents")
  void objects_are_those_below_a_prefix_and_a_bucket_is_listed_below_one(Path document)
      throws IOException {
    assertThat(all(document, "Resource"))
        .allMatch(resource -> resource.matches("arn:aws:s3:::[a-z]+(/[a-z/]+/\\*)?"));
    for (JsonNode statement : statements(document)) {
      if (texts(statement.path("Action")).contains("s3:ListBucket")) {
        assertThat(statement.path("Condition").toString()).contains("s3:prefix");
      }
    }
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
