package dev.groma.operator.report.admission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttemptPathTest {

  @Test
  void a_path_names_the_attempt_and_the_kind_of_report() {
    assertThat(AttemptPath.of("/v1/attempts/plans/flat.v2/4f7c-2A/17/artifacts"))
        .contains(new AttemptPath("plans", "flat.v2", "4f7c-2A", 17, ReportKind.ARTIFACTS));
    assertThat(AttemptPath.of("/v1/attempts/plans/flat/4f7c/1/progress"))
        .contains(new AttemptPath("plans", "flat", "4f7c", 1, ReportKind.PROGRESS));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "/v1/attempts/plans/flat/4f7c/1/progress/",
        "/v2/attempts/plans/flat/4f7c/1/progress",
        "/v1/attempts/plans/flat/4f7c/0/progress",
        "/v1/attempts/plans/flat/4f7c/-1/progress",
        "/v1/attempts/plans/flat/4f7c/9999999999/progress",
        "/v1/attempts/plans/../4f7c/1/progress",
        "/v1/attempts/Plans/flat/4f7c/1/progress",
        "/v1/attempts/plans/fl%61t/4f7c/1/progress",
        "/v1/attempts/plans/flat/4f7c/1/progress\n"
      })
  void anything_else_is_no_path(String path) {
    assertThat(AttemptPath.of(path)).isEmpty();
  }
}
