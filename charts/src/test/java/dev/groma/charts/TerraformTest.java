package dev.groma.charts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.groma.cluster.charts.GoTool;
import dev.groma.cluster.program.Output;
import dev.groma.cluster.program.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The Terraform example by OpenTofu's own {@code validate}, against the schemas of hashicorp/aws
 * and with nothing of AWS.
 */
class TerraformTest {

  private static final Path EXAMPLE = Charts.ROOT.resolve("examples/aws/terraform");

  @TempDir private Path folder;

  private Path example;
  private Program tofu;

  @BeforeEach
  void copy() throws IOException {
    example = Files.createDirectory(folder.resolve("example"));
    try (Stream<Path> files = Files.list(EXAMPLE)) {
      for (Path file : files.toList()) {
        Files.copy(file, example.resolve(file.getFileName()));
      }
    }
    Path config =
        Files.writeString(
            folder.resolve("config"),
            """
            provider_installation {
              dev_overrides { "hashicorp/aws" = "%s" }
            }
            """
                .formatted(GoTool.TERRAFORM_PROVIDER_AWS.path().getParent()));
    tofu = new Program(GoTool.TOFU.path(), Map.of("TF_CLI_CONFIG_FILE", config.toString()));
  }

  @Test
  void it_is_valid() throws IOException {
    assertThat(errors()).isEmpty();
  }

  @Test
  void it_is_formatted() {
    assertThat(tofu.run(List.of("fmt", "-check", "-diff", example.toString())))
        .returns(0, Output::exitCode);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          queues.tf | visibility_timeout_seconds  | visibility_timeout    | Unsupported argument
          queues.tf | = 300                       | = "soon"              | a number is required
          queues.tf | aws_sqs_queue.jobs.url      | aws_sqs_queue.jobs.uri | Unsupported attribute
          queues.tf | "aws_sqs_queue" "replies"   | "aws_sqs_topic" "replies" | Invalid resource type
          alarms.tf | alarm_name                  | name                  | The argument "alarm_name" is required
          alarms.tf | aws_sqs_queue.dead.name     | aws_sqs_queue.dlq.name | There is no managed resource "aws_sqs_queue" "dlq"
          bridge.tf | principals {                | principal {           | Blocks of type "principal" are not expected
          bridge.tf | var.namespace               | var.home              | has not been declared
          """)
  void a_slip_would_be_told(String file, String good, String bad, String complaint)
      throws IOException {
    Path slipped = example.resolve(file);
    String text = Files.readString(slipped);
    assertThat(text).contains(good);
    Files.writeString(slipped, text.replaceFirst(Pattern.quote(good), bad));

    assertThat(errors()).anySatisfy(error -> assertThat(error).contains(complaint));
  }

  private List<String> errors() throws IOException {
    Output output = tofu.run(List.of("-chdir=" + example, "validate", "-json"));
    JsonNode verdict = new ObjectMapper().readTree(output.out());
    List<String> errors = new ArrayList<>();
    for (JsonNode diagnostic : verdict.path("diagnostics")) {
      if (diagnostic.path("severity").asText().equals("error")) {
        errors.add(diagnostic.path("summary").asText() + ": " + diagnostic.path("detail").asText());
      }
    }
    assertThat(verdict.path("valid").asBoolean())
        .as(output.out() + output.err())
        .isEqualTo(errors.isEmpty());
    return errors;
  }
}
