package dev.groma.bench.load;

import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.layoutjob.LayoutJobStatus;
import dev.groma.api.layoutjob.Phase;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Map;

/**
 * One way to run many jobs.
 *
 * @param <T> what is submitted
 */
interface Contender<T extends HasMetadata> {

  /** What is submitted. */
  Class<T> type();

  /** One of them. */
  T named(String name, String namespace);

  /** Whether it is over. */
  boolean isOver(T submitted);

  /** LayoutJobs with inline walls, whose answers go to S3. */
  static Contender<LayoutJob> layoutJobs(KubernetesClient client) {
    return new Contender<>() {
      @Override
      public Class<LayoutJob> type() {
        return LayoutJob.class;
      }

      @Override
      public LayoutJob named(String name, String namespace) {
        String manifest =
            """
            apiVersion: groma.dev/v1alpha1
            kind: LayoutJob
            metadata: {name: %s, namespace: %s}
            spec:
              roomDetection:
                walls:
                  inline: '{"walls": [{"type": "line", "start": [0, 0], "end": [4, 0]}]}'
              output: {s3: {bucket: results}}
            """
                .formatted(name, namespace);
        return client.getKubernetesSerialization().unmarshal(manifest, LayoutJob.class);
      }

      @Override
      public boolean isOver(LayoutJob submitted) {
        LayoutJobStatus status = submitted.getStatus();
        Phase phase = status == null ? null : status.phase();
        return phase != null && phase.terminal();
      }
    };
  }

  /** Plain Jobs after the pattern of one that the operator made. */
  static Contender<Job> plainJobs(Job pattern) {
    return new Contender<>() {
      @Override
      public Class<Job> type() {
        return Job.class;
      }

      @Override
      public Job named(String name, String namespace) {
        return new JobBuilder()
            .withNewMetadata()
            .withName(name)
            .withNamespace(namespace)
            .endMetadata()
            .withNewSpecLike(pattern.getSpec())
            .withSelector(null)
            .withManualSelector(null)
            .editTemplate()
            .editMetadata()
            .withLabels(Map.of())
            .endMetadata()
            .endTemplate()
            .endSpec()
            .build();
      }

      @Override
      public boolean isOver(Job submitted) {
        return submitted.getStatus() != null && submitted.getStatus().getCompletionTime() != null;
      }
    };
  }
}
