package dev.groma.operator;

import dev.groma.cluster.ControlPlane;
import dev.groma.cluster.Kubeconfig;
import dev.groma.cluster.SourceTree;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

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

  /** A ServiceAccount in the namespace that has the ClusterRole of {@code rbac.yaml} there. */
  public static Kubeconfig grant(ControlPlane cluster, String namespace) {
    KubernetesClient admin = cluster.client();
    objects(admin).stream()
        .filter(ClusterRole.class::isInstance)
        .forEach(role -> admin.resource(role).serverSideApply());
    admin
        .resource(
            new ServiceAccountBuilder()
                .withNewMetadata()
                .withName(NAME)
                .withNamespace(namespace)
                .endMetadata()
                .build())
        .serverSideApply();
    admin
        .resource(
            new RoleBindingBuilder()
                .withNewMetadata()
                .withName(NAME)
                .withNamespace(namespace)
                .endMetadata()
                .withNewRoleRef("rbac.authorization.k8s.io", "ClusterRole", NAME)
                .addNewSubject("", "ServiceAccount", NAME, namespace)
                .build())
        .serverSideApply();
    return cluster.kubeconfigOfServiceAccount(namespace, NAME);
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
