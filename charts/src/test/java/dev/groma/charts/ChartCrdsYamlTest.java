package dev.groma.charts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.cluster.charts.Helm;
import dev.groma.cluster.charts.Release;
import dev.groma.cluster.junit.GoldenFile;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The chart of the CRDs holds those of crds/ and nothing else. */
class ChartCrdsYamlTest {

  private static final Helm HELM = Helm.ofThisJvm();

  static List<Path> crds() throws IOException {
    return files(Charts.ROOT.resolve("crds"));
  }

  @ParameterizedTest
  @MethodSource("crds")
  void the_chart_holds_the_same_bytes(Path crd) {
    GoldenFile.inTree("charts/groma-crds/files/" + crd.getFileName()).assertIs(Charts.read(crd));
  }

  @Test
  void the_chart_holds_no_other() throws IOException {
    assertThat(files(Charts.CRDS.resolve("files")))
        .extracting(Path::getFileName)
        .isEqualTo(crds().stream().map(Path::getFileName).toList());
  }

  @Test
  void helm_makes_the_same_objects_of_them() throws IOException {
    List<HasMetadata> rendered = HELM.objects(Release.crds(""));

    List<CustomResourceDefinition> expected =
        crds().stream()
            .map(file -> Serialization.unmarshal(Charts.read(file), CustomResourceDefinition.class))
            .toList();
    assertThat(rendered).hasSameSizeAs(expected);
    for (CustomResourceDefinition crd : expected) {
      assertThat(rendered)
          .filteredOn(it -> it.getMetadata().getName().equals(crd.getMetadata().getName()))
          .singleElement()
          .asInstanceOf(InstanceOfAssertFactories.type(CustomResourceDefinition.class))
          .returns(crd.getSpec(), CustomResourceDefinition::getSpec);
    }
  }

  @Test
  void they_stay_when_the_chart_goes_unless_told_otherwise() {
    assertThat(HELM.objects(Release.crds("")))
        .extracting(HasMetadata::getMetadata)
        .extracting(ObjectMeta::getAnnotations)
        .allSatisfy(annotations ->
            assertThat(annotations).containsEntry("helm.sh/resource-policy", "keep"));
    assertThat(HELM.objects(Release.crds("keep: false")))
        .extracting(HasMetadata::getMetadata)
        .extracting(ObjectMeta::getAnnotations)
        .allSatisfy(
            annotations -> assertThat(annotations).doesNotContainKey("helm.sh/resource-policy"));
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }
}
