package dev.groma.cluster.operator;

import dev.groma.cluster.ControlPlane;
import dev.groma.cluster.Kubeconfig;
import dev.groma.cluster.SourceTree;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBuilder;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The rights of operator/src/main/kubernetes/rbac.yaml in one namespace, or fewer. */
public final class OperatorRights {

  private static final Path FILE = Path.of("operator/src/main/kubernetes/rbac.yaml");
  private static final String NAME = "groma-operator";
  private static final String SYSTEM = "groma-system";

  private OperatorRights() {}

  /** Exactly what production grants. */
  public static Kubeconfig production(ControlPlane cluster, String namespace) {
    return grant(cluster, namespace, NAME, rule -> true);
  }

  /** Exactly what production grants, in all namespaces. */
  public static Kubeconfig everywhere(ControlPlane cluster) {
    KubernetesClient admin = cluster.client();
    admin
        .resource(new NamespaceBuilder().withNewMetadata().withName(SYSTEM).endMetadata().build())
        .serverSideApply();
    objects(admin).forEach(object -> admin.resource(object).serverSideApply());
    return cluster.kubeconfigOfServiceAccount(SYSTEM, NAME);
  }

  /** All but the right to write a status: whoever has these creates the Job and gets no further. */
  public static Kubeconfig withoutStatus(ControlPlane cluster, String namespace) {
    return grant(
        cluster,
        namespace,
        "no-status",
        rule -> !rule.getResources().contains("layoutjobs/status"));
  }

  /** The user that the audit log knows the production operator of a namespace by. */
  public static String productionUser(String namespace) {
    return "system:serviceaccount:" + namespace + ":" + NAME;
  }

  private static Kubeconfig grant(
      ControlPlane cluster, String namespace, String name, Predicate<PolicyRule> granted) {
    KubernetesClient admin = cluster.client();
    List<PolicyRule> rules =
        objects(admin).stream().flatMap(OperatorRights::rules).filter(granted).toList();
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

  private static List<HasMetadata> objects(KubernetesClient client) {
    try (InputStream text = Files.newInputStream(SourceTree.root().resolve(FILE))) {
      return client.load(text).items();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<PolicyRule> rules(HasMetadata object) {
    return switch (object) {
      case ClusterRole role -> role.getRules().stream();
      case Role role -> role.getRules().stream();
      default -> Stream.of();
    };
  }
}
