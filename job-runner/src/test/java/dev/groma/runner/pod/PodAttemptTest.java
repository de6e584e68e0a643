package dev.groma.runner.pod;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.groma.api.reason.Reason;
import dev.groma.api.runner.ExitCode;
import dev.groma.api.runner.RequestInput;
import dev.groma.api.runner.ResultArtifact;
import dev.groma.api.runner.RunnerContract;
import dev.groma.api.runner.RunnerRequest;
import dev.groma.api.runner.TerminationMessage;
import dev.groma.runner.testing.AttemptFolder;
import dev.groma.runner.testing.RunnerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Attempts as the operator starts them: in a process, seen by what it leaves behind. */
class PodAttemptTest {

  @TempDir private Path folder;

  private AttemptFolder attempt;

  @BeforeEach
  void anInput() {
    attempt = AttemptFolder.in(folder);
    request("roomDetection", List.of(RequestInput.ofFile("walls", "inputs/walls")));
  }

  @Test
  void an_answer_leaves_artifacts_result_word_and_0() throws IOException {
    RunnerProcess.Ended ended = attempt("write a.txt");

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out()).isEmpty();
    TerminationMessage word = attempt.word();
    assertThat(word.jobUid()).isEqualTo(AttemptFolder.UID);
    assertThat(word.attempt()).isEqualTo(2);
    assertThat(word.failure()).isNull();
    assertThat(Objects.requireNonNull(word.summary()).path("roomsCount").asInt()).isEqualTo(1);
    assertThat(word.summary().path("processingSeconds").isNumber()).isTrue();
    assertThat(Objects.requireNonNull(word.artifacts()))
        .extracting(ResultArtifact::name)
        .containsExactly("a.txt", "result.json");
    assertThat(folder.resolve("output/result.json")).isRegularFile();
  }

  @Test
  void the_contracts_own_example_of_a_request_is_run() throws IOException {
    Path example =
        Path.of(System.getProperty("groma.root"), "api/src/test/golden/runner-request.json");
    Files.copy(example, attempt.requestFile(), StandardCopyOption.REPLACE_EXISTING);
    assertThat(attempt("write a.txt").exitCode()).isZero();
    RunnerRequest request = RunnerContract.read(Files.readString(example), RunnerRequest.class);
    assertThat(attempt.word().jobUid()).isEqualTo(request.job().uid());
    assertThat(attempt.word().attempt()).isEqualTo(request.attempt());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bad must be two numbers | BAD_DATA | BadData   | must be two numbers",
        "bad 図面は数字でない     | BAD_DATA | BadData   | 図面は数字でない",
        "crash an invariant      | BUG      | EngineBug | an invariant",
        "exhaust                 | BUG      | EngineBug | MiB of memory that it was given",
        "recurse                 | BUG      | EngineBug | stack overflow"
      })
  void a_failure_leaves_a_word_and_its_exit_code(
      String orders, ExitCode exitCode, Reason reason, String message) throws IOException {
    RunnerProcess.Ended ended = attempt(orders);

    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(exitCode.code());
    assertThat(attempt.failure().reason()).isEqualTo(reason);
    assertThat(attempt.failure().message()).contains(message);
    assertThat(folder.resolve("output")).isEmptyDirectory();
  }

  @Test
  void a_fault_of_the_engines_own_leaves_its_stack_in_the_log() throws IOException {
    RunnerProcess.Ended ended = attempt("crash an invariant");
    assertThat(ended.err()).contains("stackTrace", "ScriptedEngine.follow");
  }

  @Test
  void the_log_is_json_lines_that_name_job_attempt_and_correlation() throws IOException {
    RunnerProcess.Ended ended = attempt("bad data");

    List<String> lines = ended.err().lines().toList();
    assertThat(lines).hasSize(2);
    for (String line : lines) {
      JsonNode fields = RunnerContract.mapper().readTree(line);
      assertThat(fields.path("job").asText()).isEqualTo("plans/apartment");
      assertThat(fields.path("attempt").asInt()).isEqualTo(2);
      assertThat(fields.path("correlationId").asText()).isEqualTo("survey/7");
      assertThat(fields.path("time").asText()).endsWith("Z");
    }
    assertThat(lines.getFirst()).contains("\"message\":\"started\"");
    assertThat(lines.getLast()).contains("\"level\":\"error\"");
  }

  @Test
  void each_line_of_the_log_bears_the_trace_that_the_pod_was_given() throws IOException {
    String trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    RunnerProcess.Ended ended = attempt.orders("bad data").with(Map.of("TRACEPARENT", trace)).end();
    assertThat(ended.err().lines())
        .hasSize(2)
        .allMatch(line -> line.contains("\"traceparent\":\"" + trace + "\""));
  }

  @Test
  void bad_parameters_end_with_64() throws IOException {
    Files.writeString(
        attempt.requestFile(),
        Files.readString(attempt.requestFile())
            .replace("\"snapTolerance\":0.02", "\"snapTolerance\":13"));
    assertThat(attempt("").exitCode()).isEqualTo(ExitCode.BAD_PARAMETERS.code());
    assertThat(attempt.failure().reason()).isEqualTo(Reason.BadParameters);
    assertThat(attempt.failure().message()).isEqualTo("snapTolerance: must not be 13");
  }

  @Test
  void an_engine_that_this_runner_has_not_got_is_named() throws IOException {
    request("siteLayout", List.of());
    assertThat(attempt("").exitCode()).isEqualTo(ExitCode.BAD_PARAMETERS.code());
    assertThat(attempt.failure().message()).contains("siteLayout", "roomDetection");
  }

  @Test
  void a_request_of_another_version_is_refused_under_the_jobs_own_fence() throws IOException {
    Files.writeString(
        attempt.requestFile(),
        Files.readString(attempt.requestFile())
            .replace("runner.groma.dev/v1", "runner.groma.dev/v9"));
    assertThat(attempt("").exitCode()).isEqualTo(ExitCode.BAD_PARAMETERS.code());
    assertThat(attempt.word().jobUid()).isEqualTo(AttemptFolder.UID);
    assertThat(attempt.failure().message()).contains("runner.groma.dev/v9", "same version");
  }

  @Test
  void an_input_that_is_not_there_ends_with_69() throws IOException {
    request("roomDetection", List.of(RequestInput.ofFile("walls", "inputs/elsewhere")));
    assertThat(attempt("").exitCode()).isEqualTo(ExitCode.UNREACHABLE.code());
    assertThat(attempt.failure().message()).contains("walls", "no such file", "inputs/elsewhere");
  }

  @Test
  void no_request_ends_with_69_and_no_word() throws IOException {
    Files.delete(attempt.requestFile());
    RunnerProcess.Ended ended = attempt("");
    assertThat(ended.exitCode()).isEqualTo(ExitCode.UNREACHABLE.code());
    assertThat(ended.err()).contains("request.json", "no such file");
    assertThat(folder.resolve("termination-log")).isEmptyFile();
  }

  @Test
  void an_answer_that_cannot_be_told_is_not_done() throws IOException {
    Files.delete(folder.resolve("termination-log"));
    Files.createDirectory(folder.resolve("termination-log"));
    RunnerProcess.Ended ended = attempt("");
    assertThat(ended.exitCode()).isEqualTo(ExitCode.UNREACHABLE.code());
    assertThat(ended.err()).contains("termination message");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"wait | asked to stop before it had an answer", "hang | did not yield in time"})
  void sigterm_ends_it_with_143_and_a_word(String orders, String message) throws IOException {
    try (RunnerProcess process = attempt.orders(orders).start()) {
      RunnerProcess.Ended ended = process.awaitError("started").terminate().end();

      assertThat(ended.exitCode()).isEqualTo(ExitCode.STOPPED.code());
      assertThat(attempt.failure().reason()).isEqualTo(Reason.Stopped);
      assertThat(attempt.failure().message()).contains(message);
      assertThat(attempt.word().attempt()).isEqualTo(2);
    }
  }

  private void request(String engine, List<RequestInput> inputs) {
    attempt.request(engine, inputs, new RunnerRequest.Delivery(240, null, null));
  }

  private RunnerProcess.Ended attempt(String orders) {
    return attempt.orders(orders).end();
  }
}
