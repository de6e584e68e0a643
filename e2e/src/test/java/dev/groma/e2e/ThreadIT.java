package dev.groma.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.groma.api.layoutjob.Artifact;
import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.layoutjob.LayoutJobStatus;
import dev.groma.api.layoutjob.Phase;
import dev.groma.api.runner.RunnerContract;
import dev.groma.cluster.ControlPlane;
import dev.groma.cluster.audit.AuditLog;
import dev.groma.cluster.await.Await;
import dev.groma.cluster.junit.ClusterTest;
import dev.groma.cluster.junit.TestNamespace;
import dev.groma.cluster.local.ProcessPods;
import dev.groma.cluster.operator.OperatorProcess;
import dev.groma.cluster.operator.OperatorRights;
import dev.groma.cluster.operator.OperatorSettings;
import dev.groma.cluster.operator.PackagedRunner;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The whole thread once: a manifest goes to a real API server, the packaged operator makes a Job, a
 * process runs the engine, and the status comes back.
 */
@ClusterTest
class ThreadIT {

  private static ControlPlane cluster;
  private static KubernetesClient client;
  private static String namespace;
  private static ProcessPods pods;
  private static OperatorProcess operator;

  @BeforeAll
  static void start(ControlPlane shared, TestNamespace own) throws IOException {
    cluster = shared;
    client = shared.client();
    namespace = own.name();
    cluster.applyCrds(Layout.CRDS);
    pods = ProcessPods.start(cluster, namespace, List.of(PackagedRunner.image()));
    operator =
        OperatorProcess.start(
            OperatorSettings.of(OperatorRights.production(cluster, namespace), namespace));
  }

  @AfterAll
  static void stop() {
    operator.close();
    pods.close();
  }

  static List<Path> examples() throws IOException {
    try (Stream<Path> files = Files.list(Layout.EXAMPLES)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void an_example_gives_the_same_answer_and_the_same_bytes_in_a_pod_as_on_a_laptop(
      Path manifest, @TempDir Path folder) throws Exception {
    Laptop.End laptop = Laptop.run(manifest, folder);
    LayoutJobStatus local = laptop.job().getStatus();

    LayoutJobStatus remote = finish(read(manifest));

    assertThat(laptop.exitCode()).isZero();
    assertThat(remote.phase()).isEqualTo(Phase.SUCCEEDED);
    assertThat(numbers(remote)).isEqualTo(numbers(local));
    assertThat(remote.artifacts())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("uri")
        .isEqualTo(local.artifacts());
    for (Artifact artifact : remote.artifacts()) {
      Path file = folder.resolve(laptop.job().getMetadata().getName()).resolve(artifact.name());
      assertThat(file).hasSize(artifact.bytes());
      assertThat(sha256(file)).as(artifact.name()).isEqualTo(artifact.sha256());
    }
  }

  @Test
  void bad_data_fails_with_the_place_in_its_message_and_the_same_on_a_laptop(@TempDir Path folder)
      throws Exception {
    Path manifest =
        Files.writeString(
            folder.resolve("bad.yaml"),
            """
            apiVersion: groma.dev/v1alpha1
            kind: LayoutJob
            metadata: {name: bad}
            spec:
              roomDetection:
                walls:
                  inline: '{"walls": [{"type": "line", "start": [0, 0], "end": [1, "x"]}]}'
            """);
    Laptop.End laptop = Laptop.run(manifest, folder.resolve("out"));

    LayoutJobStatus status = finish(read(manifest));

    assertThat(status.phase()).isEqualTo(Phase.FAILED);
    assertThat(status.failure().reason()).isEqualTo("BadData");
    assertThat(status.failure().exitCode()).isEqualTo(65);
    assertThat(status.failure().message()).contains("walls[0].end[1]");
    assertThat(laptop.exitCode()).isEqualTo(65);
    assertThat(laptop.job().getStatus().failure()).isEqualTo(status.failure());
  }

  @Test
  void a_job_takes_a_job_a_config_map_and_two_statuses_and_no_event(TestNamespace own)
      throws Exception {
    try (ProcessPods runners =
            ProcessPods.start(cluster, own.name(), List.of(PackagedRunner.image()));
        OperatorProcess ready =
            OperatorProcess.start(
                OperatorSettings.of(OperatorRights.production(cluster, own.name()), own.name()))) {
      AuditLog.Mark before = cluster.auditLog().mark();
      LayoutJob job = read(Layout.EXAMPLES.resolve("apartment.yaml"));

      awaitEnd(client.resource(job).inNamespace(own.name()).create());

      Map<String, Long> writes =
          cluster
              .auditLog()
              .requests()
              .byUser(OperatorRights.productionUser(own.name()))
              .since(before)
              .writes()
              .counts();
      assertThat(writes)
          .as("of %s and %s", ready, runners)
          .containsEntry("create jobs", 1L)
          .containsEntry("create configmaps", 1L)
          .doesNotContainKeys("create events", "delete jobs");
      // Its end; that it runs, where it takes longer than a moment; and once, perhaps, its
      // progress.
      assertThat(writes.get("patch layoutjobs/status")).isBetween(1L, 3L);
    }
  }

  @Test
  void an_operator_killed_between_creating_the_job_and_writing_a_status_leaves_one_job_and_its_end(
      TestNamespace own) throws Exception {
    OperatorSettings settings =
        OperatorSettings.of(OperatorRights.withoutStatus(cluster, own.name()), own.name())
            .withLastingReports(own.name());
    LayoutJob submitted;
    try (OperatorProcess first = OperatorProcess.start(settings)) {
      submitted =
          client
              .resource(read(Layout.EXAMPLES.resolve("apartment.yaml")))
              .inNamespace(own.name())
              .create();
      Await.until("the Job to be created", () -> jobs(own.name()).size() == 1);
      first.kill();
    }
    assertThat(stored(submitted).getStatus().phase()).isEqualTo(Phase.PENDING);

    try (ProcessPods runners =
            ProcessPods.start(cluster, own.name(), List.of(PackagedRunner.image()));
        OperatorProcess second =
            OperatorProcess.start(
                settings.through(OperatorRights.production(cluster, own.name())))) {
      LayoutJobStatus status = awaitEnd(submitted);

      assertThat(status.phase()).as("%s with %s", second.log(), runners).isEqualTo(Phase.SUCCEEDED);
      assertThat(status.attempts()).isEqualTo(1);
      assertThat(status.resultLocation()).startsWith("configmap://");
      assertThat(jobs(own.name()))
          .singleElement()
          .extracting(job -> job.getMetadata().getName())
          .isEqualTo(status.runner().jobName());
    }
  }

  private static LayoutJob read(Path manifest) throws IOException {
    LayoutJob job =
        client.getKubernetesSerialization().unmarshal(Files.readString(manifest), LayoutJob.class);
    job.getMetadata().setGenerateName(job.getMetadata().getName() + "-");
    job.getMetadata().setName(null);
    return job;
  }

  private static LayoutJobStatus finish(LayoutJob job) {
    return awaitEnd(client.resource(job).inNamespace(namespace).create());
  }

  private static LayoutJobStatus awaitEnd(LayoutJob submitted) {
    return Await.value(
            "the end of " + submitted.getMetadata().getName(),
            Await.LIMIT,
            () -> stored(submitted),
            job -> job.getStatus().phase().terminal())
        .getStatus();
  }

  private static LayoutJob stored(LayoutJob job) {
    return client.resource(job).get();
  }

  private static List<Job> jobs(String namespace) {
    return client.batch().v1().jobs().inNamespace(namespace).list().getItems();
  }

  /** The summary without what a clock has measured. */
  private static JsonNode numbers(LayoutJobStatus status) {
    JsonNode summary =
        RunnerContract.mapper().valueToTree(Objects.requireNonNull(status.summary()));
    summary.forEach(engine -> ((ObjectNode) engine).remove("processingSeconds"));
    return summary;
  }

  private static String sha256(Path file) throws Exception {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
  }
}
