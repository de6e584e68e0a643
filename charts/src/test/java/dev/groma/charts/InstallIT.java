package dev.groma.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.layoutjob.Phase;
import dev.groma.cluster.Kubeconfig;
import dev.groma.cluster.await.Await;
import dev.groma.cluster.charts.GoTool;
import dev.groma.cluster.charts.Helm;
import dev.groma.cluster.charts.Release;
import dev.groma.cluster.local.Isolation;
import dev.groma.cluster.local.LocalImage;
import dev.groma.cluster.local.ProcessPods;
import dev.groma.cluster.operator.OperatorProcess;
import dev.groma.cluster.operator.PackagedRunner;
import dev.groma.cluster.program.Output;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.authorization.v1.SubjectAccessReviewBuilder;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Both charts on a real API server, and the operator with the rights and settings that they give.
 */
class InstallIT {

  private static final Release GROMA =
      Release.groma(
          Installation.HOME,
          """
          image: {registry: registry.example.com/geometry}
          watchNamespaces: [plans]
          """);

  private static Installation installation;
  private static KubernetesClient client;
  private static ProcessPods pods;
  private static OperatorProcess operator;

  @BeforeAll
  static void install() {
    installation = Installation.of(GROMA);
    client = installation.client;
    Path kubectl = GoTool.KUBECTL.path();
    pods =
        ProcessPods.start(
            installation.cluster,
            List.of(
                PackagedRunner.image(), new LocalImage("kubectl", List.of(kubectl.toString()))));
    operator = installation.start();
  }

  @AfterAll
  static void remove() {
    operator.close();
    pods.close();
    installation.close();
  }

  @Test
  void helm_test_runs_a_job_from_end_to_end_in_restricted_pods() {
    assumeTrue(
        Isolation.best() == Isolation.MOUNTS,
        "kubectl finds its token only where this machine allows a mount namespace");

    Output test = installation.helm("test", GROMA, "--logs", "--timeout=3m");

    assertThat(test.exitCode())
        .as(test.err() + test.out() + "the operator's log: " + operator.logFile())
        .isZero();
    assertThat(test.out()).contains("layoutjob.groma.dev/groma-test condition met");
  }

  @Test
  void a_job_succeeds_and_the_operator_is_refused_nothing() {
    LayoutJob job = Jobs.apartment("plans", "installed");
    client.resource(job).create();

    assertThat(end("installed").getStatus().phase()).isEqualTo(Phase.SUCCEEDED);

    assertThat(
            installation
                .cluster
                .auditLog()
                .requests()
                .byUser(Installation.user())
                .answered(403)
                .list())
        .isEmpty();
    assertThat(client.configMaps().inNamespace("plans").withName("installed-result").get())
        .isNotNull();
    assertThat(runner("installed").getSpec().getServiceAccountName()).isEqualTo("groma-runner");
  }

  @Test
  void operators_agree_by_the_lease_and_share_the_authority_that_the_chart_allows() {
    Lease lease =
        client.leases().inNamespace(Installation.HOME).withName("groma-operator").require();

    assertThat(lease.getSpec().getHolderIdentity()).isNotEmpty();
    assertThat(client.secrets().inNamespace(Installation.HOME).withName("groma-report-tls").get())
        .isNotNull();
  }

  @Test
  void the_operators_pod_is_admitted_where_restricted_is_enforced() {
    Pod pod =
        new PodBuilder()
            .withNewMetadata()
            .withName("operator")
            .withNamespace(Installation.HOME)
            .endMetadata()
            .withSpec(installation.deployment().getSpec().getTemplate().getSpec())
            .build();

    assertThatCode(() -> client.resource(pod).dryRun().create()).doesNotThrowAnyException();

    pod.getSpec().getContainers().getFirst().getSecurityContext().setAllowPrivilegeEscalation(true);
    assertThatThrownBy(() -> client.resource(pod).dryRun().create())
        .hasMessageContaining("violates PodSecurity");
  }

  @ParameterizedTest
  @MethodSource("dev.groma.charts.Charts#sets")
  void the_api_server_takes_every_object_and_knows_every_field(String set) {
    List<HasMetadata> objects = Helm.ofThisJvm().objects(Charts.release(set));

    for (HasMetadata object : objects) {
      if (object.getMetadata().getNamespace() == null && Charts.isNamespaced(object)) {
        object.getMetadata().setNamespace(Installation.HOME);
      }
      PatchContext strict =
          new PatchContext.Builder()
              .withPatchType(PatchType.SERVER_SIDE_APPLY)
              .withFieldManager("test")
              .withFieldValidation("Strict")
              .withForce(true)
              .withDryRun(List.of("All"))
              .build();
      assertThatCode(() -> client.resource(object).patch(strict))
          .as("%s %s", object.getKind(), object.getMetadata().getName())
          .doesNotThrowAnyException();
    }
  }

  @Test
  void who_may_edit_a_namespace_may_submit_jobs_and_who_may_view_it_may_not() {
    bind("edit", "ann");
    bind("view", "ben");

    Await.until("the roles to be aggregated", () -> may("ann", "create") && may("ben", "list"));

    assertThat(may("ann", "delete")).isTrue();
    assertThat(may("ben", "create")).isFalse();
    assertThat(may("ann", "update", "status")).isFalse();
  }

  @Test
  void an_upgrade_and_a_rollback_leave_jobs_as_they_are() {
    client.resource(Jobs.apartment("plans", "before")).create();
    String ended = end("before").getMetadata().getResourceVersion();

    Release other = GROMA.with(GROMA.values() + "replicaCount: 3\n");
    installation.helm("upgrade", Installation.CRDS, "--install").success();
    installation.helm("upgrade", other).success();
    assertThat(installation.deployment().getSpec().getReplicas()).isEqualTo(3);
    installation.helm("rollback", GROMA).success();

    assertThat(installation.deployment().getSpec().getReplicas()).isEqualTo(2);
    assertThat(stored("plans", "before").getMetadata().getResourceVersion()).isEqualTo(ended);
  }

  @Test
  void uninstall_leaves_the_crds_and_the_jobs_and_nothing_else_of_the_release() {
    Release second = new Release("groma", "groma-sites", "sites", "watchNamespaces: [sites]\n");
    installation.helm("install", second).success();
    client.resource(Jobs.apartment("sites", "kept")).create();

    installation.helm("uninstall", second).success();
    installation.helm("uninstall", Installation.CRDS).success();

    assertThat(stored("sites", "kept")).isNotNull();
    for (HasMetadata object : Helm.ofThisJvm().objects(second)) {
      assertThat(client.resource(object).get()).as(object.getMetadata().getName()).isNull();
    }
  }

  @Test
  void helm_3_installs_it_and_removes_it_again() {
    Release third = new Release("groma", "groma-three", "sites", "watchNamespaces: [sites]\n");
    Helm three = Helm.versionThree();
    Kubeconfig admin = installation.cluster.kubeconfig();

    three.on(admin, "install", third).success();
    for (HasMetadata object : three.objects(third)) {
      assertThat(client.resource(object).get()).as(object.getMetadata().getName()).isNotNull();
    }

    three.on(admin, "uninstall", third).success();
    for (HasMetadata object : three.objects(third)) {
      assertThat(client.resource(object).get()).as(object.getMetadata().getName()).isNull();
    }
  }

  private static void bind(String role, String user) {
    client
        .resource(
            new RoleBindingBuilder()
                .withNewMetadata()
                .withName(user)
                .withNamespace("plans")
                .endMetadata()
                .withNewRoleRef("rbac.authorization.k8s.io", "ClusterRole", role)
                .addNewSubject("rbac.authorization.k8s.io", "User", user, null)
                .build())
        .create();
  }

  private static boolean may(String user, String verb) {
    return may(user, verb, null);
  }

  private static boolean may(String user, String verb, String subresource) {
    return client
        .authorization()
        .v1()
        .subjectAccessReview()
        .create(
            new SubjectAccessReviewBuilder()
                .withNewSpec()
                .withUser(user)
                .withNewResourceAttributes()
                .withNamespace("plans")
                .withGroup("groma.dev")
                .withResource("layoutjobs")
                .withSubresource(subresource)
                .withVerb(verb)
                .endResourceAttributes()
                .endSpec()
                .build())
        .getStatus()
        .getAllowed();
  }

  private static Pod runner(String job) {
    return client.pods().inNamespace("plans").list().getItems().stream()
        .filter(pod -> job.equals(pod.getMetadata().getAnnotations().get("groma.dev/layoutjob")))
        .findFirst()
        .orElseThrow();
  }

  private static LayoutJob end(String name) {
    return Await.value(
        "the end of " + name + "; the operator's log: " + operator.logFile(),
        Jobs.PATIENCE,
        () -> stored("plans", name),
        job -> job.getStatus().phase().terminal());
  }

  private static LayoutJob stored(String namespace, String name) {
    return client.resources(LayoutJob.class).inNamespace(namespace).withName(name).require();
  }
}
