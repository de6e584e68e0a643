package dev.groma.operator.layoutjob;

import dev.groma.operator.attempt.AttemptLabels;
import dev.groma.operator.attempt.DigestAnnotation;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import java.util.LinkedHashMap;
import java.util.Map;

/** Objects without what the operator does not look at. */
final class Slim {

  private Slim() {}

  /** Without its template, which repeats request and inputs. */
  static Job job(Job job) {
    return new JobBuilder(job)
        .withMetadata(metadata(job.getMetadata()))
        .withNewSpec()
        .withSuspend(job.getSpec().getSuspend())
        .endSpec()
        .build();
  }

  /** Without what its container is made of. */
  static Pod pod(Pod pod) {
    return new PodBuilder(pod)
        .withMetadata(metadata(pod.getMetadata()))
        .withNewSpec()
        .withNodeName(pod.getSpec().getNodeName())
        .endSpec()
        .build();
  }

  /** Without the artifacts. */
  static ConfigMap configMap(ConfigMap map) {
    return new ConfigMapBuilder()
        .withApiVersion(map.getApiVersion())
        .withKind(map.getKind())
        .withMetadata(metadata(map.getMetadata()))
        .build();
  }

  private static ObjectMeta metadata(ObjectMeta metadata) {
    Map<String, String> kept = new LinkedHashMap<>();
    if (metadata.getAnnotations() != null) {
      metadata
          .getAnnotations()
          .forEach((key, value) -> {
            if (key.equals(AttemptLabels.LAYOUT_JOB) || key.startsWith(DigestAnnotation.PREFIX)) {
              kept.put(key, value);
            }
          });
    }
    return new ObjectMetaBuilder(metadata).withManagedFields().withAnnotations(kept).build();
  }
}
