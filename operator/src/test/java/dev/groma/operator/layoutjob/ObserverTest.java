package dev.groma.operator.layoutjob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.operator.Assignments;
import dev.groma.operator.LayoutJobs;
import dev.groma.operator.TestOperator;
import dev.groma.operator.attempt.RunnerPod;
import dev.groma.operator.life.Attempt;
import dev.groma.operator.life.Snapshot;
import dev.groma.operator.life.Snapshot.Sight;
import dev.groma.operator.life.StoredResult;
import dev.groma.operator.life.World;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Names and labels can be anyone's: the owner decides what belongs to a job. */
class ObserverTest {

  private static final String TIME = World.START.toString();

  private final LayoutJob flat = layoutJob();
  private final Job job = job(1);

  @Test
  void what_belongs_to_the_attempt_is_seen() {
    Snapshot seen = snapshot(List.of(job), List.of(pod("a", job)));

    assertThat(seen.reference()).isEqualTo(World.FLAT);
    assertThat(seen.generation()).isEqualTo(1);
    assertThat(seen.createdAt()).isEqualTo(World.START);
    Attempt attempt = seen.attempts().getFirst();
    assertThat(attempt.number()).isEqualTo(1);
    assertThat(Objects.requireNonNull(attempt.job()).name()).isEqualTo("flat-3dc6f38e-1");
    assertThat(attempt.pods()).extracting(RunnerPod::name).containsExactly("a");
  }

  @Test
  void each_attempt_has_its_own_job_and_pods() {
    Job second = job(2);

    assertThat(snapshot(List.of(second, job), List.of(pod("a", job), pod("b", second))).attempts())
        .extracting(Attempt::number, attempt -> attempt.pods().getFirst().name())
        .containsExactly(tuple(1, "a"), tuple(2, "b"));
  }

  @Test
  void a_job_of_another_owner_is_not_seen_whatever_its_labels() {
    job.getMetadata().getOwnerReferences().getFirst().setUid("other");

    assertThat(snapshot(List.of(job), List.of()).attempts()).isEmpty();
  }

  @Test
  void a_job_that_is_merely_referred_to_is_not_seen() {
    job.getMetadata().getOwnerReferences().getFirst().setController(false);

    assertThat(snapshot(List.of(job), List.of()).attempts()).isEmpty();
  }

  @Test
  void a_job_whose_number_is_not_the_one_of_its_name_is_not_seen() {
    job.getMetadata().getLabels().put("groma.dev/attempt", "2");

    assertThat(snapshot(List.of(job), List.of()).attempts()).isEmpty();
  }

  @Test
  void a_number_that_is_none_is_not_seen() {
    job.getMetadata().getLabels().put("groma.dev/attempt", "first");

    assertThat(snapshot(List.of(job), List.of()).attempts()).isEmpty();
  }

  @Test
  void a_pod_of_an_earlier_job_of_that_name_is_not_seen_beside_the_present_one() {
    Job earlier = job(1);
    earlier.getMetadata().setUid("earlier");

    assertThat(snapshot(List.of(job), List.of(pod("a", earlier))).attempts())
        .singleElement()
        .satisfies(attempt -> assertThat(attempt.pods()).isEmpty());
  }

  @Test
  void a_pod_whose_job_is_gone_is_seen() {
    assertThat(snapshot(List.of(), List.of(pod("a", job))).attempts()).hasSize(1);
  }

  @Test
  void a_pod_with_copied_labels_is_not_seen() {
    Pod copy = pod("a", job);
    copy.getMetadata().setOwnerReferences(List.of());

    assertThat(snapshot(List.of(), List.of(copy)).attempts()).isEmpty();
  }

  @Test
  void a_config_map_of_the_job_is_a_result_with_its_digests() {
    assertThat(snapshot(result(World.FLAT.uid())).results())
        .containsExactly(
            new StoredResult("flat-result", 1, Map.of("groma.dev/digest.rooms.geojson", "ab")));
  }

  @Test
  void a_config_map_of_another_owner_is_none() {
    assertThat(snapshot(result("other")).results()).isEmpty();
  }

  @Test
  void a_job_of_a_queue_has_no_time_to_live_here_for_its_bridge_deletes_it() {
    flat.setSpec(LayoutJobs.spec("ttlSecondsAfterFinished: 60"));
    assertThat(snapshot(List.of(), List.of()).wishes().timeToLive())
        .isEqualTo(Duration.ofSeconds(60));

    flat.getMetadata().setLabels(Map.of("groma.dev/layout-queue", "plans"));

    assertThat(snapshot(List.of(), List.of()).wishes().timeToLive()).isNull();
  }

  private Snapshot snapshot(List<Job> jobs, List<Pod> pods) {
    return snapshot(new Observer.Own(jobs, pods, List.of()));
  }

  private Snapshot snapshot(ConfigMap map) {
    return snapshot(new Observer.Own(List.of(), List.of(), List.of(map)));
  }

  private Snapshot snapshot(Observer.Own objects) {
    return new Observer(World.DEFAULTS).snapshot(flat, objects, null, new Sight.Cached());
  }

  private static ConfigMap result(String owner) {
    return new ConfigMapBuilder()
        .withNewMetadata()
        .withName("flat-result")
        .addToLabels("groma.dev/attempt", "1")
        .addToAnnotations("groma.dev/layoutjob", "flat")
        .addToAnnotations("groma.dev/digest.rooms.geojson", "ab")
        .addNewOwnerReference()
        .withKind("LayoutJob")
        .withName("flat")
        .withUid(owner)
        .endOwnerReference()
        .endMetadata()
        .build();
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

  private static Job job(int attempt) {
    Job job =
        TestOperator.manifest()
            .of(Assignments.of(World.FLAT, attempt, LayoutJobs.inline(LayoutJobs.WALLS)));
    job.getMetadata().setUid("job-uid-" + attempt);
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
