package dev.groma.operator;

import dev.groma.cluster.ControlPlane;
import dev.groma.cluster.Kubeconfig;
import dev.groma.cluster.SourceTree;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBinding;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBuilder;
import io.fabric8.kubernetes.api.model.rbac.Subject;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The operator's rights as production grants them, for one namespace. */
public final class Rbac {

  private static final Path FILE =
      SourceTree.root().resolve("operator/src/main/kubernetes/rbac.yaml");
  private static final String NAME = "groma-operator";
  private static final String SYSTEM = "groma-system";

  private Rbac() {}

  /** Everything of {@code rbac.yaml}: the kubeconfig is that of its ServiceAccount. */
  public static Kubeconfig install(ControlPlane cluster) {
    KubernetesClient admin = cluster.client();
    admin
        .resource(new NamespaceBuilder().withNewMetadata().withName(SYSTEM).endMetadata().build())
        .serverSideApply();
    objects(admin).forEach(object -> admin.resource(object).serverSideApply());
    return cluster.kubeconfigOfServiceAccount(SYSTEM, NAME);
  }

  /**
   * A ServiceAccount in the namespace that has there what {@code rbac.yaml} grants: as if the
   * operator lived in this namespace and watched no other.
   */
  public static Kubeconfig grant(ControlPlane cluster, String namespace) {
    KubernetesClient admin = cluster.client();
    admin
        .resource(
            new ServiceAccountBuilder()
                .withNewMetadata()
                .withName(NAME)
                .withNamespace(namespace)
                .endMetadata()
                .build())
        .serverSideApply();
    objects(admin).stream()
        .flatMap(object -> confined(object, namespace))
        .forEach(object -> admin.resource(object).serverSideApply());
    return cluster.kubeconfigOfServiceAccount(namespace, NAME);
  }

  private static Stream<HasMetadata> confined(HasMetadata object, String namespace) {
    return switch (object) {
      case ClusterRole role -> Stream.of(role);
      case ClusterRoleBinding binding when binding.getMetadata().getName().equals(NAME) ->
          Stream.of(
              new RoleBindingBuilder()
                  .withNewMetadata()
                  .withName(NAME)
                  .withNamespace(namespace)
                  .endMetadata()
                  .withRoleRef(binding.getRoleRef())
                  .withSubjects(account(namespace))
                  .build());
      case ClusterRoleBinding binding ->
          Stream.of(
              new ClusterRoleBindingBuilder()
                  .withNewMetadata()
                  .withName(binding.getMetadata().getName() + "-" + namespace)
                  .endMetadata()
                  .withRoleRef(binding.getRoleRef())
                  .withSubjects(account(namespace))
                  .build());
      case Role role ->
          Stream.of(
              new RoleBuilder(role).editMetadata().withNamespace(namespace).endMetadata().build());
      case RoleBinding binding ->
          Stream.of(
              new RoleBindingBuilder(binding)
                  .editMetadata()
                  .withNamespace(namespace)
                  .endMetadata()
                  .withSubjects(account(namespace))
                  .build());
      default -> Stream.of();
    };
  }

  private static Subject account(String namespace) {
    return new Subject("", "ServiceAccount", NAME, namespace);
  }

  /** The user that the audit log knows the operator of a namespace by. */
  public static String user(String namespace) {
    return "system:serviceaccount:" + namespace + ":" + NAME;
  }

  private static List<HasMetadata> objects(KubernetesClient client) {
    try (InputStream text = Files.newInputStream(FILE)) {
      return client.load(text).items();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
