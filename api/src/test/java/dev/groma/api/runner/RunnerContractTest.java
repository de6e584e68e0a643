package dev.groma.api.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import dev.groma.api.reason.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunnerContractTest {

  private static final Path GOLDEN = Path.of("src/test/golden");

  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(
          SpecVersion.VersionFlag.V202012,
          builder ->
              builder.schemaMappers(mappers ->
                  mappers.mappings(
                      Map.of(
                          "https://groma.dev/schemas/runner/v1/runner-request.json",
                          "classpath:dev/groma/api/runner/runner-request.v1.schema.json",
                          "https://groma.dev/schemas/runner/v1/runner-result.json",
                          "classpath:dev/groma/api/runner/runner-result.v1.schema.json",
                          "https://groma.dev/schemas/runner/v1/progress-report.json",
                          "classpath:dev/groma/api/runner/progress-report.v1.schema.json",
                          "https://groma.dev/schemas/runner/v1/artifact-report.json",
                          "classpath:dev/groma/api/runner/artifact-report.v1.schema.json",
                          "https://groma.dev/schemas/runner/v1/termination-message.json",
                          "classpath:dev/groma/api/runner/termination-message.v1.schema.json"))));

  private static JsonSchema schema(String document) {
    return SCHEMAS.getSchema(
        SchemaLocation.of("https://groma.dev/schemas/runner/v1/" + document + ".json"));
  }

  @ParameterizedTest
  @CsvSource({
    "runner-request.json, runner-request, dev.groma.api.runner.RunnerRequest",
    "runner-request-s3.json, runner-request, dev.groma.api.runner.RunnerRequest",
    "runner-result.json, runner-result, dev.groma.api.runner.RunnerResult",
    "progress-report.json, progress-report, dev.groma.api.runner.ProgressReport",
    "artifact-report.json, artifact-report, dev.groma.api.runner.ArtifactReport",
    "termination-succeeded.json, termination-message, dev.groma.api.runner.TerminationMessage",
    "termination-failed.json, termination-message, dev.groma.api.runner.TerminationMessage"
  })
  void a_golden_document_fits_its_schema_and_survives_its_record_byte_for_byte(
      String file, String schema, String record) throws Exception {
    String golden = Files.readString(GOLDEN.resolve(file)).strip();
    JsonNode tree = RunnerContract.mapper().readTree(golden);

    Object read = RunnerContract.read(golden, Class.forName(record));

    assertThat(schema(schema).validate(tree)).isEmpty();
    assertThat(RunnerContract.canonicalJson(read)).isEqualTo(golden);
  }

  @Test
  void every_golden_document_is_read_by_a_test() throws IOException {
    try (var files = Files.list(GOLDEN)) {
      assertThat(files.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "artifact-report.json",
              "progress-report.json",
              "runner-request.json",
              "runner-request-s3.json",
              "runner-result.json",
              "termination-succeeded.json",
              "termination-failed.json");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"apiVersion\":\"runner.groma.dev/v2\",\"kind\":\"TerminationMessage\",\"jobUid\":\"u\",\"attempt\":1,\"summary\":{},\"artifacts\":[]}",
        "{\"apiVersion\":\"runner.groma.dev/v1\",\"kind\":\"RunnerResult\",\"jobUid\":\"u\",\"attempt\":1,\"summary\":{},\"artifacts\":[]}",
        "{\"apiVersion\":\"runner.groma.dev/v1\",\"kind\":\"TerminationMessage\",\"jobUid\":\"u\",\"attempt\":1}",
        "{\"apiVersion\":\"runner.groma.dev/v1\",\"kind\":\"TerminationMessage\",\"jobUid\":\"u\",\"attempt\":1,\"summary\":{}}",
        "{\"apiVersion\":\"runner.groma.dev/v1\",\"kind\":\"TerminationMessage\",\"jobUid\":\"u\",\"attempt\":1,\"summary\":{},\"artifacts\":[],\"failure\":{\"reason\":\"BadData\",\"message\":\"m\"}}",
        "{\"apiVersion\":\"runner.groma.dev/v1\",\"kind\":\"TerminationMessage\",\"jobUid\":\"u\",\"attempt\":1,\"summary\":{},\"artifacts\":[],\"more\":1}",
        "{\"apiVersion\":\"runner.groma.dev/v1\",\"kind\":\"TerminationMessage\",\"jobUid\":\"u\",\"attempt\":1,\"failure\":{\"reason\":\"NoSuchReason\",\"message\":\"m\"}}",
        "{\"apiVersion\":\"runner.groma.dev/v1\",\"kind\":\"TerminationMessage\",\"jobUid\":null,\"attempt\":1,\"failure\":{\"reason\":\"BadData\",\"message\":\"m\"}}",
        "[]",
        "null",
        "garbage"
      })
  void a_termination_message_outside_the_contract_is_refused(String text) {
    assertThatThrownBy(() -> RunnerContract.read(text, TerminationMessage.class))
        .isInstanceOf(JsonProcessingException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "ж", "\u20ac", "\ud83d\ude00", "\"", "\u0001"})
  void a_failure_of_any_script_fits_the_termination_message(String character) {
    RunnerFailure failure = new RunnerFailure(Reason.RunnerProtocolError, character.repeat(5000));

    TerminationMessage message = TerminationMessage.failed("u".repeat(63), 1000, failure);

    byte[] bytes = RunnerContract.canonicalJson(message).getBytes(StandardCharsets.UTF_8);
    assertThat(failure.message()).endsWith("…");
    assertThat(bytes.length).isLessThanOrEqualTo(RunnerContract.TERMINATION_MESSAGE_MAX_BYTES);
  }

  @ParameterizedTest
  @CsvSource({
    "3499, 3499",
    "3500, 3500",
    "3501, 3498",
  })
  void a_long_message_is_cut_at_its_bound(int length, int kept) {
    assertThat(new RunnerFailure(Reason.BadData, "x".repeat(length)).message()).hasSize(kept);
  }
}
