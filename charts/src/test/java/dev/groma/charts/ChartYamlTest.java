package dev.groma.charts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.cluster.charts.Helm;
import dev.groma.cluster.charts.Release;
import dev.groma.cluster.junit.GoldenFile;
import dev.groma.cluster.program.Output;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the chart renders to, every object and every rule of it. */
class ChartYamlTest {

  private static final Helm HELM = Helm.ofThisJvm();

  @ParameterizedTest
  @MethodSource("dev.groma.charts.Charts#sets")
  void a_set_of_values_renders_to_what_is_checked_in(String set) {
    String rendered = HELM.template(Charts.release(set), Charts.WITH_EVERY_KIND).success();

    GoldenFile.inTree("charts/src/test/golden/" + set + ".yaml").assertIs(rendered);
  }

  @ParameterizedTest
  @MethodSource("dev.groma.charts.Charts#sets")
  void helm_lint_has_no_complaint(String set) {
    assertThat(Charts.lint(HELM, set)).returns(0, Output::exitCode);
  }

  @ParameterizedTest
  @MethodSource("dev.groma.charts.Charts#sets")
  void what_has_no_namespace_is_named_after_namespace_and_release(String set) {
    List<String> names = clusterWide(HELM.objects(Charts.release(set)));

    String start = set.equals("everything") ? "groma-system-geometry-" : "groma-system-groma-";
    assertThat(names).isNotEmpty().allMatch(name -> name.startsWith(start));
  }

  @Test
  void releases_of_one_name_in_two_namespaces_do_not_meet() {
    List<String> one = clusterWide(HELM.objects(Release.groma("one", "")));
    List<String> two = clusterWide(HELM.objects(Release.groma("two", "")));

    assertThat(Collections.disjoint(one, two)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("dev.groma.charts.Charts#sets")
  void everything_else_is_in_a_namespace_that_was_named(String set) {
    List<HasMetadata> objects = HELM.objects(Charts.release(set), Charts.WITH_EVERY_KIND);

    assertThat(objects)
        .filteredOn(Namespaced.class::isInstance)
        .filteredOn(object -> !object.getMetadata().getName().equals("trust"))
        .extracting(object -> object.getMetadata().getNamespace())
        .isSubsetOf("groma-system", "plans", "sites");
  }

  @Test
  void an_upgrade_to_another_version_changes_no_selector() {
    Deployment deployment =
        Charts.of(Deployment.class, HELM.objects(Release.groma("one", "")))
            .findFirst()
            .orElseThrow();

    assertThat(deployment.getSpec().getSelector().getMatchLabels())
        .containsOnlyKeys("app.kubernetes.io/name", "app.kubernetes.io/instance");
  }

  @Test
  void a_single_replica_has_no_disruption_budget_that_would_block_every_drain() {
    assertThat(HELM.objects(Release.groma("one", "replicaCount: 1")))
        .extracting(HasMetadata::getKind)
        .contains("Deployment")
        .doesNotContain("PodDisruptionBudget");
  }

  @Test
  void without_keda_nothing_scales_the_bridge() {
    assertThat(HELM.objects(Charts.release("everything")))
        .extracting(HasMetadata::getKind)
        .doesNotContain("ScaledObject");
  }

  @Test
  void without_the_prometheus_operator_there_is_no_monitor() {
    assertThat(HELM.objects(Charts.release("everything")))
        .extracting(HasMetadata::getKind)
        .doesNotContain("ServiceMonitor", "PodMonitor");
  }

  private static List<String> clusterWide(List<HasMetadata> objects) {
    return objects.stream()
        .filter(object -> object.getMetadata().getNamespace() == null)
        .map(object -> object.getMetadata().getName())
        .filter(name -> !name.equals("trust"))
        .toList();
  }
}
