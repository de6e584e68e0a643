package dev.groma.api.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What runners send to the report endpoint. */
class ReportDocumentsTest {

  @ParameterizedTest
  @ValueSource(strings = {"rooms.geojson", "a", "a..b", "-x", "_", "A-1_b.c"})
  void a_name_that_is_the_key_of_a_config_map_is_taken(String name) {
    assertThat(artifact(name).name()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "..a", "a/b", "a\\b", "a b", "ä", "a\n"})
  void a_name_that_is_not_the_key_of_a_config_map_is_refused(String name) {
    assertThatThrownBy(() -> artifact(name)).hasMessageContaining("name of an artifact");
  }

  @Test
  void content_comes_out_as_it_went_in() {
    byte[] content = {0, 1, (byte) 0xff, '\n'};

    ReportedArtifact artifact =
        ReportedArtifact.of(new ResultArtifact("a", "application/x", 4, "00"), content);

    assertThat(artifact.decoded()).isEqualTo(content);
    assertThat(artifact.toString()).doesNotContain(artifact.content());
  }

  @Test
  void a_report_has_1_to_64_artifacts_of_different_names() {
    List<ReportedArtifact> twins = List.of(artifact("a"), artifact("a"));
    List<ReportedArtifact> many = Collections.nCopies(65, artifact("a"));

    assertThatThrownBy(() -> ArtifactReport.of(twins)).hasMessageContaining("named a");
    assertThatThrownBy(() -> ArtifactReport.of(List.of())).hasMessageContaining("1 to 64");
    assertThatThrownBy(() -> ArtifactReport.of(many)).hasMessageContaining("1 to 64");
  }

  @ParameterizedTest
  @CsvSource({"-1, x", "101, x", "5, ''", "5, ' '", "5, 'a\tb'"})
  void progress_outside_its_bounds_is_refused(int percent, String stage) {
    assertThatThrownBy(() -> ProgressReport.of(percent, stage))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"apiVersion\":\"runner.groma.dev/v1\",\"kind\":\"ProgressReport\",\"percent\":null,\"stage\":\"x\"}",
        "{\"apiVersion\":\"runner.groma.dev/v1\",\"kind\":\"ProgressReport\",\"percent\":1,\"stage\":null}",
        "{\"apiVersion\":\"runner.groma.dev/v1\",\"kind\":\"ArtifactReport\",\"percent\":1,\"stage\":\"x\"}"
      })
  void a_progress_report_outside_the_contract_is_refused(String text) {
    assertThatThrownBy(() -> RunnerContract.read(text, ProgressReport.class))
        .isInstanceOf(JsonProcessingException.class);
  }

  private static ReportedArtifact artifact(String name) {
    return ReportedArtifact.of(
        new ResultArtifact(name, "text/plain", 1, "00"), "x".getBytes(StandardCharsets.UTF_8));
  }
}
