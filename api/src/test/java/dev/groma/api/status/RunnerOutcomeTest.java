package dev.groma.api.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.api.reason.Ending;
import dev.groma.api.reason.Reason;
import dev.groma.api.runner.ExitCode;
import dev.groma.api.runner.ResultArtifact;
import dev.groma.api.runner.RunnerContract;
import dev.groma.api.runner.RunnerFailure;
import dev.groma.api.runner.TerminationMessage;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunnerOutcomeTest {

  private static final RunnerOutcome OUTCOME = new RunnerOutcome("uid-1", 1, "roomDetection");

  private static String result(String uid, int attempt, String summary) throws Exception {
    return RunnerContract.canonicalJson(
        TerminationMessage.succeeded(
            uid,
            attempt,
            (com.fasterxml.jackson.databind.node.ObjectNode)
                RunnerContract.mapper().readTree(summary),
            List.of(new ResultArtifact("plan.svg", "image/svg+xml", 9, "a".repeat(64)))));
  }

  private static String failure(Reason reason) {
    return RunnerContract.canonicalJson(
        TerminationMessage.failed("uid-1", 1, new RunnerFailure(reason, "walls[3] is open")));
  }

  @Test
  void a_result_of_this_attempt_is_an_answer() throws Exception {
    AttemptResult result =
        OUTCOME.of(0, result("uid-1", 1, "{\"roomsCount\":6,\"confidenceScore\":1}"));

    assertThat(result)
        .isInstanceOfSatisfying(
            AttemptResult.Answer.class,
            answer -> {
              assertThat(answer.summary().roomDetection().roomsCount()).isEqualTo(6);
              assertThat(answer.artifacts()).extracting("name").containsExactly("plan.svg");
            });
  }

  @Test
  void a_failure_of_this_attempt_is_taken_at_its_word() {
    assertFailed(OUTCOME.of(65, failure(Reason.BadData)), Reason.BadData, "walls[3] is open");
  }

  @ParameterizedTest
  @CsvSource({"uid-2, 1", "uid-1, 2"})
  void a_word_of_another_attempt_changes_nothing_but_the_failure(String uid, int attempt)
      throws Exception {
    AttemptResult result =
        OUTCOME.of(0, result(uid, attempt, "{\"roomsCount\":6,\"confidenceScore\":1}"));

    assertFailed(
        result, Reason.RunnerProtocolError, "attempt %d of job %s".formatted(attempt, uid));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "garbage",
        "{}",
        "[]",
        "null",
        "{\"roomsCount\":6}",
        "{\"apiVersion\":\"runner.groma.dev/v9\"}"
      })
  void garbage_with_exit_code_0_is_a_protocol_error(String word) {
    assertFailed(OUTCOME.of(0, word), Reason.RunnerProtocolError, "contract");
  }

  @Test
  void no_word_with_exit_code_0_is_a_protocol_error() {
    assertFailed(OUTCOME.of(0, null), Reason.RunnerProtocolError, "left no result");
    assertFailed(OUTCOME.of(0, "  \n"), Reason.RunnerProtocolError, "left no result");
  }

  @Test
  void a_result_with_another_exit_code_is_a_protocol_error() throws Exception {
    String word = result("uid-1", 1, "{\"roomsCount\":6,\"confidenceScore\":1}");

    assertFailed(OUTCOME.of(70, word), Reason.RunnerProtocolError, "did not end with 0");
  }

  @Test
  void a_failure_with_exit_code_0_is_a_protocol_error() {
    assertFailed(OUTCOME.of(0, failure(Reason.BadData)), Reason.RunnerProtocolError, "exit code 0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"roomsCount\":\"many\",\"confidenceScore\":1}",
        "{\"roomsCount\":6,\"confidenceScore\":1,\"more\":1}"
      })
  void a_summary_of_another_shape_is_a_protocol_error(String summary) throws Exception {
    assertFailed(OUTCOME.of(0, result("uid-1", 1, summary)), Reason.RunnerProtocolError, "summary");
  }

  @ParameterizedTest
  @CsvSource({
    "64, BadParameters",
    "65, BadData",
    "69, InputUnreachable",
    "70, EngineBug",
    "75, TransientFailure",
    "124, EngineTimeout",
    "143, Stopped",
    "137, RunnerCrashed",
    "1, RunnerCrashed",
    "255, RunnerCrashed"
  })
  void without_a_word_the_exit_code_speaks(int exitCode, Reason reason) {
    assertFailed(OUTCOME.of(exitCode, "Exception in thread main"), reason, "exit code " + exitCode);
  }

  @Test
  void every_exit_code_but_0_has_reasons_of_its_own() {
    assertThat(ExitCode.values())
        .allSatisfy(exit -> assertThat(exit.reason().isPresent()).isEqualTo(exit != ExitCode.DONE));
    assertThat(Arrays.stream(ExitCode.values()).flatMap(exit -> exit.reasons().stream()))
        .doesNotHaveDuplicates()
        .allSatisfy(reason -> assertThat(reason.ending()).isNotIn(Ending.NONE, Ending.FINAL));
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void a_reason_is_believed_with_its_own_exit_code_only(Reason reason) {
    for (ExitCode exit : ExitCode.values()) {
      if (exit != ExitCode.DONE) {
        AttemptResult result = OUTCOME.of(exit.code(), failure(reason));
        assertFailed(
            result,
            exit.reasons().contains(reason) ? reason : Reason.RunnerProtocolError,
            exit.reasons().contains(reason) ? "walls[3] is open" : reason.name());
      }
    }
  }

  private static void assertFailed(AttemptResult result, Reason reason, String message) {
    assertThat(result)
        .isInstanceOfSatisfying(
            AttemptResult.NoAnswer.class,
            failed -> {
              assertThat(failed.reason()).isEqualTo(reason);
              assertThat(failed.message()).contains(message);
            });
  }
}
