package dev.groma.operator.report.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.groma.api.reason.Ending;
import dev.groma.api.runner.ReportProblem;
import dev.groma.api.runner.RunnerContract;
import dev.groma.cluster.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** docs/reference/report-endpoint.md names every refusal and no other. */
class RefusalReferenceTest {

  @Test
  void every_refusal_is_documented_and_no_other() throws IOException {
    List<String> documented =
        Files.readString(SourceTree.root().resolve("docs/reference/report-endpoint.md"))
            .lines()
            .filter(line -> line.matches("\\| `[A-Z][A-Za-z]+` \\| [0-9]+ .*"))
            .toList();

    assertThat(documented)
        .containsExactlyElementsOf(
            Arrays.stream(Refusal.values())
                .map(refusal ->
                    "| `%s` | %d | `%s` | %s |"
                        .formatted(
                            refusal.name(), refusal.status(), refusal.reason(), refusal.title()))
                .toList());
  }

  @ParameterizedTest
  @EnumSource
  void a_refusal_is_a_problem_document_with_a_reason_that_ends_an_attempt(Refusal refusal)
      throws JsonProcessingException {
    Answer answer = Answer.refused(refusal, "what to do");

    ReportProblem problem = RunnerContract.read(answer.json(), ReportProblem.class);
    assertThat(answer.headers()).containsEntry("Content-Type", "application/problem+json");
    assertThat(problem.status()).isEqualTo(answer.status()).isEqualTo(refusal.status());
    assertThat(problem.type()).isEqualTo("urn:groma:report:" + refusal.name());
    assertThat(problem.detail()).isEqualTo("what to do");
    assertThat(problem.reason().ending()).isNotIn(Ending.NONE, Ending.FINAL);
  }

  @ParameterizedTest
  @EnumSource
  void whoever_may_try_again_is_told_when(Refusal refusal) {
    assertThat(Answer.refused(refusal, "").headers().containsKey("Retry-After"))
        .isEqualTo(refusal.status() == 503);
  }
}
