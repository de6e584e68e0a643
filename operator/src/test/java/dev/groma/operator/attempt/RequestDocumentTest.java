package dev.groma.operator.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.groma.api.layoutjob.LayoutJobSpec;
import dev.groma.api.runner.RequestInput;
import dev.groma.api.runner.RequestObject;
import dev.groma.api.runner.RequestOutput;
import dev.groma.api.runner.RequestReport;
import dev.groma.api.runner.RunnerContract;
import dev.groma.api.runner.RunnerRequest;
import dev.groma.operator.Assignments;
import dev.groma.operator.LayoutJobs;
import dev.groma.operator.life.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a runner is asked to do. */
class RequestDocumentTest {

  private static final String PLACE = "plans/" + World.FLAT.uid() + "/2/";

  @Test
  void is_the_contracts_and_names_the_attempt() throws JsonProcessingException {
    RunnerRequest request = request(LayoutJobs.spec("seed: 42\ncorrelationId: order-17"));

    assertThat(request.job()).isEqualTo(World.FLAT);
    assertThat(request.attempt()).isEqualTo(2);
    assertThat(request.engine()).isEqualTo("roomDetection");
    assertThat(request.parameters().has("walls")).isFalse();
    assertThat(request.seed()).isEqualTo(42);
    assertThat(request.timeoutSeconds()).isEqualTo(240);
    assertThat(request.correlationId()).isEqualTo("order-17");
    assertThat(request.report())
        .isEqualTo(new RequestReport("https://report:9443", "report/token", "report/ca.crt"));
  }

  @Test
  void parameters_are_the_block_without_its_inputs() throws JsonProcessingException {
    RunnerRequest request = request(LayoutJobs.inline(LayoutJobs.WALLS));

    assertThat(request.parameters().get("snapTolerance").doubleValue()).isEqualTo(0.05);
    assertThat(request.parameters().has("walls")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          inline: '{}'                                | inputs/walls
          configMap: {name: plans, key: flat.json}    | inputs/walls
          volumeClaim: {name: plans, path: a/b.json}  | /groma/volumes/walls/a/b.json
          """)
  void an_input_is_a_file_that_is_there(String source, String path) throws JsonProcessingException {
    assertThat(request(walls(source)).inputs()).containsExactly(RequestInput.ofFile("walls", path));
  }

  @Test
  void an_object_is_fetched_by_the_runner() throws JsonProcessingException {
    String sha256 = "ab".repeat(32);
    LayoutJobSpec spec =
        walls("s3: {bucket: plans, key: a.json, versionId: v1, sha256: %s}".formatted(sha256));

    assertThat(request(spec).inputs())
        .containsExactly(
            RequestInput.ofObject("walls", new RequestObject("plans", "a.json", "v1", sha256)));
  }

  @Test
  void artifacts_go_to_a_place_of_the_attempts_own() throws JsonProcessingException {
    assertThat(output("{configMap: {}}")).isEqualTo(RequestOutput.ofConfigMap());
    assertThat(output("{s3: {bucket: results}}")).isEqualTo(RequestOutput.ofS3("results", PLACE));
    assertThat(output("{s3: {bucket: results, prefix: ridge/}}"))
        .isEqualTo(RequestOutput.ofS3("results", "ridge/" + PLACE));
    assertThat(output("{volumeClaim: {name: results, path: ridge}}"))
        .isEqualTo(RequestOutput.ofVolume("/groma/results/ridge/" + PLACE));
  }

  private static LayoutJobSpec walls(String source) {
    return LayoutJobs.read("roomDetection:\n  walls:\n    " + source);
  }

  private static RequestOutput output(String output) throws JsonProcessingException {
    RequestOutput asked = request(LayoutJobs.spec("output: " + output)).output();
    assertThat(asked).isNotNull();
    return asked;
  }

  private static RunnerRequest request(LayoutJobSpec spec) throws JsonProcessingException {
    String document =
        RequestDocument.of(
            Assignments.of(World.FLAT, 2, spec),
            new ReportAccess("https://report:9443", "pem", ReportAccess.AUDIENCE));
    return RunnerContract.read(document, RunnerRequest.class);
  }
}
