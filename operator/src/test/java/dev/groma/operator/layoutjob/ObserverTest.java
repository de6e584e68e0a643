package dev.groma.operator.layoutjob;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.operator.LayoutJobs;
import dev.groma.operator.TestOperator;
import dev.groma.operator.attempt.AttemptManifest;
import dev.groma.operator.attempt.RunnerPod;
import dev.groma.operator.layoutjob.Snapshot.Sight;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ObserverTest {

  private static final String TIME = World.START.toString();

  private final LayoutJob flat = layoutJob();
  private final Job job = job();

  @Test
  void what_belongs_to_the_attempt_is_seen() {
    Snapshot seen = snapshot(List.of(job), List.of(pod("a", job)));

    assertThat(seen.reference()).isEqualTo(World.FLAT);
    assertThat(seen.generation()).isEqualTo(1);
    assertThat(seen.createdAt()).isEqualTo(World.START);
    assertThat(Objects.requireNonNull(seen.job()).name()).isEqualTo(World.JOB_NAME);
    assertThat(seen.pods()).extracting(RunnerPod::name).containsExactly("a");
  }

  @Test
  void a_job_of_another_owner_is_not_seen_whatever_its_labels() {
    Job foreign = job();
    foreign.getMetadata().getOwnerReferences().getFirst().setUid("other");

    assertThat(snapshot(List.of(foreign), List.of()).job()).isNull();
  }

  @Test
  void a_job_that_is_merely_referred_to_is_not_seen() {
    Job guest = job();
    guest.getMetadata().getOwnerReferences().getFirst().setController(false);

    assertThat(snapshot(List.of(guest), List.of()).job()).isNull();
  }

  @Test
  void a_pod_of_an_earlier_job_of_that_name_is_not_seen_beside_the_present_one() {
    Job earlier = job();
    earlier.getMetadata().setUid("earlier");

    assertThat(snapshot(List.of(job), List.of(pod("a", earlier))).pods()).isEmpty();
  }

  @Test
  void a_pod_whose_job_is_gone_is_seen() {
    assertThat(snapshot(List.of(), List.of(pod("a", job))).pods()).hasSize(1);
  }

  @Test
  void a_pod_with_copied_labels_is_not_seen() {
    Pod copy = pod("a", job);
    copy.getMetadata().setOwnerReferences(List.of());

    assertThat(snapshot(List.of(job), List.of(copy)).pods()).isEmpty();
  }

  private Snapshot snapshot(List<Job> jobs, List<Pod> pods) {
    return Observer.snapshot(flat, jobs, pods, new Sight.Cached());
  }

  private static LayoutJob layoutJob() {
    LayoutJob job = new LayoutJob();
    job.setMetadata(
        new ObjectMetaBuilder()
            .withNamespace(World.FLAT.namespace())
            .withName(World.FLAT.name())
            .withUid(World.FLAT.uid())
            .withGeneration(1L)
            .withCreationTimestamp(TIME)
            .build());
    job.setSpec(LayoutJobs.inline(LayoutJobs.WALLS));
    return job;
  }

  private static Job job() {
    Decision decision = Decider.decide(World.empty().snapshot(), Timing.usual(), World.START);
    Order.Runnable order = ((Decision.CreateJob) decision).order();
    Job job =
        new AttemptManifest(TestOperator.settings())
            .of(World.FLAT, 1, order.block(), order.correlationId());
    job.getMetadata().setUid("job-uid");
    job.getMetadata().setCreationTimestamp(TIME);
    return job;
  }

  private static Pod pod(String name, Job owner) {
    return new PodBuilder()
        .withMetadata(
            new ObjectMetaBuilder(owner.getSpec().getTemplate().getMetadata())
                .withName(name)
                .withUid("uid-" + name)
                .withCreationTimestamp(TIME)
                .addNewOwnerReference()
                .withApiVersion("batch/v1")
                .withKind("Job")
                .withName(owner.getMetadata().getName())
                .withUid(owner.getMetadata().getUid())
                .withController(true)
                .endOwnerReference()
                .build())
        .withSpec(owner.getSpec().getTemplate().getSpec())
        .build();
  }
}
