package dev.groma.runner.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.groma.api.runner.ExitCode;
import dev.groma.api.runner.ResultArtifact;
import dev.groma.api.runner.RunnerContract;
import dev.groma.api.runner.RunnerFailure;
import dev.groma.api.runner.TerminationMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LastWordTest {

  private static final String UID = "0b0d8a2e-6a4e-4e1c-9c83-3f1f2a6d7c55";

  /** One, two, three and four bytes of UTF-8; two and six bytes of JSON's escapes. */
  @ParameterizedTest
  @ValueSource(strings = {"a", "ř", "図", "😀", "\"", "\\", "\u0001", "\n", "a😀", "\u0001😀"})
  void a_failure_of_any_script_and_length_fits_a_termination_message(String letter)
      throws JsonProcessingException {
    for (int letters :
        new int[] {0, 1, 500, 583, 584, 875, 876, 1166, 1167, 1750, 3500, 3501, 9000}) {
      String message = letter.repeat(letters);

      LastWord word = failed(message);

      assertThat(word.json().getBytes(StandardCharsets.UTF_8))
          .hasSizeLessThanOrEqualTo(RunnerContract.TERMINATION_MESSAGE_MAX_BYTES);
      String kept = failure(word).message();
      assertThat(kept.codePoints().filter(point -> point >= 0xD800 && point < 0xE000))
          .as("halves of pairs")
          .isEmpty();
      if (!kept.equals(message)) {
        assertThat(kept).endsWith("…");
        assertThat(message).startsWith(kept.substring(0, kept.length() - 1));
      }
    }
  }

  @Test
  void an_answer_is_told_whole_with_its_fence() throws JsonProcessingException {
    List<ResultArtifact> artifacts = artifacts(20);
    LastWord word = LastWord.of(UID, 3, new Outcome.Answer(summary(), artifacts));

    assertThat(word.exitCode()).isEqualTo(ExitCode.DONE);
    TerminationMessage message = RunnerContract.read(word.json(), TerminationMessage.class);
    assertThat(message).isEqualTo(TerminationMessage.succeeded(UID, 3, summary(), artifacts));
  }

  @Test
  void an_answer_that_does_not_fit_names_the_result_alone() throws JsonProcessingException {
    List<ResultArtifact> artifacts = new ArrayList<>(artifacts(64));
    ResultArtifact result =
        new ResultArtifact("result.json", "application/json", 9000, "1".repeat(64));
    artifacts.add(result);

    LastWord word = LastWord.of(UID, 1, new Outcome.Answer(summary(), artifacts));

    assertThat(word.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(RunnerContract.read(word.json(), TerminationMessage.class))
        .isEqualTo(TerminationMessage.succeeded(UID, 1, summary(), List.of(result)));
  }

  @Test
  void a_summary_that_does_not_fit_is_the_engines_fault() throws JsonProcessingException {
    ObjectNode summary = summary().put("essay", "x".repeat(5000));
    LastWord word = LastWord.of(UID, 1, new Outcome.Answer(summary, artifacts(1)));

    assertThat(word.exitCode()).isEqualTo(ExitCode.BUG);
    assertThat(failure(word).message()).contains("summary", "4,096");
  }

  private static LastWord failed(String message) {
    return LastWord.of(UID, 1, Outcome.NoAnswer.of(ExitCode.BAD_DATA, message));
  }

  private static RunnerFailure failure(LastWord word) throws JsonProcessingException {
    return Objects.requireNonNull(
        RunnerContract.read(word.json(), TerminationMessage.class).failure());
  }

  private static ObjectNode summary() {
    return RunnerContract.mapper().createObjectNode().put("roomsCount", 6);
  }

  private static List<ResultArtifact> artifacts(int count) {
    return Collections.nCopies(
        count, new ResultArtifact("rooms.geojson", "application/geo+json", 1, "0".repeat(64)));
  }
}
