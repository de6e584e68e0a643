package dev.groma.operator.report.admission;

import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.layoutjob.LayoutJobStatus;
import dev.groma.api.layoutjob.Phase;
import dev.groma.operator.attempt.AttemptLabels;
import dev.groma.operator.report.answer.Refusal;
import dev.groma.operator.report.caller.PodIdentity;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Whether a caller may report for an attempt. */
sealed interface Verdict {

  /**
   * It may.
   *
   * @param job whose current attempt it is
   */
  record Admitted(LayoutJob job) implements Verdict {}

  /**
   * It may not.
   *
   * @param refusal why
   * @param detail the same in words
   */
  record Refused(Refusal refusal, String detail) implements Verdict {}

  /** Decides by what the objects are now. */
  static Verdict of(AttemptPath path, PodIdentity caller, AttemptObjects objects) {
    if (!caller.namespace().equals(path.namespace())) {
      return new Refused(
          Refusal.WrongNamespace,
          "Pod %s/%s asks for a job of namespace %s"
              .formatted(caller.namespace(), caller.name(), path.namespace()));
    }
    Optional<Pod> pod =
        objects
            .pod(path.namespace(), caller.name())
            .filter(one -> one.getMetadata().getUid().equals(caller.uid()));
    if (pod.isEmpty()) {
      return wrongPod(path, caller, "it is gone");
    }
    if (!isLabelled(pod.get(), path)) {
      return wrongPod(path, caller, "its labels name another job or attempt, or none");
    }
    Optional<OwnerReference> jobOwner = controller(pod.get(), "batch/v1", "Job");
    if (jobOwner.isEmpty()) {
      return wrongPod(path, caller, "it belongs to no Job");
    }
    Optional<Job> job =
        objects
            .job(path.namespace(), jobOwner.get().getName())
            .filter(one -> one.getMetadata().getUid().equals(jobOwner.get().getUid()));
    if (job.isEmpty()) {
      return new Refused(
          Refusal.JobGone, "Job %s of this attempt is gone".formatted(jobOwner.get().getName()));
    }
    boolean ours =
        isLabelled(job.get(), path)
            && controller(job.get(), LayoutJob.API_VERSION, LayoutJob.KIND)
                .filter(owner -> owner.getUid().equals(path.uid()))
                .filter(owner -> owner.getName().equals(path.job()))
                .isPresent();
    return ours
        ? ofJob(path, objects.layoutJob(path.namespace(), path.job()))
        : wrongPod(path, caller, "its Job belongs to another LayoutJob");
  }

  private static Verdict ofJob(AttemptPath path, Optional<LayoutJob> found) {
    Optional<LayoutJob> job =
        found
            .filter(one -> one.getMetadata().getUid().equals(path.uid()))
            .filter(one -> one.getMetadata().getDeletionTimestamp() == null);
    if (job.isEmpty()) {
      return new Refused(Refusal.JobGone, "LayoutJob %s of this UID is gone".formatted(path.job()));
    }
    LayoutJobStatus status = job.get().getStatus();
    Phase phase = status == null ? null : status.phase();
    if (phase != null && phase.terminal()) {
      return new Refused(Refusal.JobOver, "LayoutJob %s has reached its end".formatted(path.job()));
    }
    int current = status == null || status.attempts() == null ? 1 : Math.max(1, status.attempts());
    return path.attempt() == current
        ? new Admitted(job.get())
        : new Refused(
            Refusal.OldAttempt,
            "this is attempt %d, the current one is %d".formatted(path.attempt(), current));
  }

  private static Refused wrongPod(AttemptPath path, PodIdentity caller, String why) {
    return new Refused(
        Refusal.WrongPod,
        "Pod %s is not of attempt %d at LayoutJob %s: %s"
            .formatted(caller.name(), path.attempt(), path.job(), why));
  }

  private static boolean isLabelled(HasMetadata object, AttemptPath path) {
    Map<String, String> labels =
        Objects.requireNonNullElse(object.getMetadata().getLabels(), Map.of());
    return path.uid().equals(labels.get(AttemptLabels.LAYOUT_JOB_UID))
        && Integer.toString(path.attempt()).equals(labels.get(AttemptLabels.ATTEMPT));
  }

  private static Optional<OwnerReference> controller(
      HasMetadata object, String apiVersion, String kind) {
    return object.getMetadata().getOwnerReferences().stream()
        .filter(owner -> Objects.equals(owner.getController(), true))
        .filter(owner -> apiVersion.equals(owner.getApiVersion()) && kind.equals(owner.getKind()))
        .findFirst();
  }
}
