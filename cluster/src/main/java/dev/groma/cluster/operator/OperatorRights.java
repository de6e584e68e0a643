package dev.groma.cluster.operator;

import dev.groma.cluster.ControlPlane;
import dev.groma.cluster.Kubeconfig;
import dev.groma.cluster.charts.Helm;
import dev.groma.cluster.charts.Release;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBinding;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;

/** The rights that the chart gives the operator. */
public final class OperatorRights {

  private static final String SYSTEM = "groma-system";
  private static final String ACCOUNT = "groma-operator";
  private static final String VALUES = "rbac: {aggregateClusterRoles: false}\n";

  private OperatorRights() {}

  /**
   * Exactly what the chart grants an operator that lives in this namespace and watches no other.
   */
  public static Kubeconfig production(ControlPlane cluster, String namespace) {
    return grant(
        cluster,
        Release.groma(namespace, VALUES + "watchNamespaces: [%s]".formatted(namespace)),
        ACCOUNT);
  }

  /** Exactly what the chart grants an operator that watches all namespaces. */
  public static Kubeconfig everywhere(ControlPlane cluster) {
    cluster
        .client()
        .resource(new NamespaceBuilder().withNewMetadata().withName(SYSTEM).endMetadata().build())
        .serverSideApply();
    return grant(cluster, Release.groma(SYSTEM, VALUES), ACCOUNT);
  }

  /**
   * What {@link #production} grants but for the right to write a status, until it is granted the
   * rest: such an operator creates the Job and gets no further.
   */
  public static Kubeconfig withoutStatus(ControlPlane cluster, String namespace) {
    Kubeconfig all = production(cluster, namespace);
    cluster.client().rbac().roles().inNamespace(namespace).list().getItems().stream()
        .filter(role -> role.getRules().removeIf(OperatorRights::isAboutStatus))
        .forEach(role -> {
          role.getMetadata().setManagedFields(null);
          cluster.client().resource(role).serverSideApply();
        });
    return all;
  }

  private static boolean isAboutStatus(PolicyRule rule) {
    return rule.getResources().contains("layoutjobs/status");
  }

  /** The user that the audit log knows the production operator of a namespace by. */
  public static String productionUser(String namespace) {
    return "system:serviceaccount:" + namespace + ":" + ACCOUNT;
  }

  /** Applies the rights of a release, and returns those of one of its accounts. */
  static Kubeconfig grant(ControlPlane cluster, Release release, String account) {
    KubernetesClient admin = cluster.client();
    rights(release).forEach(object -> admin.resource(object).serverSideApply());
    return cluster.kubeconfigOfServiceAccount(release.namespace(), account);
  }

  private static List<HasMetadata> rights(Release release) {
    return Helm.ofThisJvm().objects(release).stream().filter(OperatorRights::isRight).toList();
  }

  private static boolean isRight(HasMetadata object) {
    return switch (object) {
      case ServiceAccount account -> true;
      case ClusterRole role -> true;
      case ClusterRoleBinding binding -> true;
      case Role role -> true;
      case RoleBinding binding -> true;
      default -> false;
    };
  }
}
