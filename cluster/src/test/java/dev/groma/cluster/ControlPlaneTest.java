package dev.groma.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groma.cluster.junit.ClusterTest;
import dev.groma.cluster.junit.TestNamespace;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@ClusterTest
class ControlPlaneTest {
  private static final ResourceDefinitionContext PARCELS =
      new ResourceDefinitionContext.Builder()
          .withGroup("test.groma.dev")
          .withVersion("v1")
          .withKind("Parcel")
          .withPlural("parcels")
          .withNamespaced(true)
          .build();

  @Test
  void objectsAreKeptAcrossRestartsOfApiServerAndEtcd() {
    try (var cluster = ControlPlane.start()) {
      String namespace = cluster.createNamespace("restart");
      cluster.client().configMaps().inNamespace(namespace).resource(configMap("kept")).create();

      cluster.killApiServer();
      cluster.stopEtcd();
      cluster.startEtcd();
      cluster.startApiServer();

      ConfigMap kept = cluster.client().configMaps().inNamespace(namespace).withName("kept").get();
      assertThat(kept.getData()).containsEntry("key", "value");
    }
  }

  @Test
  void aPortThatSomeoneTookInTheMeantimeIsReplaced() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      Ports free = Ports.pick();
      var tried =
          List.of(
                  new Ports(free.etcdClient(), free.etcdPeer(), taken.getLocalPort()),
                  new Ports(taken.getLocalPort(), free.etcdPeer(), free.apiServer()),
                  free)
              .iterator();

      try (var cluster = ControlPlane.start(ControlPlaneOptions.defaults(), tried::next)) {
        assertThat(cluster.server()).endsWith(":" + free.apiServer());
      }
    }
  }

  @Test
  void aCustomResourceCanBeCreatedAsSoonAsItsDefinitionIsApplied(
      ControlPlane cluster, TestNamespace namespace, @TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("parcels.yaml"), PARCEL_CRD);

    cluster.applyCrds(folder);

    GenericKubernetesResource parcel =
        cluster
            .client()
            .genericKubernetesResources(PARCELS)
            .inNamespace(namespace.name())
            .resource(
                new GenericKubernetesResourceBuilder()
                    .withApiVersion("test.groma.dev/v1")
                    .withKind("Parcel")
                    .withNewMetadata()
                    .withName("north")
                    .endMetadata()
                    .build())
            .create();
    assertThat(parcel.getMetadata().getUid()).isNotNull();
  }

  @Test
  void aUserMayDoWhatItsRoleAllowsAndNothingElse(ControlPlane cluster, TestNamespace namespace) {
    cluster
        .client()
        .rbac()
        .roleBindings()
        .inNamespace(namespace.name())
        .resource(
            new RoleBindingBuilder()
                .withNewMetadata()
                .withName("readers")
                .endMetadata()
                .withNewRoleRef("rbac.authorization.k8s.io", "ClusterRole", "view")
                .addNewSubject("rbac.authorization.k8s.io", "Group", "readers", null)
                .build())
        .create();

    try (var jane = cluster.kubeconfigOfUser("jane", "readers").newClient("jane")) {
      assertThat(jane.configMaps().inNamespace(namespace.name()).list().getItems()).isNotEmpty();
      assertThatThrownBy(() ->
              jane.configMaps().inNamespace(namespace.name()).resource(configMap("x")).create())
          .isInstanceOf(KubernetesClientException.class)
          .hasMessageContaining("User \"jane\" cannot create resource \"configmaps\"");
    }
  }

  @Test
  void aServiceAccountIsKnownByItsToken(ControlPlane cluster, TestNamespace namespace) {
    try (var robot =
        cluster.kubeconfigOfServiceAccount(namespace.name(), "default").newClient("robot")) {
      assertThatThrownBy(() -> robot.pods().inNamespace(namespace.name()).list())
          .hasMessageContaining("system:serviceaccount:" + namespace.name() + ":default");
    }
  }

  @Test
  void theAuditLogCountsEveryRequestThatWasAnswered(ControlPlane cluster, TestNamespace namespace) {
    var mark = cluster.auditLog().mark();
    try (var counted =
        cluster.kubeconfigOfUser("counted", "system:masters").newClient("counting-test")) {
      var configMaps = counted.configMaps().inNamespace(namespace.name());
      for (int i = 0; i < 50; i++) {
        configMaps.resource(configMap("map-" + i)).create();
      }
      configMaps.withName("map-0").delete();
      assertThatThrownBy(() -> configMaps.resource(configMap("map-1")).create())
          .hasMessageContaining("already exists");
    }

    var requests = cluster.auditLog().requests().byUser("counted").inNamespace(namespace.name());
    assertThat(requests.counts())
        .isEqualTo(Map.of("create configmaps", 51L, "delete configmaps", 1L));
    assertThat(requests.writes().answered(409).count()).isEqualTo(1);
    assertThat(requests.byUserAgent("counting-test").since(mark).count()).isEqualTo(52);
    assertThat(requests.since(cluster.auditLog().mark()).list()).isEmpty();
  }

  private static ConfigMap configMap(String name) {
    return new ConfigMapBuilder()
        .withNewMetadata()
        .withName(name)
        .endMetadata()
        .addToData("key", "value")
        .build();
  }

  private static final String PARCEL_CRD =
      """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata: {name: parcels.test.groma.dev}
      spec:
        group: test.groma.dev
        names: {kind: Parcel, plural: parcels, singular: parcel}
        scope: Namespaced
        versions:
          - name: v1
            served: true
            storage: true
            schema: {openAPIV3Schema: {type: object}}
      """;
}
