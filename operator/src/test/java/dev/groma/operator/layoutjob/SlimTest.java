package dev.groma.operator.layoutjob;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.kubernetes.SlimStore;
import dev.groma.operator.Assignments;
import dev.groma.operator.LayoutJobs;
import dev.groma.operator.TestOperator;
import dev.groma.operator.attempt.RunnerJob;
import dev.groma.operator.attempt.RunnerPod;
import dev.groma.operator.life.World;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The caches hold what is looked at and nothing else. */
class SlimTest {

  private static final String LONG = "x".repeat(100_000);

  @Test
  void a_job_is_read_the_same_without_its_template() {
    Job job = job();

    Job slim = Slim.job(job);

    assertThat(RunnerJob.of(slim)).isEqualTo(RunnerJob.of(job));
    assertThat(AttemptSources.layoutJob(slim))
        .isEqualTo(AttemptSources.layoutJob(job))
        .isNotEmpty();
    assertThat(slim.getMetadata().getOwnerReferences())
        .isEqualTo(job.getMetadata().getOwnerReferences());
    assertThat(Serialization.asJson(slim)).hasSizeLessThan(2_000);
  }

  @Test
  void a_pod_is_read_the_same_without_its_containers_and_inputs() {
    Pod pod =
        new PodBuilder()
            .withNewMetadataLike(job().getSpec().getTemplate().getMetadata())
            .withName("flat-1-a")
            .withUid("uid-a")
            .withCreationTimestamp(World.START.toString())
            .endMetadata()
            .withNewSpecLike(job().getSpec().getTemplate().getSpec())
            .withNodeName("node-1")
            .endSpec()
            .build();

    Pod slim = Slim.pod(pod);

    assertThat(RunnerPod.of(slim)).isEqualTo(RunnerPod.of(pod));
    assertThat(AttemptSources.layoutJob(slim))
        .isEqualTo(AttemptSources.layoutJob(pod))
        .isNotEmpty();
    assertThat(slim.getMetadata().getLabels()).isEqualTo(pod.getMetadata().getLabels());
    assertThat(Serialization.asJson(slim)).hasSizeLessThan(2_000);
  }

  @Test
  void a_config_map_keeps_the_digests_and_drops_the_artifacts() {
    ConfigMap map =
        new ConfigMapBuilder()
            .withNewMetadata()
            .withName("flat-result")
            .addToAnnotations("groma.dev/layoutjob", "flat")
            .addToAnnotations("groma.dev/digest.rooms.geojson", "ab")
            .addToAnnotations("kubectl.kubernetes.io/last-applied-configuration", LONG)
            .endMetadata()
            .addToData("rooms.geojson", LONG)
            .addToBinaryData("plan.png", LONG)
            .build();

    ConfigMap slim = Slim.configMap(map);

    assertThat(slim.getMetadata().getAnnotations())
        .isEqualTo(Map.of("groma.dev/layoutjob", "flat", "groma.dev/digest.rooms.geojson", "ab"));
    assertThat(Serialization.asJson(slim)).hasSizeLessThan(500);
  }

  @Test
  void a_store_slims_what_is_put_into_it() {
    SlimStore<Job> store = new SlimStore<>(Slim::job);
    Job job = job();

    store.put(store.getKey(job), job);

    assertThat(store.size()).isEqualTo(1);
    assertThat(store.keySet()).containsExactly("plans/flat-3dc6f38e-1");
    assertThat(store.values()).containsExactly(Slim.job(job));
    assertThat(store.get("plans/flat-3dc6f38e-1")).isEqualTo(Slim.job(job));
    assertThat(store.remove("plans/flat-3dc6f38e-1")).isNotNull();
    assertThat(store.get("plans/flat-3dc6f38e-1")).isNull();
  }

  private static Job job() {
    return new JobBuilder(
            TestOperator.manifest().of(Assignments.of(World.FLAT, 1, LayoutJobs.inline(LONG))))
        .editMetadata()
        .withUid("job-uid")
        .withCreationTimestamp(World.START.toString())
        .endMetadata()
        .withNewStatus()
        .addNewCondition()
        .withType("Failed")
        .withStatus("True")
        .withReason("BackoffLimitExceeded")
        .withLastTransitionTime(World.START.toString())
        .endCondition()
        .endStatus()
        .build();
  }
}
