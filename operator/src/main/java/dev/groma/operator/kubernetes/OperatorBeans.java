package dev.groma.operator.kubernetes;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.groma.kubernetes.ApiClient;
import dev.groma.kubernetes.LeanSerialization;
import dev.groma.operator.OperatorConfig;
import dev.groma.operator.attempt.AttemptManifest;
import dev.groma.operator.attempt.PodSettings;
import dev.groma.operator.attempt.ReportAccess;
import dev.groma.operator.layoutjob.Clusters;
import dev.groma.operator.layoutjob.Watchdog;
import dev.groma.operator.life.Timing;
import dev.groma.operator.telemetry.OperatorMetrics;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.javaoperatorsdk.operator.api.config.InformerStoppedHandler;
import io.javaoperatorsdk.operator.api.config.LeaderElectionConfiguration;
import io.javaoperatorsdk.operator.api.monitoring.Metrics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.prometheus.PrometheusMeterRegistry;
import io.quarkus.arc.Unremovable;
import io.quarkus.kubernetes.client.KubernetesClientObjectMapper;
import io.quarkus.runtime.Quarkus;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Puts the operator's parts together. */
@ApplicationScoped
public class OperatorBeans {

  @Produces
  @Singleton
  KubernetesSerialization serialization(@KubernetesClientObjectMapper ObjectMapper mapper) {
    return new LeanSerialization(mapper);
  }

  /** The SDK looks the client up when it starts, so to the build it seems that nobody needs it. */
  @Produces
  @ApplicationScoped
  @Unremovable
  KubernetesClient client(
      KubernetesSerialization serialization, Config config, Vertx vertx, OperatorConfig settings) {
    return ApiClient.of(config, serialization, vertx, settings.api().readIdleTimeout());
  }

  @Produces
  @Singleton
  Clusters clusters(
      OperatorConfig settings,
      Supplier<ReportAccess> report,
      OperatorMetrics metrics,
      InstantSource clock) {
    PodSettings pods = PodSettings.of(settings.runner(), settings.s3());
    return new Clusters(
        new AttemptManifest(pods, report),
        JobDefaults.of(settings.runner(), settings.jobs()),
        JobDefaults.turns(settings.jobs(), clock),
        metrics,
        clock);
  }

  @Produces
  @Singleton
  Watchdog watchdog(InstantSource clock, MeterRegistry registry) {
    Watchdog watchdog = new Watchdog(clock);
    TimeGauge.builder(
            "groma.oldest.unreconciled.change",
            () -> watchdog.oldestUnreconciled().toMillis(),
            TimeUnit.MILLISECONDS)
        .description("Age of the oldest change of a LayoutJob that was not looked at yet")
        .register(registry);
    return watchdog;
  }

  /**
   * Quarkus joins its common registry to Prometheus' only when the operator runs already, and what
   * is counted there until then is lost.
   */
  @Produces
  @Singleton
  OperatorMetrics metrics(PrometheusMeterRegistry registry) {
    return new OperatorMetrics(registry);
  }

  @Produces
  @Singleton
  @Unremovable
  InformerStoppedHandler exitWhenBlind() {
    return new ExitWhenBlind(Quarkus::asyncExit);
  }

  /** None unless it is switched on, which the SDK takes for an answer. */
  @Produces
  @Dependent
  @Unremovable
  @Nullable LeaderElectionConfiguration leaderElection(Leadership leadership) {
    return leadership.configuration();
  }

  /**
   * The SDK's own metrics give one name two sets of labels, which Prometheus' registry answers with
   * an exception; and an exception out of its metrics stops the SDK's timers and events for good.
   */
  @Produces
  @Singleton
  Metrics sdkMetrics() {
    return Metrics.NOOP;
  }

  @Produces
  @Singleton
  Timing timing() {
    return Timing.usual();
  }

  @Produces
  @Singleton
  InstantSource clock() {
    return InstantSource.system();
  }
}
