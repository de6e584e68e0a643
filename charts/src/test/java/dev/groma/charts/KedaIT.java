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
import org.junit.jupiter.api.Test;

/** The ScaledObject of the bridge, held against KEDA's own definition by a real API server. */
@ClusterTest
class KedaIT {

  private static final String VALUES =
      """
      bridge:
        enabled: true
        keda:
          enabled: true
          queues: [{url: "https://sqs.eu-central-1.amazonaws.com/111122223333/jobs", region: eu-central-1}]
          triggerAuthentication: sqs
      """;

  @Test
  void keda_takes_it_as_it_is_and_would_notice_a_slip(
      ControlPlane cluster, TestNamespace namespace) {
    cluster.applyCrds(GoTool.KEDA.path());
    HasMetadata scaled =
        Helm.ofThisJvm()
            .objects(Release.groma(namespace.name(), VALUES), Charts.WITH_EVERY_KIND)
            .stream()
            .filter(object -> object.getKind().equals("ScaledObject"))
            .findFirst()
            .orElseThrow();

    HasMetadata stored =
        cluster.client().resource(scaled).fieldValidation(Validation.STRICT).create();

    assertThat(stored.getMetadata().getUid()).isNotEmpty();
    GenericKubernetesResource slip = (GenericKubernetesResource) scaled;
    slip.getMetadata().setName("slip");
    slip.setAdditionalProperty("spec", Map.of("scaleTargetReference", Map.of("name", "bridge")));
    assertThatThrownBy(
            () -> cluster.client().resource(slip).fieldValidation(Validation.STRICT).create())
        .isInstanceOf(KubernetesClientException.class);
  }
}
