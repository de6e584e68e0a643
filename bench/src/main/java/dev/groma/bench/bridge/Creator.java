package dev.groma.bench.bridge;

import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.layoutjob.LayoutJobSpec;
import dev.groma.api.layoutqueue.QueuedJob;
import dev.groma.cluster.ControlPlane;
import dev.groma.cluster.operator.BridgeRights;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.UUID;

/** Creates jobs with the rights of the bridge, and does nothing else about them. */
final class Creator implements AutoCloseable {

  private static final String NO_MESSAGE = new UUID(0, 0).toString();

  private final String namespace;
  private final KubernetesClient client;

  Creator(ControlPlane cluster, String namespace) {
    this.namespace = namespace;
    this.client = BridgeRights.production(cluster, namespace).newClient(namespace);
  }

  /**
   * Creates a job with such labels and annotations as the bridge gives to its own: they cost the
   * API server, too.
   *
   * @param spec as JSON
   */
  void create(String name, String spec) {
    LayoutJob job = new LayoutJob();
    job.setMetadata(
        new ObjectMetaBuilder()
            .withNamespace(namespace)
            .withName(name)
            .addToLabels(QueuedJob.QUEUE, "jobs")
            .addToLabels(QueuedJob.QUEUE_NAMESPACE, namespace)
            .addToAnnotations(QueuedJob.REQUEST_KEY, name)
            .addToAnnotations(QueuedJob.CONTENT_HASH, "0".repeat(64))
            .addToAnnotations(QueuedJob.MESSAGE_ID, NO_MESSAGE)
            .build());
    job.setSpec(client.getKubernetesSerialization().unmarshal(spec, LayoutJobSpec.class));
    client.resource(job).create();
  }

  @Override
  public void close() {
    client.close();
  }
}
