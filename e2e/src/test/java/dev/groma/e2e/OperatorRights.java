package dev.groma.e2e;

import dev.groma.cluster.ControlPlane;
import dev.groma.cluster.Kubeconfig;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBuilder;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Predicate;

/** The rights of operator/src/main/kubernetes/rbac.yaml in one namespace, or fewer. */
final class OperatorRights {

  private OperatorRights() {}

  /** Exactly what production grants. */
  static Kubeconfig production(ControlPlane cluster, String namespace) throws IOException {
    return grant(cluster, namespace, "groma-operator", rule -> true);
  }

  /** All but the right to write a status: whoever has these creates the Job and gets no further. */
  static Kubeconfig withoutStatus(ControlPlane cluster, String namespace) throws IOException {
    return grant(
        cluster,
        namespace,
        "no-status",
        rule -> !rule.getResources().contains("layoutjobs/status"));
  }

  /** The user that the audit log knows the production operator of a namespace by. */
  static String productionUser(String namespace) {
    return "system:serviceaccount:" + namespace + ":groma-operator";
  }

  private static Kubeconfig grant(
      ControlPlane cluster, String namespace, String name, Predicate<PolicyRule> granted)
      throws IOException {
    KubernetesClient admin = cluster.client();
    List<PolicyRule> rules = rules(admin).stream().filter(granted).toList();
    admin
        .resource(
            new ServiceAccountBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(namespace)
                .endMetadata()
                .build())
        .create();
    admin
        .resource(
            new RoleBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(namespace)
                .endMetadata()
                .withRules(rules)
                .build())
        .create();
    admin
        .resource(
            new RoleBindingBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(namespace)
                .endMetadata()
                .withNewRoleRef("rbac.authorization.k8s.io", "Role", name)
                .addNewSubject("", "ServiceAccount", name, namespace)
                .build())
        .create();
    admin
        .resource(
            new ClusterRoleBuilder()
                .withNewMetadata()
                .withName(namespace + "-" + name)
                .endMetadata()
                .withRules(rules.stream().filter(OperatorRights::isOfTheCluster).toList())
                .build())
        .create();
    admin
        .resource(
            new ClusterRoleBindingBuilder()
                .withNewMetadata()
                .withName(namespace + "-" + name)
                .endMetadata()
                .withNewRoleRef("rbac.authorization.k8s.io", "ClusterRole", namespace + "-" + name)
                .addNewSubject("", "ServiceAccount", name, namespace)
                .build())
        .create();
    return cluster.kubeconfigOfServiceAccount(namespace, name);
  }

  /** TokenReviews have no namespace that a right could be bound to. */
  private static boolean isOfTheCluster(PolicyRule rule) {
    return rule.getResources().contains("tokenreviews");
  }

  private static List<PolicyRule> rules(KubernetesClient client) throws IOException {
    try (InputStream text = Files.newInputStream(Layout.RBAC)) {
      return client.load(text).items().stream()
          .filter(ClusterRole.class::isInstance)
          .flatMap(role -> ((ClusterRole) role).getRules().stream())
          .toList();
    }
  }
}
