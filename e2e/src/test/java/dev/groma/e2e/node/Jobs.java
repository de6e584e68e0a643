package dev.groma.e2e.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.layoutjob.LayoutJobStatus;
import dev.groma.cluster.await.Await;
import dev.groma.cluster.platform.Platform;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * LayoutJobs of a namespace and what runs them.
 *
 * @param platform that they are on
 * @param namespace that they are in
 */
record Jobs(Platform platform, String namespace) {

  /** A runner is a JVM of its own, which two cores that start fifty of them start slowly. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  static final String BUCKET = "plans";
  static final String WALLS = "walls.json";

  /** The walls of one square room, which takes no time. */
  static final String SQUARE =
      """
      {"walls": [
        {"type": "line", "start": [0, 0], "end": [6, 0]},
        {"type": "line", "start": [6, 0], "end": [6, 4]},
        {"type": "line", "start": [6, 4], "end": [0, 4]},
        {"type": "line", "start": [0, 4], "end": [0, 0]}]}
      """;

  /** Far beyond what any test waits for. */
  private static final String LONG = "timeoutSeconds: 1800\n";

  private static final String LITTLE =
      "resources: {requests: {cpu: 10m, memory: 64Mi}, limits: {memory: 512Mi}}";

  /** Stores a job that takes no time. */
  void submit(String name) {
    store(name, "{inline: '%s'}".formatted(SQUARE.replace('\n', ' ')), LITTLE);
  }

  /**
   * Stores a job that takes no time.
   *
   * @param execution what is in its {@code spec.execution}, in YAML
   */
  void submit(String name, String execution) {
    store(name, "{inline: '%s'}".formatted(SQUARE.replace('\n', ' ')), execution);
  }

  /** Stores a job whose runner is at work until {@link Platform#s3} is released. */
  void submitWaiting(String name) {
    platform.s3().hold();
    store(name, "{s3: {bucket: %s, key: %s}}".formatted(BUCKET, WALLS), LONG + LITTLE);
  }

  private void store(String name, String walls, String execution) {
    String manifest =
        """
        apiVersion: groma.dev/v1alpha1
        kind: LayoutJob
        metadata: {name: %s, namespace: %s}
        spec:
          roomDetection:
            walls: %s
          execution:
            backoff: {initialSeconds: 0, maxSeconds: 0}
        %s\
        """
            .formatted(name, namespace, walls, execution.indent(4));
    platform
        .client()
        .resource(
            platform.client().getKubernetesSerialization().unmarshal(manifest, LayoutJob.class))
        .create();
  }

  LayoutJob stored(String name) {
    return platform
        .client()
        .resources(LayoutJob.class)
        .inNamespace(namespace)
        .withName(name)
        .require();
  }

  LayoutJobStatus status(String name) {
    return Objects.requireNonNull(stored(name).getStatus());
  }

  /** Its status once that is as wanted. */
  LayoutJobStatus await(String name, Predicate<LayoutJobStatus> wanted) {
    return Await.value("the status of " + name, PATIENCE, () -> status(name), wanted);
  }

  /** Its status at its end. */
  LayoutJobStatus awaitEnd(String name) {
    return await(name, status -> status.phase().terminal());
  }

  /** Its status once it is at this attempt. */
  LayoutJobStatus awaitAttempt(String name, int attempt) {
    return await(name, status -> Objects.equals(status.attempts(), attempt));
  }

  /** The Pod of an attempt, once its runner is at work. */
  Pod awaitRunning(String name, int attempt) {
    return Await.value(
            "a runner of " + name,
            PATIENCE,
            () ->
                pods(name).stream()
                    .filter(pod -> attempt == attempt(pod))
                    .filter(pod -> pod.getStatus().getPhase().equals("Running"))
                    .toList(),
            pods -> !pods.isEmpty())
        .getFirst();
  }

  private static int attempt(Pod pod) {
    return Integer.parseInt(pod.getMetadata().getLabels().get("groma.dev/attempt"));
  }

  /** The Pods that there are of a job. */
  List<Pod> pods(String name) {
    return platform.client().pods().inNamespace(namespace).list().getItems().stream()
        .filter(pod -> name.equals(pod.getMetadata().getAnnotations().get("groma.dev/layoutjob")))
        .toList();
  }

  /** Every attempt that was ever begun is still there. */
  void assertAttempts(String name, int expected) {
    String uid = stored(name).getMetadata().getUid();
    List<Job> attempts =
        platform.client().batch().v1().jobs().inNamespace(namespace).list().getItems().stream()
            .filter(job ->
                job.getMetadata().getOwnerReferences().stream()
                    .anyMatch(owner -> owner.getUid().equals(uid)))
            .toList();
    assertThat(attempts).as("Jobs of " + name).hasSize(expected);
    assertThat(status(name).attempts()).isEqualTo(expected);
  }
}
