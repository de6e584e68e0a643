package dev.groma.cluster;

import dev.groma.cluster.await.Await;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** Creates namespaces and waits until Pods can be created in them. */
final class Namespaces {
  private final KubernetesClient client;

  Namespaces(KubernetesClient client) {
    this.client = client;
  }

  void create(String name) {
    client
        .namespaces()
        .resource(new NamespaceBuilder().withNewMetadata().withName(name).endMetadata().build())
        .create();
    awaitUsable(name);
  }

  /** Until controllers have made what every Pod needs: its ServiceAccount and the authority. */
  void awaitUsable(String name) {
    client
        .serviceAccounts()
        .inNamespace(name)
        .withName("default")
        .waitUntilCondition(Objects::nonNull, Await.LIMIT.toSeconds(), TimeUnit.SECONDS);
    client
        .configMaps()
        .inNamespace(name)
        .withName("kube-root-ca.crt")
        .waitUntilCondition(Objects::nonNull, Await.LIMIT.toSeconds(), TimeUnit.SECONDS);
  }
}
