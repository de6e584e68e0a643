package dev.groma.bench.bridge;

import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.cluster.ControlPlane;
import dev.groma.cluster.operator.BridgeRights;
import io.fabric8.kubernetes.client.KubernetesClient;

/** Creates jobs with the rights of the bridge, and does nothing else about them. */
final class Creator implements AutoCloseable {

  private final String namespace;
  private final KubernetesClient client;

  Creator(ControlPlane cluster, String namespace) {
    this.namespace = namespace;
    this.client = BridgeRights.production(cluster, namespace).newClient(namespace);
  }

  /**
   * Creates a job.
   *
   * @param spec as JSON
   */
  void create(String name, String spec) {
    String manifest =
        ("{\"apiVersion\": \"groma.dev/v1alpha1\", \"kind\": \"LayoutJob\", \"metadata\":"
                + " {\"name\": \"%s\", \"namespace\": \"%s\"}, \"spec\": %s}")
            .formatted(name, namespace, spec);
    client
        .resource(client.getKubernetesSerialization().unmarshal(manifest, LayoutJob.class))
        .create();
  }

  @Override
  public void close() {
    client.close();
  }
}
