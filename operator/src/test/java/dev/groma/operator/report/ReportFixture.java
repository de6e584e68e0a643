package dev.groma.operator.report;

import dev.groma.cluster.ControlPlane;
import dev.groma.cluster.audit.AuditQuery;
import dev.groma.cluster.operator.OperatorRights;
import dev.groma.cluster.scripted.ScriptedPods;
import dev.groma.cluster.scripted.Steps;
import dev.groma.operator.report.admission.AttemptObjects;
import dev.groma.operator.report.admission.LiveObjects;
import dev.groma.operator.telemetry.OperatorMetrics;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** A namespace with a node double and replicas of the report endpoint that know this namespace. */
final class ReportFixture implements AutoCloseable {

  final ControlPlane cluster;
  final String namespace;
  final Attempts attempts;
  final TestClock clock = new TestClock();
  final SimpleMeterRegistry registry = new SimpleMeterRegistry();

  private final ScriptedPods pods;
  private final Vertx vertx = Vertx.vertx();
  private final KubernetesClient client;
  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  ReportFixture(ControlPlane cluster, String namespace) {
    this.cluster = cluster;
    this.namespace = namespace;
    this.attempts = new Attempts(cluster.client(), namespace);
    this.client = OperatorRights.production(cluster, namespace).newClient("groma-operator");
    this.pods = ScriptedPods.start(cluster, namespace);
    pods.otherwise().then(Steps.run());
  }

  /** A replica without caches, and a runner's side of it. */
  ReportClient replica() {
    return replica(live(), 8);
  }

  /**
   * A replica with caches.
   *
   * @param cached the caches
   * @param uploads at the same time
   */
  ReportClient replica(AttemptObjects cached, int uploads) {
    RunningReports reports = start(cached, uploads);
    ReportClient runner = new ReportClient(reports.access());
    open.push(runner);
    return runner;
  }

  RunningReports start(AttemptObjects cached, int uploads) {
    RunningReports reports =
        RunningReports.start(
            new ReportSettings(
                "127.0.0.1", 0, Optional.empty(), Optional.empty(), Optional.empty(), uploads),
            vertx,
            client,
            cached,
            new OperatorMetrics(registry),
            clock);
    open.push(reports);
    return reports;
  }

  /** Everything asked of the API server. */
  AttemptObjects live() {
    return new LiveObjects(client, new OperatorMetrics(registry));
  }

  /** How often this has been answered. */
  double count(String kind, String outcome) {
    return registry.counter("groma.reports", "kind", kind, "outcome", outcome).count();
  }

  /** What the endpoint has asked the API server for. */
  AuditQuery requests() {
    return cluster.auditLog().requests().byUser(OperatorRights.productionUser(namespace));
  }

  @Override
  public void close() throws Exception {
    while (!open.isEmpty()) {
      open.pop().close();
    }
    pods.close();
    client.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
