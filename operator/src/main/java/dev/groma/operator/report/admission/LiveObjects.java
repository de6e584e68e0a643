package dev.groma.operator.report.admission;

import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.operator.report.answer.Refusal;
import dev.groma.operator.report.answer.RefusedException;
import dev.groma.operator.telemetry.OperatorMetrics;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.util.Optional;

/** Asks the API server, one GET for each object. */
public final class LiveObjects implements AttemptObjects {

  private final KubernetesClient client;
  private final OperatorMetrics metrics;

  /** Asks with this client, and counts it. */
  public LiveObjects(KubernetesClient client, OperatorMetrics metrics) {
    this.client = client;
    this.metrics = metrics;
  }

  @Override
  public Optional<Pod> pod(String namespace, String name) {
    return get(client.pods().inNamespace(namespace).withName(name));
  }

  @Override
  public Optional<Job> job(String namespace, String name) {
    return get(client.batch().v1().jobs().inNamespace(namespace).withName(name));
  }

  @Override
  public Optional<LayoutJob> layoutJob(String namespace, String name) {
    return get(client.resources(LayoutJob.class).inNamespace(namespace).withName(name));
  }

  private <T> Optional<T> get(Resource<T> resource) {
    metrics.lookedCloser();
    try {
      return Optional.ofNullable(resource.get());
    } catch (KubernetesClientException e) {
      throw new RefusedException(
          Refusal.Unavailable,
          "the operator cannot read the attempt's objects (HTTP %d)".formatted(e.getCode()),
          e);
    }
  }
}
