package dev.groma.operator.layoutjob;

import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.runner.JobReference;
import dev.groma.operator.attempt.AttemptLabels;
import dev.groma.operator.attempt.RunnerJob;
import dev.groma.operator.attempt.RunnerPod;
import dev.groma.operator.layoutjob.Snapshot.Sight;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Makes snapshots of the cluster's objects. */
final class Observer {

  private Observer() {}

  /**
   * A snapshot of a LayoutJob and of those objects that are its own: names and labels can be
   * anyone's, so the controlling owner decides.
   */
  static Snapshot snapshot(
      LayoutJob primary, Collection<Job> jobs, Collection<Pod> pods, Sight sight) {
    ObjectMeta metadata = primary.getMetadata();
    JobReference reference =
        new JobReference(metadata.getNamespace(), metadata.getName(), metadata.getUid());
    Optional<Job> job = jobs.stream().filter(one -> isJobOf(one, reference)).findFirst();
    List<RunnerPod> own =
        pods.stream().filter(pod -> isPodOf(pod, reference, job)).map(RunnerPod::of).toList();
    return new Snapshot(
        reference,
        metadata.getGeneration() == null ? 0 : metadata.getGeneration(),
        Instant.parse(metadata.getCreationTimestamp()),
        Order.of(primary.getSpec()),
        primary.getStatus(),
        job.map(RunnerJob::of).orElse(null),
        own,
        sight);
  }

  /** Whether a Job is the one that the attempt needs and belongs to this LayoutJob. */
  static boolean isJobOf(Job job, JobReference reference) {
    return job.getMetadata().getName().equals(AttemptDecider.jobName(reference))
        && controller(job).filter(owner -> owner.getUid().equals(reference.uid())).isPresent();
  }

  private static boolean isPodOf(Pod pod, JobReference reference, Optional<Job> job) {
    boolean labelled =
        reference.uid().equals(pod.getMetadata().getLabels().get(AttemptLabels.LAYOUT_JOB_UID));
    return labelled
        && controller(pod)
            .filter(owner -> owner.getName().equals(AttemptDecider.jobName(reference)))
            .filter(owner ->
                job.map(one -> one.getMetadata().getUid().equals(owner.getUid())).orElse(true))
            .isPresent();
  }

  /** Who controls an object. */
  static Optional<OwnerReference> controller(HasMetadata object) {
    return object.getMetadata().getOwnerReferences().stream()
        .filter(owner -> Objects.equals(owner.getController(), true))
        .findFirst();
  }
}
