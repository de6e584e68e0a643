package dev.groma.e2e.bridge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.layoutqueue.LayoutQueue;
import dev.groma.api.layoutqueue.LayoutQueueStatus;
import dev.groma.cluster.ControlPlane;
import dev.groma.cluster.Kubeconfig;
import dev.groma.cluster.await.Await;
import dev.groma.cluster.faults.ApiServerProxy;
import dev.groma.cluster.operator.BridgeRights;
import dev.groma.cluster.packaged.PackagedProgram;
import dev.groma.cluster.sqs.ElasticMq;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/**
 * A namespace, a proxy before the API server, a queue, and bridges that can be killed. What is in
 * queues is the matter of {@link Queues}, what is asked for of {@link Requests}.
 */
final class BridgeArena implements AutoCloseable {

  /** Far beyond what anything takes here. */
  static final Duration LIMIT = Duration.ofSeconds(120);

  final ControlPlane cluster;
  final String namespace;
  final ApiServerProxy proxy;
  final Queues queues;
  final URI queue;
  final URI deadLetters;

  private final KubernetesClient client;
  private final Kubeconfig rights;
  private final List<PackagedProgram> bridges = new CopyOnWriteArrayList<>();

  BridgeArena(ControlPlane cluster, String namespace) {
    this(cluster, namespace, 3);
  }

  /** With a queue that gives a message up after so many receives. */
  BridgeArena(ControlPlane cluster, String namespace, int maxReceives) {
    this.cluster = cluster;
    this.namespace = namespace;
    client = cluster.client();
    rights = BridgeRights.production(cluster, namespace);
    proxy = ApiServerProxy.start(cluster);
    ElasticMq mq = ElasticMq.start();
    queues = new Queues(mq);
    queue = mq.createQueueWithDeadLetters("jobs", maxReceives);
    deadLetters = mq.deadLettersOf("jobs");
  }

  /** Starts a bridge behind the proxy, which ends with this arena at the latest. */
  PackagedProgram start() {
    PackagedProgram bridge = launch();
    bridge.awaitReady();
    return bridge;
  }

  /** The same, without waiting for anything. */
  PackagedProgram launch() {
    return launch(Map.of("AWS_ACCESS_KEY_ID", "x", "AWS_SECRET_ACCESS_KEY", "x"));
  }

  /** The same with further settings, credentials among them. */
  PackagedProgram launch(Map<String, String> more) {
    Map<String, String> environment = new HashMap<>(more);
    environment.put("GROMA_WATCH_NAMESPACES", namespace);
    environment.put("GROMA_LEADER_ELECTION_ENABLED", "true");
    environment.put("GROMA_LEADER_ELECTION_NAMESPACE", namespace);
    environment.put("AWS_REGION", "elasticmq");
    PackagedProgram bridge =
        PackagedProgram.launch(
            "bridge",
            new PackagedProgram.Launch(
                proxy.kubeconfig(rights),
                environment,
                List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx192m")));
    bridges.add(bridge);
    return bridge;
  }

  /**
   * Stores the LayoutQueue of {@link #queue}, with a short long poll.
   *
   * @param more members of its spec as JSON
   */
  void consume(String more) {
    consume("jobs", queue, more);
  }

  /** Stores the LayoutQueue of another queue. */
  void consume(String name, URI url, String more) {
    consume(name, url, queues.mq().endpoint(), more);
  }

  /** Stores the LayoutQueue of {@link #queue} behind a proxy. */
  void consumeThrough(SqsProxy sqs, String more) {
    consume("jobs", queue, sqs.endpoint(), more);
  }

  private void consume(String name, URI url, URI endpoint, String more) {
    ObjectNode spec = (ObjectNode) Requests.read("{" + more + "}");
    spec.putObject("queue")
        .put("url", url.toString())
        .put("endpoint", endpoint.toString())
        .put("region", "elasticmq");
    spec.withObject("/receive").put("waitSeconds", 1);
    ObjectNode manifest =
        Requests.JSON
            .createObjectNode()
            .put("apiVersion", "groma.dev/v1alpha1")
            .put("kind", "LayoutQueue");
    manifest.putObject("metadata").put("name", name).put("namespace", namespace);
    manifest.set("spec", spec);
    client
        .resource(
            client.getKubernetesSerialization().unmarshal(manifest.toString(), LayoutQueue.class))
        .create();
  }

  /** Changes the LayoutQueue's spec, given as JSON of its changed members. */
  void change(String members) {
    client
        .resources(LayoutQueue.class)
        .inNamespace(namespace)
        .withName("jobs")
        .patch(PatchContext.of(PatchType.JSON_MERGE), "{\"spec\": {%s}}".formatted(members));
  }

  /** Sends a message to {@link #queue}; returns its id. */
  String send(String body) {
    return queues.send(queue, body, Map.of());
  }

  /** The same with many. */
  void sendAll(List<String> bodies) {
    queues.sendAll(queue, bodies);
  }

  void awaitEmpty() {
    Await.value(
        "the queue to be empty; " + logs(), LIMIT, () -> queues.depth(queue), left -> left == 0);
  }

  /** Takes the messages out of a queue once there are so many. */
  List<JsonNode> awaitMessages(URI from, int number) {
    Await.value("messages; " + logs(), LIMIT, () -> queues.depth(from), depth -> depth >= number);
    return queues.drain(from);
  }

  List<LayoutJob> jobs() {
    return client.resources(LayoutJob.class).inNamespace(namespace).list().getItems();
  }

  /** How many there are, without reading them all. */
  long jobCount() {
    return cluster.count(LayoutJob.class, namespace);
  }

  List<LayoutJob> awaitJobs(int number) {
    return Await.value(
        "%d jobs; %s".formatted(number, logs()), LIMIT, this::jobs, jobs -> jobs.size() == number);
  }

  /** Writes the end of a job, as the operator does. */
  void end(LayoutJob job, String phase) {
    String failure =
        phase.equals("Failed")
            ? ", \"failure\": {\"reason\": \"InvalidInput\", \"message\": \"no walls\","
                + " \"retryable\": false}"
            : "";
    client
        .resources(LayoutJob.class)
        .inNamespace(namespace)
        .withName(job.getMetadata().getName())
        .subresource("status")
        .patch(
            PatchContext.of(PatchType.JSON_MERGE),
            "{\"status\": {\"phase\": \"%s\", \"attempts\": 1, \"completionTime\": \"%s\"%s}}"
                .formatted(phase, Instant.now().truncatedTo(ChronoUnit.SECONDS), failure));
  }

  LayoutQueueStatus awaitStatus(String what, Predicate<LayoutQueueStatus> right) {
    return awaitStatus("jobs", what, right);
  }

  private LayoutQueueStatus awaitStatus(
      String name, String what, Predicate<LayoutQueueStatus> right) {
    return Await.value(
        what + "; " + logs(),
        LIMIT,
        () ->
            client
                .resources(LayoutQueue.class)
                .inNamespace(namespace)
                .withName(name)
                .require()
                .getStatus(),
        status -> status != null && right.test(status));
  }

  /** Waits until the condition Receiving has this reason. */
  LayoutQueueStatus awaitReason(String reason) {
    return awaitReason("jobs", reason);
  }

  LayoutQueueStatus awaitReason(String name, String reason) {
    return awaitStatus(
        name,
        "the reason " + reason,
        status ->
            status.conditions() != null
                && status.conditions().stream().anyMatch(one -> one.reason().equals(reason)));
  }

  String logs() {
    return "logs: " + bridges.stream().map(PackagedProgram::logFile).toList();
  }

  /** Requests by their keys: how many jobs each has. */
  Map<String, Integer> jobsByKey() {
    Map<String, Integer> numbers = new HashMap<>();
    jobs()
        .forEach(job ->
            numbers.merge(
                job.getMetadata().getAnnotations().get("groma.dev/request-key"), 1, Integer::sum));
    return numbers;
  }

  @Override
  public void close() {
    bridges.forEach(PackagedProgram::close);
    proxy.close();
    queues.mq().close();
  }
}
