package dev.groma.operator.layoutjob;

import dev.groma.api.runner.JobReference;
import dev.groma.operator.attempt.PodState;
import dev.groma.operator.attempt.RunnerJob;
import dev.groma.operator.attempt.RunnerPod;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import java.util.Optional;

/**
 * What components complain of about the object that keeps a job waiting: its Pod, or the Job that
 * has none.
 *
 * @param events of the namespace
 * @param reference of the LayoutJob
 */
record Complaints(Events events, JobReference reference) {

  /** The complaints, the newest first. */
  List<String> about(Observer.Own objects) {
    return waiting(objects).map(uid -> events.warnings(reference, uid)).orElse(List.of());
  }

  private static Optional<String> waiting(Observer.Own objects) {
    Optional<String> pod =
        objects.pods().stream()
            .map(RunnerPod::of)
            .filter(one -> one.state() instanceof PodState.Starting)
            .map(RunnerPod::uid)
            .findFirst();
    return pod.or(() ->
        objects.jobs().stream()
            .filter(job -> RunnerJob.of(job).end() == null)
            .filter(job ->
                objects.pods().stream().noneMatch(one -> isOf(one, job.getMetadata().getUid())))
            .map(job -> job.getMetadata().getUid())
            .findFirst());
  }

  private static boolean isOf(Pod pod, String jobUid) {
    return pod.getMetadata().getOwnerReferences().stream()
        .anyMatch(owner -> owner.getUid().equals(jobUid));
  }
}
