package dev.groma.bridge.jobs;

import dev.groma.api.layoutqueue.QueuedJob;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Map;
import java.util.Objects;

/** Which LayoutQueue. */
public record QueueKey(String namespace, String name) {

  /** Of a LayoutQueue. */
  public static QueueKey of(HasMetadata queue) {
    return new QueueKey(queue.getMetadata().getNamespace(), queue.getMetadata().getName());
  }

  /** That a job came out of, by its labels. */
  static QueueKey ofJob(HasMetadata job) {
    Map<String, String> labels =
        Objects.requireNonNullElse(job.getMetadata().getLabels(), Map.of());
    return new QueueKey(
        labels.getOrDefault(QueuedJob.QUEUE_NAMESPACE, job.getMetadata().getNamespace()),
        labels.getOrDefault(QueuedJob.QUEUE, ""));
  }

  @Override
  public String toString() {
    return namespace + "/" + name;
  }
}
