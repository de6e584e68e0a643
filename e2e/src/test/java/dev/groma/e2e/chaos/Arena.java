package dev.groma.e2e.chaos;

import static dev.groma.cluster.scripted.Steps.run;

import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.layoutjob.LayoutJobStatus;
import dev.groma.cluster.ControlPlane;
import dev.groma.cluster.Kubeconfig;
import dev.groma.cluster.audit.AuditQuery;
import dev.groma.cluster.await.Await;
import dev.groma.cluster.faults.ApiServerProxy;
import dev.groma.cluster.operator.OperatorProcess;
import dev.groma.cluster.operator.OperatorRights;
import dev.groma.cluster.operator.OperatorSettings;
import dev.groma.cluster.scripted.ScriptedPods;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/**
 * A namespace, a proxy before the API server, a node double whose runners run until they are told
 * how to end, and operators that can be killed.
 */
final class Arena implements AutoCloseable {

  /** Within this time of the end of a fault every job has its end, or runs. */
  static final Duration CONVERGED = Duration.ofSeconds(30);

  final ControlPlane cluster;
  final String namespace;
  final ApiServerProxy proxy;
  final ScriptedPods pods;
  final JobsSeen jobs;

  private final KubernetesClient client;
  private final Kubeconfig rights;
  private final List<OperatorProcess> operators = new CopyOnWriteArrayList<>();

  Arena(ControlPlane cluster, String namespace) {
    this.cluster = cluster;
    this.namespace = namespace;
    client = cluster.client();
    rights = OperatorRights.production(cluster, namespace);
    proxy = ApiServerProxy.start(cluster);
    pods = ScriptedPods.start(cluster, namespace);
    jobs = new JobsSeen(client, namespace);
    pods.otherwise().then(run());
  }

  /** An operator behind the proxy that starts fast rather than runs fast. */
  OperatorSettings settings() {
    return direct().through(proxy.kubeconfig(rights));
  }

  /** The same on the straight way to the API server. */
  OperatorSettings direct() {
    return OperatorSettings.of(rights, namespace)
        .withJvm("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m");
  }

  /** Starts an operator behind the proxy, which ends with this arena at the latest. */
  OperatorProcess start() {
    return start(settings());
  }

  OperatorProcess start(OperatorSettings settings) {
    OperatorProcess operator = OperatorProcess.launch(settings);
    operators.add(operator);
    operator.awaitReady();
    return operator;
  }

  /** Stores a LayoutJob. */
  LayoutJob submit(String name) {
    return submit(name, "");
  }

  /**
   * Stores a LayoutJob whose artifacts go to S3, which nobody has to be asked for.
   *
   * @param more further members of its spec in YAML, one a line
   */
  LayoutJob submit(String name, String more) {
    return store(name, "output: {s3: {bucket: results}}\n" + more);
  }

  /** Stores a LayoutJob whose artifacts go into a ConfigMap. */
  LayoutJob submitForConfigMap(String name) {
    return store(name, "output: {configMap: {}}");
  }

  private LayoutJob store(String name, String more) {
    String manifest =
        """
        apiVersion: groma.dev/v1alpha1
        kind: LayoutJob
        metadata: {name: %s, namespace: %s}
        spec:
          roomDetection:
            walls:
              inline: '{"walls": [{"type": "line", "start": [0, 0], "end": [4, 0]}]}'
        %s\
        """
            .formatted(name, namespace, more.indent(2));
    return client
        .resource(client.getKubernetesSerialization().unmarshal(manifest, LayoutJob.class))
        .create();
  }

  /** Changes a spec, given as JSON of its changed members. */
  void change(String name, String members) {
    client
        .resources(LayoutJob.class)
        .inNamespace(namespace)
        .withName(name)
        .patch(PatchContext.of(PatchType.JSON_MERGE), "{\"spec\": %s}".formatted(members));
  }

  /** Every LayoutJob of the namespace. */
  List<LayoutJob> all() {
    return client.resources(LayoutJob.class).inNamespace(namespace).list().getItems();
  }

  /** The LayoutJob as it is stored now. */
  LayoutJob job(String name) {
    return client.resources(LayoutJob.class).inNamespace(namespace).withName(name).require();
  }

  LayoutJobStatus status(String name) {
    return Objects.requireNonNull(job(name).getStatus());
  }

  /** Its status once that is as wanted, within the time that is promised. */
  LayoutJobStatus await(String name, Predicate<LayoutJobStatus> wanted) {
    return Await.value(
        "the status of " + name + "; the operator's log: " + log(),
        CONVERGED,
        () -> status(name),
        wanted);
  }

  /** Its status at its end. */
  LayoutJobStatus awaitEnd(String name) {
    return await(name, status -> status.phase().terminal());
  }

  /** Waits until every job has its end. */
  void awaitAllEnds() {
    awaitAll(status -> status.phase().terminal());
  }

  /** Waits until every job is as wanted, for the time that is promised. */
  void awaitAll(Predicate<LayoutJobStatus> wanted) {
    Await.value(
        "all jobs; the operator's log: " + log(),
        CONVERGED,
        () ->
            all().stream()
                .filter(job -> !wanted.test(job.getStatus()))
                .map(job -> job.getMetadata().getName() + " " + job.getStatus().phase())
                .toList(),
        List::isEmpty);
  }

  private String log() {
    return operators.isEmpty() ? "none" : operators.getLast().logFile().toString();
  }

  /** What the operators of this arena have asked the API server for. */
  AuditQuery requests() {
    return cluster.auditLog().requests().byUser(OperatorRights.productionUser(namespace));
  }

  /** Ends all operators as a power cut would. */
  void killOperators() {
    operators.forEach(OperatorProcess::kill);
  }

  @Override
  public void close() {
    operators.forEach(OperatorProcess::close);
    jobs.close();
    pods.close();
    proxy.close();
  }
}
