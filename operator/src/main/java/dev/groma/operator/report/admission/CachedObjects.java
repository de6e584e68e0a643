package dev.groma.operator.report.admission;

import dev.groma.api.layoutjob.LayoutJob;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.javaoperatorsdk.operator.Operator;
import io.javaoperatorsdk.operator.processing.Controller;
import io.javaoperatorsdk.operator.processing.event.EventSourceManager;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.Cache;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Asks the caches of the reconciler, which cost nothing. The SDK fills them on every replica, also
 * where another one reconciles; before the operator has started they are empty.
 */
public final class CachedObjects implements AttemptObjects {

  private final Supplier<Operator> operator;

  /**
   * Asks the caches of an operator.
   *
   * @param operator asked for with each question: it is put together after the endpoint
   */
  public CachedObjects(Supplier<Operator> operator) {
    this.operator = operator;
  }

  @Override
  public Optional<Pod> pod(String namespace, String name) {
    return secondary(Pod.class, namespace, name);
  }

  @Override
  public Optional<Job> job(String namespace, String name) {
    return secondary(Job.class, namespace, name);
  }

  @Override
  public Optional<LayoutJob> layoutJob(String namespace, String name) {
    return sources()
        .map(EventSourceManager::getControllerEventSource)
        .flatMap(cache -> cache.get(new ResourceID(name, namespace)).stream())
        .findFirst();
  }

  private <T extends HasMetadata> Optional<T> secondary(
      Class<T> type, String namespace, String name) {
    return sources()
        .flatMap(sources -> sources.getEventSourcesFor(type).stream())
        .filter(Cache.class::isInstance)
        .flatMap(source -> ((Cache<?>) source).get(new ResourceID(name, namespace)).stream())
        .map(type::cast)
        .findFirst();
  }

  @SuppressWarnings("unchecked")
  private Stream<EventSourceManager<LayoutJob>> sources() {
    Operator asked = operator.get();
    if (!asked.getRuntimeInfo().isStarted()) {
      return Stream.of();
    }
    return asked.getRegisteredControllers().stream()
        .filter(Controller.class::isInstance)
        .map(Controller.class::cast)
        .filter(one -> one.getConfiguration().getResourceClass().equals(LayoutJob.class))
        .map(one -> ((Controller<LayoutJob>) one).getEventSourceManager());
  }
}
