package dev.groma.operator.report.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.operator.report.admission.Verdict.Admitted;
import dev.groma.operator.report.admission.Verdict.Refused;
import dev.groma.operator.report.answer.Refusal;
import dev.groma.operator.report.caller.PodIdentity;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The chain from a caller's Pod to the LayoutJob, broken at each link. */
class VerdictTest {

  private static final AttemptPath PATH =
      new AttemptPath("plans", "flat", "job-uid", 1, ReportKind.PROGRESS);
  private static final PodIdentity CALLER = new PodIdentity("plans", "flat-1-x", "pod-uid");

  private final LayoutJob layoutJob = new LayoutJob();
  private final Job job = new Job();
  private final Pod pod = new Pod();

  @BeforeEach
  void complete() {
    layoutJob.setMetadata(new ObjectMetaBuilder().withName("flat").withUid("job-uid").build());
    job.setMetadata(
        labelled("flat-1", "batch-uid")
            .withOwnerReferences(owner(LayoutJob.API_VERSION, "LayoutJob", "flat", "job-uid"))
            .build());
    pod.setMetadata(
        labelled("flat-1-x", "pod-uid")
            .withOwnerReferences(owner("batch/v1", "Job", "flat-1", "batch-uid"))
            .build());
  }

  @Test
  void a_pod_of_the_first_attempt_is_let_in_before_there_is_a_status() {
    assertThat(verdict()).isEqualTo(new Admitted(layoutJob));
  }

  @Test
  void a_successor_of_the_pod_is_not_the_caller() {
    pod.getMetadata().setUid("other");

    assertRefused(Refusal.WrongPod);
  }

  @Test
  void an_owner_that_does_not_control_the_pod_does_not_count() {
    pod.getMetadata().getOwnerReferences().getFirst().setController(null);

    assertRefused(Refusal.WrongPod);
  }

  @Test
  void a_pod_of_something_else_than_a_job_is_refused() {
    pod.getMetadata().getOwnerReferences().getFirst().setKind("ReplicaSet");

    assertRefused(Refusal.WrongPod);
  }

  @Test
  void a_successor_of_the_job_is_not_the_pods() {
    job.getMetadata().setUid("other");

    assertRefused(Refusal.JobGone);
  }

  @Test
  void a_job_of_nobody_is_refused() {
    job.getMetadata().getOwnerReferences().getFirst().setController(false);

    assertRefused(Refusal.WrongPod);
  }

  @Test
  void a_job_of_the_layout_jobs_predecessor_is_refused() {
    job.getMetadata().getOwnerReferences().getFirst().setUid("other");

    assertRefused(Refusal.WrongPod);
  }

  @Test
  void a_job_of_another_kind_with_the_same_uid_is_refused() {
    job.getMetadata().getOwnerReferences().getFirst().setApiVersion("example.com/v1");

    assertRefused(Refusal.WrongPod);
  }

  @Test
  void labels_of_another_attempt_are_refused_on_pod_and_job() {
    pod.getMetadata().getLabels().put("groma.dev/attempt", "2");
    assertRefused(Refusal.WrongPod);

    complete();
    job.getMetadata().getLabels().put("groma.dev/attempt", "2");
    assertRefused(Refusal.WrongPod);
  }

  @Test
  void a_layout_job_that_is_being_deleted_is_gone() {
    layoutJob.getMetadata().setDeletionTimestamp("2026-11-25T12:00:00Z");

    assertRefused(Refusal.JobGone);
  }

  @Test
  void a_layout_job_of_another_uid_is_gone() {
    layoutJob.getMetadata().setUid("other");

    assertRefused(Refusal.JobGone);
  }

  private void assertRefused(Refusal refusal) {
    assertThat(verdict())
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(refusal));
  }

  private Verdict verdict() {
    return Verdict.of(
        PATH,
        CALLER,
        new AttemptObjects() {
          @Override
          public Optional<Pod> pod(String namespace, String name) {
            return Optional.of(pod);
          }

          @Override
          public Optional<Job> job(String namespace, String name) {
            return Optional.of(job);
          }

          @Override
          public Optional<LayoutJob> layoutJob(String namespace, String name) {
            return Optional.of(layoutJob);
          }
        });
  }

  private static ObjectMetaBuilder labelled(String name, String uid) {
    return new ObjectMetaBuilder()
        .withName(name)
        .withUid(uid)
        .addToLabels("groma.dev/layoutjob-uid", "job-uid")
        .addToLabels("groma.dev/attempt", "1");
  }

  private static OwnerReference owner(String apiVersion, String kind, String name, String uid) {
    return new OwnerReferenceBuilder()
        .withApiVersion(apiVersion)
        .withKind(kind)
        .withName(name)
        .withUid(uid)
        .withController(true)
        .build();
  }
}
