package dev.groma.bench.bridge;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.cluster.ControlPlane;
import dev.groma.cluster.sqs.ElasticMq;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A namespace with a queue whose messages become jobs there. */
final class Intake {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String WALLS =
      "{\"walls\": [{\"type\": \"line\", \"start\": [0, 0], \"end\": [4, 0]}]}";

  private final ControlPlane cluster;
  private final ElasticMq mq;
  private final String namespace;
  private final URI queue;
  private int sent;

  Intake(ControlPlane cluster, ElasticMq mq, String namespace) {
    this.cluster = cluster;
    this.mq = mq;
    this.namespace = namespace;
    this.queue = mq.createQueueWithDeadLetters(namespace, 3);
  }

  /** Stores the LayoutQueue. */
  void consume() {
    String manifest =
        """
        apiVersion: groma.dev/v1alpha1
        kind: LayoutQueue
        metadata: {name: jobs, namespace: %s}
        spec:
          queue: {url: "%s", endpoint: "%s", region: elasticmq}
          maxPendingJobs: 100000
        """
            .formatted(namespace, queue, mq.endpoint());
    KubernetesClient client = cluster.client();
    client.load(new ByteArrayInputStream(manifest.getBytes(StandardCharsets.UTF_8))).create();
  }

  /** The same spec for the bridge and for the loop. */
  static ObjectNode spec(int number) {
    ObjectNode spec = JSON.createObjectNode().put("idempotencyKey", "order-" + number);
    spec.putObject("roomDetection").putObject("walls").put("inline", WALLS);
    return spec;
  }

  /** Sends so many messages, each a request of its own. */
  void send(int messages) {
    int last = sent + messages;
    while (sent < last) {
      ObjectNode batch = JSON.createObjectNode().put("QueueUrl", queue.toString());
      for (int i = 0; i < 10 && sent < last; i++) {
        batch
            .withArray("/Entries")
            .addObject()
            .put("Id", "m" + sent)
            .put("MessageBody", spec(sent).toString());
        sent++;
      }
      mq.call("SendMessageBatch", batch);
    }
  }

  /** The queue's URL. */
  String queue() {
    return queue.toString();
  }

  void deleteJobs() {
    cluster.client().resources(LayoutJob.class).inNamespace(namespace).delete();
  }
}
