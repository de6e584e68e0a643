package dev.groma.operator.layoutjob;

import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.kubernetes.SlimStore;
import dev.groma.operator.attempt.AttemptLabels;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.informers.cache.ItemStore;
import io.javaoperatorsdk.operator.api.config.informer.InformerEventSourceConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The caches of Jobs, Pods and results, which also call the operator when one of them changes. They
 * keep what the operator looks at and drop the rest: a Job repeats its inputs, a ConfigMap holds
 * the artifacts.
 */
final class AttemptSources {

  /**
   * Objects in a page of a list. Without a limit the client asks for "any version", which after a
   * restart may be older than what this operator has written itself; with one it asks for the
   * newest.
   */
  static final long LIST_LIMIT = 500;

  /** Name of the source of Jobs. */
  static final String JOBS = "jobs";

  /** Name of the source of Pods. */
  static final String PODS = "pods";

  /** Name of the source of ConfigMaps with results. */
  static final String RESULTS = "results";

  private AttemptSources() {}

  static List<EventSource<?, LayoutJob>> of(EventSourceContext<LayoutJob> context) {
    return List.of(
        source(Job.class, JOBS, new SlimStore<>(Slim::job), context),
        source(Pod.class, PODS, new SlimStore<>(Slim::pod), context),
        source(ConfigMap.class, RESULTS, new SlimStore<>(Slim::configMap), context));
  }

  private static <T extends HasMetadata> EventSource<T, LayoutJob> source(
      Class<T> type, String name, ItemStore<T> store, EventSourceContext<LayoutJob> context) {
    return new InformerEventSource<>(
        InformerEventSourceConfiguration.from(type, LayoutJob.class)
            .withName(name)
            .withLabelSelector(AttemptLabels.LAYOUT_JOB_UID)
            .withInformerListLimit(LIST_LIMIT)
            .withItemStore(store)
            .withSecondaryToPrimaryMapper(AttemptSources::layoutJob)
            .build(),
        context);
  }

  /** Which LayoutJob an object belongs to. */
  static Set<ResourceID> layoutJob(HasMetadata object) {
    Map<String, String> annotations = object.getMetadata().getAnnotations();
    String name = annotations == null ? null : annotations.get(AttemptLabels.LAYOUT_JOB);
    return name == null
        ? Set.of()
        : Set.of(new ResourceID(name, object.getMetadata().getNamespace()));
  }
}
