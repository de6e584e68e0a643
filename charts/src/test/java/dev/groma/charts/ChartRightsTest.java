package dev.groma.charts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.cluster.charts.Helm;
import dev.groma.cluster.charts.Release;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBinding;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.rbac.Subject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may do what: every right of the operator, one a line. */
class ChartRightsTest {

  private static final Helm HELM = Helm.ofThisJvm();

  private static final List<String> ON_JOBS =
      List.of(
          "groma.dev/layoutjobs: delete, get, list, watch",
          "groma.dev/layoutjobs/status: patch",
          "groma.dev/layoutjobs/finalizers: update",
          "batch/jobs: create, delete, get, list, watch",
          "pods: get, list, watch",
          "configmaps: create, get, list, watch",
          "events.k8s.io/events: create, list");

  private static final List<String> AT_HOME =
      List.of(
          "coordination.k8s.io/leases: create",
          "coordination.k8s.io/leases [groma-operator]: get, patch, update",
          "secrets: create",
          "secrets [groma-report-tls]: get, update");

  @Test
  void in_all_namespaces_an_operator_may_do_this_and_nothing_else() {
    List<HasMetadata> objects =
        HELM.objects(Release.groma("home", "rbac: {aggregateClusterRoles: false}"));

    assertThat(clusterRules(objects))
        .containsExactlyInAnyOrderElementsOf(
            plus(ON_JOBS, "authentication.k8s.io/tokenreviews: create"));
    assertThat(rules(objects, "home")).containsExactlyInAnyOrderElementsOf(AT_HOME);
    assertThat(Charts.of(Role.class, objects)).hasSize(1);
  }

  @Test
  void a_confined_operator_has_no_right_outside_its_namespaces_but_to_check_tokens() {
    List<HasMetadata> objects =
        HELM.objects(
            Release.groma(
                "home", "{watchNamespaces: [plans, sites], rbac: {aggregateClusterRoles: false}}"));

    assertThat(clusterRules(objects)).containsExactly("authentication.k8s.io/tokenreviews: create");
    assertThat(rules(objects, "plans")).containsExactlyInAnyOrderElementsOf(ON_JOBS);
    assertThat(rules(objects, "sites")).containsExactlyInAnyOrderElementsOf(ON_JOBS);
    assertThat(rules(objects, "home")).containsExactlyInAnyOrderElementsOf(AT_HOME);
    assertThat(Charts.of(Role.class, objects)).hasSize(3);
  }

  @Test
  void an_operator_with_a_certificate_from_elsewhere_sees_no_secret() {
    List<HasMetadata> objects =
        HELM.objects(Release.groma("home", "report: {existingSecret: report-tls}"));

    assertThat(rules(objects, "home")).noneMatch(rule -> rule.startsWith("secrets"));
  }

  @Test
  void a_confined_bridge_may_do_this_and_nothing_else() {
    List<HasMetadata> objects =
        HELM.objects(
            Release.groma(
                "home",
                "{watchNamespaces: [plans, sites], rbac: {aggregateClusterRoles: false},"
                    + " bridge: {enabled: true, credentialsSecrets: [sqs-keys]}}"));
    List<HasMetadata> bridges =
        objects.stream().filter(it -> it.getMetadata().getName().contains("-bridge")).toList();

    assertThat(clusterRules(bridges)).containsExactly("namespaces [plans, sites]: get");
    for (String namespace : List.of("plans", "sites")) {
      assertThat(rules(bridges, namespace))
          .containsExactlyInAnyOrder(
              "groma.dev/layoutqueues: get, list, watch",
              "groma.dev/layoutqueues/status: update",
              "groma.dev/layoutjobs: create, delete, get, list, patch, watch",
              "configmaps: create, delete, get, list, update",
              "secrets [sqs-keys]: get");
    }
    assertThat(rules(bridges, "home"))
        .containsExactlyInAnyOrder(
            "coordination.k8s.io/leases: create",
            "coordination.k8s.io/leases [groma-bridge]: get, patch, update");
  }

  @Test
  void a_bridge_without_secrets_of_queues_sees_none() {
    List<HasMetadata> objects =
        HELM.objects(
            Release.groma(
                "home", "{report: {existingSecret: report-tls}, bridge: {enabled: true}}"));

    assertThat(clusterRules(objects)).noneMatch(rule -> rule.startsWith("secrets"));
    assertThat(rules(objects, "home")).noneMatch(rule -> rule.startsWith("secrets"));
  }

  @ParameterizedTest
  @MethodSource("dev.groma.charts.Charts#sets")
  void every_right_is_the_operators_or_the_bridges_and_runners_have_none(String set) {
    List<HasMetadata> objects = HELM.objects(Charts.release(set));
    String start = set.equals("everything") ? "geometry-" : "groma-";

    assertThat(subjects(objects))
        .isNotEmpty()
        .allSatisfy(subject ->
            assertThat(subject)
                .isIn(
                    new Subject(null, "ServiceAccount", start + "operator", "groma-system"),
                    new Subject(null, "ServiceAccount", start + "bridge", "groma-system")));
  }

  @ParameterizedTest
  @MethodSource("dev.groma.charts.Charts#sets")
  void every_role_is_bound_or_aggregated(String set) {
    List<HasMetadata> objects = HELM.objects(Charts.release(set));
    List<String> bound =
        Stream.concat(
                Charts.of(RoleBinding.class, objects).map(RoleBinding::getRoleRef),
                Charts.of(ClusterRoleBinding.class, objects).map(ClusterRoleBinding::getRoleRef))
            .map(ref -> ref.getKind() + " " + ref.getName())
            .toList();

    assertThat(objects)
        .filteredOn(object -> object instanceof Role || object instanceof ClusterRole)
        .filteredOn(object ->
            object.getMetadata().getLabels().keySet().stream()
                .noneMatch(label -> label.startsWith("rbac.authorization.k8s.io/aggregate-to-")))
        .extracting(object -> object.getKind() + " " + object.getMetadata().getName())
        .isSubsetOf(bound);
  }

  @Test
  void viewers_read_and_editors_write_layout_jobs_but_only_admins_write_layout_queues() {
    List<HasMetadata> objects = HELM.objects(Release.groma("home", ""));
    String all = "create, delete, deletecollection, get, list, patch, update, watch";

    for (String role : List.of("view", "edit", "admin")) {
      assertThat(aggregated(objects, role))
          .containsExactlyInAnyOrder(
              "groma.dev/layoutjobs: " + (role.equals("view") ? "get, list, watch" : all),
              "groma.dev/layoutjobs/status: get",
              "groma.dev/layoutqueues: " + (role.equals("admin") ? all : "get, list, watch"),
              "groma.dev/layoutqueues/status: get");
    }
  }

  @ParameterizedTest
  @MethodSource("dev.groma.charts.Charts#sets")
  void no_account_hands_out_its_token_unasked(String set) {
    assertThat(Charts.of(ServiceAccount.class, HELM.objects(Charts.release(set))))
        .isNotEmpty()
        .allMatch(account -> Boolean.FALSE.equals(account.getAutomountServiceAccountToken()));
  }

  private static List<String> plus(List<String> rules, String rule) {
    return Stream.concat(rules.stream(), Stream.of(rule)).toList();
  }

  private static List<String> clusterRules(List<HasMetadata> objects) {
    return Charts.of(ClusterRole.class, objects)
        .flatMap(role -> role.getRules().stream())
        .flatMap(ChartRightsTest::lines)
        .toList();
  }

  private static List<String> aggregated(List<HasMetadata> objects, String to) {
    return Charts.of(ClusterRole.class, objects)
        .filter(role ->
            "true"
                .equals(
                    role.getMetadata()
                        .getLabels()
                        .get("rbac.authorization.k8s.io/aggregate-to-" + to)))
        .flatMap(role -> role.getRules().stream())
        .flatMap(ChartRightsTest::lines)
        .toList();
  }

  private static List<String> rules(List<HasMetadata> objects, String namespace) {
    return Charts.of(Role.class, objects)
        .filter(role -> namespace.equals(role.getMetadata().getNamespace()))
        .flatMap(role -> role.getRules().stream())
        .flatMap(ChartRightsTest::lines)
        .toList();
  }

  /** One for each resource of a rule, {@code group/resource [names]: verbs}. */
  private static Stream<String> lines(PolicyRule rule) {
    String names =
        rule.getResourceNames().isEmpty()
            ? ""
            : " [" + String.join(", ", rule.getResourceNames()) + "]";
    return rule.getApiGroups().stream()
        .flatMap(group ->
            rule.getResources().stream()
                .map(resource ->
                    (group.isEmpty() ? "" : group + "/")
                        + resource
                        + names
                        + ": "
                        + String.join(", ", rule.getVerbs())));
  }

  private static List<Subject> subjects(List<HasMetadata> objects) {
    return Stream.concat(
            Charts.of(RoleBinding.class, objects).flatMap(it -> it.getSubjects().stream()),
            Charts.of(ClusterRoleBinding.class, objects).flatMap(it -> it.getSubjects().stream()))
        .toList();
  }
}
