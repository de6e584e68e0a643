package dev.groma.operator;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.groma.api.layoutjob.ConfigMapSink;
import dev.groma.api.layoutjob.Output;
import dev.groma.cluster.ControlPlane;
import dev.groma.cluster.Kubeconfig;
import dev.groma.cluster.operator.OperatorRights;
import dev.groma.kubernetes.LeanSerialization;
import dev.groma.operator.attempt.AttemptManifest;
import dev.groma.operator.attempt.PodSettings;
import dev.groma.operator.attempt.ReportAccess;
import dev.groma.operator.attempt.S3Settings;
import dev.groma.operator.layoutjob.Clusters;
import dev.groma.operator.layoutjob.LayoutJobReconciler;
import dev.groma.operator.layoutjob.Turns;
import dev.groma.operator.layoutjob.Watchdog;
import dev.groma.operator.life.Defaults;
import dev.groma.operator.life.Timing;
import dev.groma.operator.telemetry.OperatorMetrics;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.javaoperatorsdk.operator.Operator;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * The operator in this JVM: the same classes as in production, put together without Quarkus, for
 * one namespace.
 */
public final class TestOperator implements AutoCloseable {

  private final KubernetesClient client;
  private final Operator operator;
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

  private TestOperator(KubernetesClient client, String namespace, Timing timing, Turns turns) {
    this.client = client;
    this.operator =
        new Operator(overrider ->
            overrider
                .withKubernetesClient(client)
                .withCloseClientOnStop(false)
                .checkingCRDAndValidateLocalModel(false));
    OperatorMetrics metrics = new OperatorMetrics(registry);
    InstantSource clock = InstantSource.system();
    Defaults defaults = defaults(new Output(new ConfigMapSink(), null, null));
    operator.register(
        new LayoutJobReconciler(
            new Clusters(manifest(), defaults, turns, metrics, clock),
            new Watchdog(clock),
            metrics,
            timing,
            clock),
        overrider -> overrider.settingNamespace(namespace));
  }

  /** Starts one that watches a namespace with the rights of production. */
  public static TestOperator start(ControlPlane cluster, String namespace, Timing timing) {
    return start(cluster, namespace, timing, Turns.unbounded());
  }

  /** The same, with so many attempts at work at the same time. */
  public static TestOperator start(
      ControlPlane cluster, String namespace, Timing timing, Turns turns) {
    Kubeconfig kubeconfig = OperatorRights.production(cluster, namespace);
    TestOperator started = new TestOperator(client(kubeconfig), namespace, timing, turns);
    started.operator.start();
    return started;
  }

  private static KubernetesClient client(Kubeconfig kubeconfig) {
    Config config = kubeconfig.config();
    config.setUserAgent("groma-operator");
    return new KubernetesClientBuilder()
        .withConfig(config)
        .withKubernetesSerialization(new LeanSerialization(new ObjectMapper()))
        .build();
  }

  /** What holds for jobs that say nothing else. */
  public static Defaults defaults(Output output) {
    return new Defaults(
        settings().image(), "1Gi", "8Gi", output, null, settings().terminationGracePeriod());
  }

  /** Makes Jobs whose runners report to nobody. */
  public static AttemptManifest manifest() {
    return manifest(settings());
  }

  /** Makes Jobs of these settings whose runners report to nobody. */
  public static AttemptManifest manifest(PodSettings settings) {
    ReportAccess nobody =
        new ReportAccess("https://report.example:9443", "-----BEGIN...", ReportAccess.AUDIENCE);
    return new AttemptManifest(settings, () -> nobody);
  }

  /** The settings of runner Pods that all tests use. */
  public static PodSettings settings() {
    return new PodSettings(
        "registry.example/groma-runner:1",
        null,
        List.of(),
        null,
        Duration.ofSeconds(30),
        Quantity.parse("250m"),
        Quantity.parse("1Gi"),
        Quantity.parse("1Gi"),
        Quantity.parse("256Mi"),
        new S3Settings(Optional.empty(), Optional.empty(), false, Optional.empty()));
  }

  /** How often it has decided so. */
  public double decided(String decision) {
    return registry.counter("groma.reconciles", "decision", decision).count();
  }

  @Override
  public void close() {
    operator.stop();
    client.close();
  }
}
