package dev.groma.operator.report.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.operator.report.admission.AttemptPath;
import dev.groma.operator.report.admission.ReportKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultConfigMapTest {

  private static final String UID = "4f7c2a91-6a4e-4e1c-9c83-3f1f2a6d7c55";

  @Test
  void the_names_are_those_of_the_job_and_of_the_attempt() {
    assertThat(ResultConfigMap.names(path("ridge.north", 3)))
        .containsExactly("ridge.north-result", "ridge.north-result-3");
  }

  @ParameterizedTest
  @ValueSource(ints = {240, 245, 246, 247, 250, 253})
  void names_of_long_jobs_fit_and_are_kept_apart_by_the_uid(int length) {
    String job = "a".repeat(length - 12) + ".b-.c.-.d--e".substring(0, 12);

    assertThat(ResultConfigMap.names(path(job, 12)))
        .doesNotHaveDuplicates()
        .allSatisfy(name ->
            assertThat(name)
                .hasSizeLessThanOrEqualTo(253)
                .matches("[a-z0-9]([-a-z0-9.]*[a-z0-9])?")
                .matches(it -> it.startsWith(job) || it.contains("-4f7c2a91-result")));
  }

  private static AttemptPath path(String job, int attempt) {
    return new AttemptPath("plans", job, UID, attempt, ReportKind.ARTIFACTS);
  }
}
