package dev.groma.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groma.cluster.ControlPlane;
import dev.groma.cluster.charts.GoTool;
import dev.groma.cluster.charts.Helm;
import dev.groma.cluster.charts.Release;
import dev.groma.cluster.junit.ClusterTest;
import dev.groma.cluster.junit.TestNamespace;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.FieldValidateable.Validation;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the chart makes for KEDA and for the Prometheus operator, held against their own definitions
 * by a real API server.
 */
@ClusterTest
class OtherOperatorsIT {

  private static final String VALUES =
      """
      metrics:
        serviceMonitor: {enabled: true, labels: {release: prometheus}}
        podMonitor: {enabled: true}
      bridge:
        enabled: true
        keda:
          enabled: true
          queues: [{url: "https://sqs.eu-central-1.amazonaws.com/111122223333/jobs", region: eu-central-1}]
          triggerAuthentication: sqs
      """;

  @ParameterizedTest
  @CsvSource({
    "ScaledObject, scaleTargetRef",
    "ServiceMonitor, endpoints",
    "PodMonitor, podMetricsEndpoints",
  })
  void they_take_it_as_it_is_and_would_notice_a_slip(
      String kind, String member, ControlPlane cluster, TestNamespace namespace) {
    cluster.applyCrds(GoTool.DEFINITIONS.path());
    GenericKubernetesResource made = rendered(kind, namespace);

    HasMetadata stored = create(cluster, made);

    assertThat(stored.getMetadata().getUid()).isNotEmpty();
    GenericKubernetesResource slip = rendered(kind, namespace);
    slip.getMetadata().setName("slip");
    slip.<Map<String, Object>>get("spec").put(member + "s", "");
    assertThatThrownBy(() -> create(cluster, slip))
        .isInstanceOf(KubernetesClientException.class)
        .hasMessageContaining("unknown field \"spec.%ss\"", member);
  }

  private static GenericKubernetesResource rendered(String kind, TestNamespace namespace) {
    return Helm.ofThisJvm()
        .objects(Release.groma(namespace.name(), VALUES), Charts.WITH_EVERY_KIND)
        .stream()
        .filter(object -> object.getKind().equals(kind))
        .map(GenericKubernetesResource.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static HasMetadata create(ControlPlane cluster, HasMetadata object) {
    return cluster.client().resource(object).fieldValidation(Validation.STRICT).create();
  }
}
