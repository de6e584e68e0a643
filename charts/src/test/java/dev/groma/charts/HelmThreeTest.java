package dev.groma.charts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.cluster.charts.Helm;
import dev.groma.cluster.charts.Release;
import dev.groma.cluster.program.Output;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who still has Helm 3 gets the same of it. */
class HelmThreeTest {

  private static final Helm THREE = Helm.versionThree();
  private static final Helm FOUR = Helm.ofThisJvm();

  @Test
  void it_is_what_it_is_called() {
    assertThat(THREE.run("version", "--short").success()).startsWith("v3.");
    assertThat(FOUR.run("version", "--short").success()).startsWith("v4.");
  }

  @ParameterizedTest
  @MethodSource("dev.groma.charts.Charts#sets")
  void a_set_of_values_renders_to_the_same_objects(String set) {
    Release release = Charts.release(set);

    List<HasMetadata> objects = THREE.objects(release, Charts.WITH_EVERY_KIND);

    assertThat(objects)
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(FOUR.objects(release, Charts.WITH_EVERY_KIND));
  }

  @Test
  void the_chart_of_the_crds_renders_to_the_same_objects() {
    assertThat(THREE.objects(Release.crds("")))
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(FOUR.objects(Release.crds("")));
  }

  @ParameterizedTest
  @MethodSource("dev.groma.charts.Charts#sets")
  void lint_has_no_complaint(String set) {
    assertThat(Charts.lint(THREE, set)).returns(0, Output::exitCode);
  }
}
