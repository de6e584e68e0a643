package dev.groma.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groma.cluster.ControlPlane;
import dev.groma.cluster.await.Await;
import dev.groma.cluster.faults.SilentProxy;
import dev.groma.cluster.junit.ClusterTest;
import dev.groma.cluster.junit.TestNamespace;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

@ClusterTest
class SilenceAwareHttpClientFactoryTest {

  @Test
  void a_watch_whose_connection_is_lost_is_opened_again(
      ControlPlane cluster, TestNamespace namespace) throws IOException {
    AtomicLong silentBefore = new AtomicLong(Long.MIN_VALUE);
    Vertx vertx = Vertx.vertx();
    try (SilentProxy proxy =
            new SilentProxy(URI.create(cluster.server()).getPort(), silentBefore::get);
        KubernetesClient client = client(cluster, proxy, vertx);
        SharedIndexInformer<ConfigMap> seen =
            client.configMaps().inNamespace(namespace.name()).inform()) {
      create(cluster, namespace, "before");
      Await.until("the first object", () -> sees(seen, namespace, "before"));

      silentBefore.set(System.nanoTime());
      create(cluster, namespace, "after");

      Await.until("the object behind the silence", () -> sees(seen, namespace, "after"));
    } finally {
      vertx.close();
    }
  }

  @Test
  void a_timeout_below_a_second_is_refused() {
    Vertx vertx = Vertx.vertx();
    assertThatThrownBy(() -> new SilenceAwareHttpClientFactory(vertx, Duration.ofMillis(999)))
        .hasMessageContaining("groma.api.read-idle-timeout");
    assertThat(vertx.close()).isNotNull();
  }

  private static KubernetesClient client(ControlPlane cluster, SilentProxy proxy, Vertx vertx) {
    Config config = cluster.kubeconfig().config();
    config.setMasterUrl("https://127.0.0.1:" + proxy.port());
    return new KubernetesClientBuilder()
        .withConfig(config)
        .withHttpClientFactory(new SilenceAwareHttpClientFactory(vertx, Duration.ofSeconds(2)))
        .build();
  }

  private static void create(ControlPlane cluster, TestNamespace namespace, String name) {
    cluster
        .client()
        .resource(
            new ConfigMapBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(namespace.name())
                .endMetadata()
                .build())
        .create();
  }

  private static boolean sees(
      SharedIndexInformer<ConfigMap> informer, TestNamespace namespace, String name) {
    return informer.getStore().getByKey(namespace.name() + "/" + name) != null;
  }
}
