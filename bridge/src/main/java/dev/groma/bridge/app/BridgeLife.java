package dev.groma.bridge.app;

import dev.groma.bridge.layoutqueue.Supervisor;
import dev.groma.bridge.telemetry.BridgeMetrics;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** From the start of the bridge to its end. */
@ApplicationScoped
public class BridgeLife {

  private static final Logger LOG = LoggerFactory.getLogger(BridgeLife.class);

  private final KubernetesClient client;
  private final BridgeConfig settings;
  private final BridgeMetrics metrics;
  private final InstantSource clock;
  private final String version;
  private volatile @Nullable Supervisor supervisor;
  private volatile @Nullable Leadership leadership;
  private @Nullable S3Client s3;

  /** Of these parts. */
  public BridgeLife(
      KubernetesClient client,
      BridgeConfig settings,
      BridgeMetrics metrics,
      InstantSource clock,
      @ConfigProperty(name = "quarkus.application.version") String version) {
    this.client = client;
    this.settings = settings;
    this.metrics = metrics;
    this.clock = clock;
    this.version = version;
  }

  void start(@Observes StartupEvent event) {
    List<String> namespaces = settings.watch().namespaces().orElse(List.of());
    Leadership elected = Leadership.of(settings.leaderElection(), client);
    leadership = elected;
    supervisor =
        Supervisor.start(
            client,
            new Supervisor.Settings(
                namespaces,
                settings.jobs().timeToLive().orElse(null),
                settings.stopGrace(),
                version),
            this::s3,
            elected::leads,
            metrics,
            clock,
            BridgeLife::endBlind);
    LOG.info(
        "bridge {} started, for LayoutQueues of {}",
        version,
        namespaces.isEmpty() ? "all namespaces" : String.join(", ", namespaces));
  }

  void stop(@Observes ShutdownEvent event) {
    Supervisor running = supervisor;
    if (running != null) {
      running.stop();
    }
    Leadership elected = leadership;
    if (elected != null) {
      elected.close();
    }
    LOG.info("bridge stopped");
  }

  /** A bridge that goes on without a cache acts on a picture that never changes. */
  private static void endBlind(Throwable cause) {
    LOG.error("a cache has stopped: ending", cause);
    Quarkus.asyncExit(1);
  }

  private synchronized S3Client s3() {
    S3Client made = s3;
    if (made != null) {
      return made;
    }
    S3ClientBuilder builder =
        S3Client.builder()
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .forcePathStyle(settings.s3().pathStyle());
    settings.s3().endpoint().map(URI::create).ifPresent(builder::endpointOverride);
    settings.s3().region().map(Region::of).ifPresent(builder::region);
    S3Client client = builder.build();
    s3 = client;
    return client;
  }

  /** The LayoutQueues whose polling is stuck, by namespace and name. */
  List<String> stuck(Duration patience) {
    return Optional.ofNullable(supervisor).stream()
        .flatMap(running -> running.stuck(patience).stream())
        .map(Object::toString)
        .toList();
  }

  boolean hasStarted() {
    return supervisor != null;
  }
}
