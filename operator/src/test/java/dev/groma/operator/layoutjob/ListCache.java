package dev.groma.operator.layoutjob;

import dev.groma.api.layoutjob.LayoutJob;
import io.javaoperatorsdk.operator.api.reconciler.IndexedResourceCache;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A cache of what a list holds, with the index of answers. */
record ListCache(List<LayoutJob> jobs) implements IndexedResourceCache<LayoutJob> {

  @Override
  public List<LayoutJob> byIndex(String name, String key) {
    return jobs.stream().filter(job -> ReusableAnswers.keys(job).contains(key)).toList();
  }

  @Override
  public Optional<LayoutJob> get(ResourceID id) {
    return jobs.stream().filter(job -> ResourceID.fromResource(job).equals(id)).findFirst();
  }

  @Override
  public Stream<ResourceID> keys() {
    return jobs.stream().map(ResourceID::fromResource);
  }

  @Override
  public Stream<LayoutJob> list(Predicate<LayoutJob> wanted) {
    return jobs.stream().filter(wanted);
  }

  @Override
  public Stream<LayoutJob> list(String namespace, Predicate<LayoutJob> wanted) {
    return list(wanted).filter(job -> job.getMetadata().getNamespace().equals(namespace));
  }
}
