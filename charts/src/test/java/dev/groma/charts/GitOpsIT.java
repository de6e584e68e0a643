package dev.groma.charts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.layoutjob.Phase;
import dev.groma.cluster.ControlPlane;
import dev.groma.cluster.Kubeconfig;
import dev.groma.cluster.await.Await;
import dev.groma.cluster.charts.GoTool;
import dev.groma.cluster.junit.ClusterTest;
import dev.groma.cluster.junit.TestNamespace;
import dev.groma.cluster.local.LocalImage;
import dev.groma.cluster.local.ProcessPods;
import dev.groma.cluster.operator.OperatorProcess;
import dev.groma.cluster.operator.OperatorRights;
import dev.groma.cluster.operator.OperatorSettings;
import dev.groma.cluster.operator.PackagedRunner;
import dev.groma.cluster.program.Output;
import dev.groma.cluster.program.Program;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * LayoutJobs from Git: the overlays, what waiting tools see of each phase, and syncs over syncs.
 */
@ClusterTest
class GitOpsIT {

  private static final Path OVERLAYS = Charts.ROOT.resolve("examples/gitops/overlays");
  private static final String DEV = "plans-dev";
  private static final String PROD = "plans";

  private static final String EMPTY = "{inline: '{\"walls\": []}'}";
  private static final String MISSING = "{configMap: {name: none, key: none}}";

  /** Where runners take their time. */
  private static final String SLOW = "slow";

  private static KubernetesClient client;
  private static Kubeconfig admin;
  private static Program kubectl;
  private static List<ProcessPods> pods;
  private static OperatorProcess operator;

  @BeforeAll
  static void start(ControlPlane cluster) {
    client = cluster.client();
    admin = cluster.kubeconfig();
    kubectl = new Program(GoTool.KUBECTL.path());
    for (String namespace : List.of(DEV, PROD, SLOW)) {
      client
          .resource(
              new NamespaceBuilder().withNewMetadata().withName(namespace).endMetadata().build())
          .create();
      Await.until(
          "Pods to be possible in " + namespace,
          () -> client.serviceAccounts().inNamespace(namespace).withName("default").get() != null);
    }
    LocalImage sleeper =
        new LocalImage(OperatorSettings.RUNNER_IMAGE, List.of("sh", "-c", "sleep 600", "sleeper"));
    pods =
        List.of(
            ProcessPods.start(cluster, DEV, List.of(PackagedRunner.image())),
            ProcessPods.start(cluster, PROD, List.of(PackagedRunner.image())),
            ProcessPods.start(cluster, SLOW, List.of(sleeper)));
    operator =
        OperatorProcess.start(
            OperatorSettings.of(
                OperatorRights.everywhere(cluster), String.join(",", DEV, PROD, SLOW)));
  }

  @AfterAll
  static void stop() {
    operator.close();
    pods.forEach(ProcessPods::close);
  }

  @ParameterizedTest
  @CsvSource({"dev, plans-dev", "prod, plans"})
  void an_overlay_runs_to_its_end_and_a_sync_of_the_same_does_nothing_more(
      String overlay, String namespace) {
    String manifests = build(OVERLAYS.resolve(overlay));
    apply(manifests, "kustomize-controller").success();
    LayoutJob first = await(namespace, "studio-r1", Phase.SUCCEEDED);

    Output flux = apply(manifests, "kustomize-controller");
    Output argo = apply(manifests, "argocd-controller");

    assertThat(flux.exitCode()).as(flux.err()).isZero();
    assertThat(argo.exitCode()).as(argo.err()).isZero();
    LayoutJob later = stored(namespace, "studio-r1");
    assertThat(later.getMetadata().getGeneration()).isEqualTo(first.getMetadata().getGeneration());
    assertThat(later.getStatus()).isEqualTo(first.getStatus());
    assertThat(later.getStatus().attempts()).isEqualTo(1);
    assertThat(Verdict.of(client, namespace, "studio-r1").kstatus()).isEqualTo("Current");
  }

  @Test
  void a_changed_input_is_refused_under_the_old_revision_and_runs_under_the_next(
      @TempDir Path checkout) throws Exception {
    copy(Charts.ROOT.resolve("examples/gitops"), checkout);
    Path overlay = checkout.resolve("overlays/dev");
    apply(build(overlay), "kustomize-controller").success();
    Path walls = checkout.resolve("base/walls.json");
    Files.writeString(walls, Files.readString(walls).replace("[4, 0]", "[3, 0]"));

    Output same = apply(build(overlay), "kustomize-controller");
    assertThat(same.exitCode()).isNotZero();
    assertThat(same.err())
        .contains("only suspend, cancel, retry and ttlSecondsAfterFinished may change");

    Path kustomization = overlay.resolve("kustomization.yaml");
    Files.writeString(kustomization, Files.readString(kustomization).replace("-r1", "-r2"));
    apply(build(overlay), "kustomize-controller").success();
    await(DEV, "studio-r2", Phase.SUCCEEDED);
  }

  @Test
  void a_job_that_no_operator_has_seen_is_in_progress(TestNamespace nobodys) {
    client.resource(Jobs.apartment(nobodys.name(), "unseen")).create();

    assertThat(Verdict.of(client, nobodys.name(), "unseen"))
        .returns("InProgress", Verdict::kstatus)
        .returns("Progressing", Verdict::argoCd);
  }

  @ParameterizedTest
  @CsvSource({
    "QUEUED,    missing, '',             InProgress, Progressing",
    "RUNNING,   empty,   '',             InProgress, Progressing",
    "SUSPENDED, empty,   'suspend: true', InProgress, Suspended",
    "CANCELLED, empty,   'cancel: true',  Failed,     Degraded",
  })
  void a_job_is_seen_as_what_it_is(
      Phase phase, String walls, String wish, String kstatus, String argoCd) {
    String name = phase.name().toLowerCase(Locale.ROOT);
    submit(SLOW, name, walls.equals("missing") ? MISSING : EMPTY, wish);

    await(SLOW, name, phase);

    assertThat(Verdict.of(client, SLOW, name))
        .returns(kstatus, Verdict::kstatus)
        .returns(argoCd, Verdict::argoCd);
  }

  @Test
  void a_success_is_current_and_healthy_also_after_its_time_to_live_was_changed() {
    client.resource(Jobs.apartment(DEV, "good")).create();
    await(DEV, "good", Phase.SUCCEEDED);
    assertThat(Verdict.of(client, DEV, "good"))
        .returns("Current", Verdict::kstatus)
        .returns("Healthy", Verdict::argoCd);

    change(DEV, "good", "{\"ttlSecondsAfterFinished\": 86400}");

    Await.value(
        "tools to see the success again",
        Jobs.PATIENCE,
        () -> Verdict.of(client, DEV, "good"),
        verdict -> verdict.kstatus().equals("Current") && verdict.argoCd().equals("Healthy"));
  }

  @Test
  void a_failure_is_failed_at_once_and_degraded_with_its_reason() {
    submit(DEV, "bad", "{inline: '{\"walls\": [1]}'}", "");

    await(DEV, "bad", Phase.FAILED);

    Verdict verdict = Verdict.of(client, DEV, "bad");
    assertThat(verdict).returns("Failed", Verdict::kstatus).returns("Degraded", Verdict::argoCd);
    assertThat(verdict.message()).contains("walls[0]");
  }

  @Test
  void a_failed_job_that_runs_again_is_in_progress_before_the_operator_has_seen_it() {
    // A retry raises the generation; until the operator has seen it, the conditions are of the last
    // end.
    String json =
        """
        {"apiVersion": "groma.dev/v1alpha1", "kind": "LayoutJob",
         "metadata": {"name": "again", "namespace": "plans", "generation": 2},
         "status": {"observedGeneration": 1, "phase": "Failed", "conditions": [
           {"type": "Ready", "status": "False", "message": "failed"},
           {"type": "Reconciling", "status": "False"},
           {"type": "Stalled", "status": "True"}]}}
        """;

    assertThat(Verdict.of(json))
        .returns("InProgress", Verdict::kstatus)
        .returns("Progressing", Verdict::argoCd);
  }

  private static String build(Path folder) {
    return kubectl.run(List.of("kustomize", folder.toString())).success();
  }

  private static Output apply(String manifests, String manager) {
    return kubectl.run(
        List.of(
            "apply",
            "--kubeconfig=" + admin.path(),
            "--server-side",
            "--force-conflicts",
            "--field-manager=" + manager,
            "--filename=-"),
        manifests);
  }

  private static void submit(String namespace, String name, String walls, String more) {
    String manifest =
        """
        apiVersion: groma.dev/v1alpha1
        kind: LayoutJob
        metadata: {name: %s, namespace: %s}
        spec:
          roomDetection: {walls: %s}
          %s
        """
            .formatted(name, namespace, walls, more);
    client
        .resource(client.getKubernetesSerialization().unmarshal(manifest, LayoutJob.class))
        .create();
  }

  private static void change(String namespace, String name, String spec) {
    client
        .resources(LayoutJob.class)
        .inNamespace(namespace)
        .withName(name)
        .patch(PatchContext.of(PatchType.JSON_MERGE), "{\"spec\": %s}".formatted(spec));
  }

  private static LayoutJob await(String namespace, String name, Phase phase) {
    return Await.value(
        name + " to be " + phase + "; the operator's log: " + operator.logFile(),
        Jobs.PATIENCE,
        () -> stored(namespace, name),
        job -> job.getStatus().phase() == phase);
  }

  private static LayoutJob stored(String namespace, String name) {
    return client.resources(LayoutJob.class).inNamespace(namespace).withName(name).require();
  }

  private static void copy(Path from, Path to) throws Exception {
    List<Path> all = new ArrayList<>();
    try (Stream<Path> files = Files.walk(from)) {
      files.filter(Files::isRegularFile).forEach(all::add);
    }
    for (Path file : all) {
      Path copy = to.resolve(from.relativize(file).toString());
      Files.createDirectories(copy.getParent());
      Files.copy(file, copy);
    }
  }
}
