package dev.groma.charts;

import dev.groma.cluster.ControlPlane;
import dev.groma.cluster.Kubeconfig;
import dev.groma.cluster.await.Await;
import dev.groma.cluster.charts.Helm;
import dev.groma.cluster.charts.Release;
import dev.groma.cluster.operator.OperatorProcess;
import dev.groma.cluster.operator.OperatorSettings;
import dev.groma.cluster.program.Output;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A control plane onto which helm has installed both charts. Every namespace enforces the
 * restricted Pod Security Standard. There is no node, so the operator is a process that takes its
 * rights and its settings from the Deployment.
 */
final class Installation implements AutoCloseable {

  static final String HOME = "groma-system";
  static final List<String> NAMESPACES = List.of(HOME, "plans", "sites");

  static final Release CRDS = new Release("groma-crds", "groma-crds", HOME, "");

  final ControlPlane cluster;
  final KubernetesClient client;
  private final Release groma;

  private Installation(Release groma) {
    this.groma = groma;
    cluster = ControlPlane.start();
    client = cluster.client();
    NAMESPACES.forEach(this::createNamespace);
  }

  /** Installs the CRDs and this release. */
  static Installation of(Release groma) {
    Installation made = new Installation(groma);
    made.helm("install", CRDS).success();
    made.helm("install", groma).success();
    return made;
  }

  private void createNamespace(String name) {
    client
        .resource(
            new NamespaceBuilder()
                .withNewMetadata()
                .withName(name)
                .addToLabels("pod-security.kubernetes.io/enforce", "restricted")
                .endMetadata()
                .build())
        .create();
    Await.until(
        "Pods to be possible in " + name,
        () -> client.serviceAccounts().inNamespace(name).withName("default").get() != null);
  }

  Output helm(String command, Release release, String... more) {
    return Helm.ofThisJvm().on(cluster.kubeconfig(), command, release, more);
  }

  Deployment deployment() {
    return client.apps().deployments().inNamespace(HOME).withName("groma-operator").require();
  }

  /** The user that the audit log knows the operator by. */
  static String user() {
    return "system:serviceaccount:" + HOME + ":groma-operator";
  }

  /**
   * Starts the operator as the Deployment says, but for the addresses, which are this machine's.
   */
  OperatorProcess start() {
    PodSpec pod = deployment().getSpec().getTemplate().getSpec();
    Map<String, String> environment =
        pod.getContainers().getFirst().getEnv().stream()
            .collect(Collectors.toMap(EnvVar::getName, EnvVar::getValue));
    Kubeconfig rights = cluster.kubeconfigOfServiceAccount(HOME, pod.getServiceAccountName());
    String port = Integer.toString(freePort());
    return OperatorProcess.start(
        new OperatorSettings(rights, environment, List.of("-Xmx256m"))
            .with("GROMA_REPORT_HOST", "127.0.0.1")
            .with("GROMA_REPORT_PORT", port)
            .with("GROMA_REPORT_URL", "https://127.0.0.1:" + port));
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Release release() {
    return groma;
  }

  @Override
  public void close() {
    cluster.close();
  }
}
