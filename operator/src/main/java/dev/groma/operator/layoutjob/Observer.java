package dev.groma.operator.layoutjob;

import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.layoutqueue.QueuedJob;
import dev.groma.api.runner.JobReference;
import dev.groma.operator.attempt.AttemptLabels;
import dev.groma.operator.attempt.AttemptName;
import dev.groma.operator.attempt.DigestAnnotation;
import dev.groma.operator.attempt.RunnerJob;
import dev.groma.operator.attempt.RunnerPod;
import dev.groma.operator.life.Attempt;
import dev.groma.operator.life.Defaults;
import dev.groma.operator.life.Order;
import dev.groma.operator.life.Reusable;
import dev.groma.operator.life.Snapshot;
import dev.groma.operator.life.Snapshot.Sight;
import dev.groma.operator.life.StoredResult;
import dev.groma.operator.life.Wishes;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes snapshots of the cluster's objects: of a LayoutJob and of those that are its own. Names and
 * labels can be anyone's, so the owner decides.
 *
 * @param defaults of whatever a spec leaves open
 */
record Observer(Defaults defaults) {

  /** The objects that claim to be a LayoutJob's own. */
  record Own(Collection<Job> jobs, Collection<Pod> pods, Collection<ConfigMap> configMaps) {}

  Snapshot snapshot(LayoutJob primary, Own objects, @Nullable Reusable reusable, Sight sight) {
    ObjectMeta metadata = primary.getMetadata();
    JobReference reference = reference(primary);
    return new Snapshot(
        reference,
        metadata.getGeneration() == null ? 0 : metadata.getGeneration(),
        Instant.parse(metadata.getCreationTimestamp()),
        Order.of(primary.getSpec(), defaults),
        wishes(primary),
        primary.getStatus(),
        attempts(reference, objects.jobs(), objects.pods()),
        objects.configMaps().stream()
            .filter(map -> isOwnedBy(map, reference))
            .flatMap(map -> result(map).stream())
            .toList(),
        reusable,
        sight);
  }

  private Wishes wishes(LayoutJob primary) {
    Wishes wishes = Wishes.of(primary.getSpec(), defaults.timeToLive());
    return label(primary, QueuedJob.QUEUE) == null ? wishes : wishes.ofQueue();
  }

  static JobReference reference(LayoutJob primary) {
    ObjectMeta metadata = primary.getMetadata();
    return new JobReference(metadata.getNamespace(), metadata.getName(), metadata.getUid());
  }

  private static List<Attempt> attempts(
      JobReference reference, Collection<Job> jobs, Collection<Pod> pods) {
    Map<Integer, Job> jobByAttempt = new TreeMap<>();
    for (Job job : jobs) {
      number(job)
          .filter(number -> isJobOf(job, reference, number))
          .ifPresent(number -> jobByAttempt.put(number, job));
    }
    Map<Integer, List<RunnerPod>> podsByAttempt =
        pods.stream()
            .filter(pod -> isPodOf(pod, reference, jobByAttempt))
            .collect(
                Collectors.groupingBy(
                    pod -> number(pod).orElseThrow(),
                    Collectors.mapping(RunnerPod::of, Collectors.toList())));
    TreeSet<Integer> numbers = new TreeSet<>(jobByAttempt.keySet());
    numbers.addAll(podsByAttempt.keySet());
    return numbers.stream()
        .map(number ->
            new Attempt(
                number,
                Optional.ofNullable(jobByAttempt.get(number)).map(RunnerJob::of).orElse(null),
                podsByAttempt.getOrDefault(number, List.of())))
        .toList();
  }

  /** Whether a Job is the one that an attempt needs and belongs to this LayoutJob. */
  static boolean isJobOf(Job job, JobReference reference, int attempt) {
    return job.getMetadata().getName().equals(name(reference, attempt))
        && controller(job).filter(owner -> owner.getUid().equals(reference.uid())).isPresent();
  }

  private static boolean isPodOf(Pod pod, JobReference reference, Map<Integer, Job> jobByAttempt) {
    boolean labelled =
        reference.uid().equals(pod.getMetadata().getLabels().get(AttemptLabels.LAYOUT_JOB_UID));
    Optional<Integer> number = number(pod);
    return labelled
        && number.isPresent()
        && controller(pod)
            .filter(owner -> owner.getName().equals(name(reference, number.get())))
            .filter(owner -> isSame(owner, jobByAttempt.get(number.get())))
            .isPresent();
  }

  private static boolean isSame(OwnerReference owner, @Nullable Job job) {
    return job == null || job.getMetadata().getUid().equals(owner.getUid());
  }

  private static String name(JobReference reference, int attempt) {
    return AttemptName.of(reference.name(), reference.uid(), attempt);
  }

  private static Optional<Integer> number(HasMetadata object) {
    String label = label(object, AttemptLabels.ATTEMPT);
    try {
      int number = label == null ? 0 : Integer.parseInt(label);
      return number < 1 ? Optional.empty() : Optional.of(number);
    } catch (NumberFormatException foreign) {
      return Optional.empty();
    }
  }

  private static @Nullable String label(HasMetadata object, String name) {
    Map<String, String> labels = object.getMetadata().getLabels();
    return labels == null ? null : labels.get(name);
  }

  private static Optional<StoredResult> result(ConfigMap map) {
    Map<String, String> annotations =
        Objects.requireNonNullElse(map.getMetadata().getAnnotations(), Map.of());
    Map<String, String> digests =
        annotations.entrySet().stream()
            .filter(entry -> entry.getKey().startsWith(DigestAnnotation.PREFIX))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return number(map)
        .map(number -> new StoredResult(map.getMetadata().getName(), number, digests));
  }

  private static boolean isOwnedBy(HasMetadata object, JobReference reference) {
    return object.getMetadata().getOwnerReferences().stream()
        .anyMatch(owner -> reference.uid().equals(owner.getUid()));
  }

  /** Who controls an object. */
  static Optional<OwnerReference> controller(HasMetadata object) {
    return object.getMetadata().getOwnerReferences().stream()
        .filter(owner -> Objects.equals(owner.getController(), true))
        .findFirst();
  }
}
