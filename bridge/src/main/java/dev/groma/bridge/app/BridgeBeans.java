package dev.groma.bridge.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.groma.bridge.telemetry.BridgeMetrics;
import dev.groma.kubernetes.ApiClient;
import dev.groma.kubernetes.LeanSerialization;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.micrometer.prometheus.PrometheusMeterRegistry;
import io.quarkus.arc.Unremovable;
import io.quarkus.kubernetes.client.KubernetesClientObjectMapper;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Puts the bridge's parts together. */
@ApplicationScoped
public class BridgeBeans {

  @Produces
  @Singleton
  KubernetesSerialization serialization(@KubernetesClientObjectMapper ObjectMapper mapper) {
    return new LeanSerialization(mapper);
  }

  /** It does not try again by itself: a job is stored by whoever knows when the ledger was read. */
  @Produces
  @ApplicationScoped
  @Unremovable
  KubernetesClient client(
      KubernetesSerialization serialization, Config config, Vertx vertx, BridgeConfig settings) {
    config.setRequestRetryBackoffLimit(0);
    return ApiClient.of(config, serialization, vertx, settings.api().readIdleTimeout());
  }

  @Produces
  @Singleton
  BridgeMetrics metrics(PrometheusMeterRegistry registry, InstantSource clock) {
    return new BridgeMetrics(registry, clock);
  }

  @Produces
  @Singleton
  InstantSource clock() {
    return InstantSource.system();
  }
}
