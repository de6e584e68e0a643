package dev.groma.cluster.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceFieldSelectorBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldPathsTest {
  private static final Pod POD =
      new PodBuilder()
          .withNewMetadata()
          .withName("ridge-1")
          .withNamespace("sites")
          .withUid("u-1")
          .addToLabels("b", "2")
          .addToLabels("a", "1")
          .addToAnnotations("groma.dev/request", "{\"a\":\"b\\c\"}\n")
          .endMetadata()
          .withNewSpec()
          .withNodeName("node")
          .withServiceAccountName("default")
          .endSpec()
          .build();

  @ParameterizedTest
  @CsvSource({
    "metadata.name, ridge-1",
    "metadata.namespace, sites",
    "metadata.uid, u-1",
    "metadata.labels['a'], 1",
    "metadata.labels['none'], ''",
    "spec.nodeName, node",
    "spec.serviceAccountName, default",
    "status.podIP, 127.0.0.1",
  })
  void fieldsHaveTheirValues(String path, String value) {
    assertThat(FieldPaths.field(POD, path)).isEqualTo(value);
  }

  @Test
  void mapsAreSortedAndQuotedAsAKubeletDoes() {
    assertThat(FieldPaths.field(POD, "metadata.labels")).isEqualTo("a=\"1\"\nb=\"2\"");
    assertThat(FieldPaths.field(POD, "metadata.annotations"))
        .isEqualTo("groma.dev/request=\"{\\\"a\\\":\\\"b\\\\c\\\"}\\n\"");
  }

  @Test
  void anAnnotationOfItsOwnIsAsItIs() {
    assertThat(FieldPaths.field(POD, "metadata.annotations['groma.dev/request']"))
        .isEqualTo("{\"a\":\"b\\c\"}\n");
  }

  @Test
  void anUnknownFieldIsNamed() {
    assertThatThrownBy(() -> FieldPaths.field(POD, "spec.priority"))
        .hasMessageContaining("spec.priority");
  }

  @ParameterizedTest
  @CsvSource({
    "limits.memory, 1, 1073741824",
    "limits.memory, 1Mi, 1024",
    "limits.memory, 1G, 2",
    "requests.cpu, 1m, 250",
    "requests.cpu, 1, 1",
    "requests.memory, 1, 0",
    "limits.cpu, 1, 64",
  })
  void resourcesAreDividedAndRoundedUp(String resource, String divisor, String value) {
    Container container =
        new ContainerBuilder()
            .withNewResources()
            .addToLimits("memory", new Quantity("1Gi"))
            .addToRequests("cpu", new Quantity("250m"))
            .endResources()
            .build();
    var selector =
        new ResourceFieldSelectorBuilder()
            .withResource(resource)
            .withDivisor(new Quantity(divisor))
            .build();

    assertThat(FieldPaths.resource(container, selector)).isEqualTo(value);
  }
}
