package dev.groma.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingTest {

  private static final String JOB =
      "apiVersion: groma.dev/v1alpha1\nkind: LayoutJob\nspec: {rooms: {unit: mm, tolerance: 5}}\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "spec.rooms.tolerance=0.05 | {\"rooms\":{\"unit\":\"mm\",\"tolerance\":0.05}}",
        "spec.rooms.unit=m         | {\"rooms\":{\"unit\":\"m\",\"tolerance\":5}}",
        "spec.rooms.tolerance=     | {\"rooms\":{\"unit\":\"mm\"}}",
        "spec.rooms.tolerance=null | {\"rooms\":{\"unit\":\"mm\"}}",
        "spec.a.b.c=a=b            | {\"rooms\":{\"unit\":\"mm\",\"tolerance\":5},\"a\":{\"b\":{\"c\":\"a=b\"}}}",
        "spec.rooms={unit: in}     | {\"rooms\":{\"unit\":\"in\"}}"
      })
  void a_setting_takes_the_place_of_the_manifests_member(String argument, String spec) {
    ManifestSet manifests = read(Setting.parse(argument));
    assertThat(manifests.findings()).isEmpty();
    assertThat(manifests.layoutJobs().getFirst().tree().get("spec").toString()).isEqualTo(spec);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "spec", "spec=1", "rooms.unit=m", "metadata.name=x", "spec..a=1", "spec.a.b"})
  void an_argument_that_is_no_setting_is_refused(String argument) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Setting.parse(argument))
        .withMessageContaining("expected PATH=VALUE");
  }

  @Test
  void a_member_below_a_text_cannot_be_set() {
    assertThat(read(Setting.parse("spec.rooms.unit.of=1")).findings())
        .extracting(Finding::describe)
        .containsExactly("--set: spec.rooms.unit.of: cannot be set: what holds it is no object");
  }

  @Test
  void a_finding_about_it_names_the_option() {
    Manifest job = read(Setting.parse("spec.rooms.tolerance=-1")).layoutJobs().getFirst();
    assertThat(job.finding("spec.rooms.tolerance", "so").describe())
        .isEqualTo("--set: spec.rooms.tolerance: so");
    assertThat(job.finding("spec.rooms.unit", "so").describe())
        .isEqualTo("x.yaml:3:16: spec.rooms.unit: so");
  }

  private static ManifestSet read(Setting setting) {
    return ManifestSet.read(List.of(new Source("x.yaml", Path.of(""), JOB)), List.of(setting));
  }
}
