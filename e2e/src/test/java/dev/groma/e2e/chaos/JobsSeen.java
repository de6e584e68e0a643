package dev.groma.e2e.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.api.layoutjob.LayoutJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** Every Job that has ever been in a namespace, as last seen. */
final class JobsSeen implements AutoCloseable {

  private static final String ATTEMPT = "groma.dev/attempt";

  private final Map<String, Job> byUid = new ConcurrentHashMap<>();
  private final SharedIndexInformer<Job> informer;

  JobsSeen(KubernetesClient client, String namespace) {
    informer =
        client
            .batch()
            .v1()
            .jobs()
            .inNamespace(namespace)
            .inform(
                new ResourceEventHandler<>() {
                  @Override
                  public void onAdd(Job job) {
                    byUid.put(job.getMetadata().getUid(), job);
                  }

                  @Override
                  public void onUpdate(Job old, Job job) {
                    byUid.put(job.getMetadata().getUid(), job);
                  }

                  @Override
                  public void onDelete(Job job, boolean stateUnknown) {
                    byUid.put(job.getMetadata().getUid(), job);
                  }
                });
  }

  /** The Jobs that a LayoutJob has had, by attempt. */
  List<Job> of(LayoutJob owner) {
    return byUid.values().stream()
        .filter(job ->
            job.getMetadata().getOwnerReferences().stream()
                .anyMatch(reference -> reference.getUid().equals(owner.getMetadata().getUid())))
        .sorted(Comparator.comparing(JobsSeen::attempt))
        .toList();
  }

  /**
   * Checks that the attempts of a job had one Job each and came one after the other.
   *
   * @param attempts how many there must have been
   */
  void assertOneForEachAttempt(LayoutJob owner, int attempts) {
    List<Job> jobs = of(owner);
    String name = owner.getMetadata().getName();
    assertThat(jobs.stream().map(JobsSeen::attempt))
        .as("the attempts of the Jobs of " + name)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, attempts).boxed().toList());
    for (int i = 1; i < jobs.size(); i++) {
      Job later = jobs.get(i);
      finished(jobs.get(i - 1))
          .ifPresent(end ->
              assertThat(Instant.parse(later.getMetadata().getCreationTimestamp()))
                  .as("%s: the start of attempt %d", name, attempt(later))
                  .isAfterOrEqualTo(end));
    }
  }

  private static int attempt(Job job) {
    return Integer.parseInt(job.getMetadata().getLabels().get(ATTEMPT));
  }

  private static Optional<Instant> finished(Job job) {
    return job.getStatus().getConditions().stream()
        .filter(condition ->
            List.of("Complete", "Failed").contains(condition.getType())
                && condition.getStatus().equals("True"))
        .map(condition -> Instant.parse(condition.getLastTransitionTime()))
        .findFirst();
  }

  @Override
  public void close() {
    informer.close();
  }
}
