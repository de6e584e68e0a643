package dev.groma.kubernetes;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.vertx.core.Vertx;
import java.time.Duration;

/** Makes the client of a program. */
public final class ApiClient {

  private ApiClient() {}

  /**
   * A client that notices silence.
   *
   * @param config where the API server is, and as who it is asked
   * @param serialization how objects are read
   * @param vertx that runs the connections; the caller closes it
   * @param readIdleTimeout longest silence of a live connection, at least a second
   */
  public static KubernetesClient of(
      Config config, KubernetesSerialization serialization, Vertx vertx, Duration readIdleTimeout) {
    return new KubernetesClientBuilder()
        .withHttpClientFactory(new SilenceAwareHttpClientFactory(vertx, readIdleTimeout))
        .withKubernetesSerialization(serialization)
        .withConfig(config)
        .build();
  }
}
