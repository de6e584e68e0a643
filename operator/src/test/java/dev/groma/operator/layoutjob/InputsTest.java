package dev.groma.operator.layoutjob;

import static dev.groma.cluster.scripted.PodMatchers.any;
import static dev.groma.cluster.scripted.Steps.exit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.api.layoutjob.Failure;
import dev.groma.api.layoutjob.InputSource;
import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.layoutjob.Phase;
import dev.groma.cluster.ControlPlane;
import dev.groma.cluster.junit.ClusterTest;
import dev.groma.cluster.junit.TestNamespace;
import dev.groma.operator.LayoutJobs;
import io.fabric8.kubernetes.api.model.ConfigMapProjection;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How inputs travel to the Pod through a real API server. */
@ClusterTest
class InputsTest {

  private OperatorFixture operator;
  private LayoutJobs jobs;

  @BeforeEach
  void start(ControlPlane cluster, TestNamespace namespace) {
    operator = OperatorFixture.start(cluster, namespace.name());
    jobs = operator.jobs;
  }

  @AfterEach
  void stop() {
    operator.close();
  }

  @Test
  void the_longest_inline_text_reaches_the_pod_unchanged() {
    String text = "\"".repeat(InputSource.INLINE_MAX_BYTES - 4) + "\n\té";
    LayoutJob job = jobs.create("flat", LayoutJobs.inline(text));

    jobs.await("flat", Phase.RUNNING);

    Pod pod = jobs.pods(job).getFirst();
    assertThat(pod.getMetadata().getAnnotations()).containsEntry("groma.dev/input.walls", text);
  }

  @Test
  void a_text_that_is_too_long_in_bytes_fails_without_a_job() {
    LayoutJob job =
        jobs.create("flat", LayoutJobs.inline("é".repeat(InputSource.INLINE_MAX_BYTES / 2 + 1)));

    Failure failure = Objects.requireNonNull(jobs.await("flat", Phase.FAILED).failure());

    assertThat(failure.reason()).isEqualTo("InputTooLarge");
    assertThat(failure.message()).contains("walls", "196610", "196608", "ConfigMap");
    assertThat(jobs.jobs(job)).isEmpty();
    assertThat(jobs.awaitEvents(job)).hasSize(1);
  }

  @Test
  void a_config_map_is_mounted() {
    LayoutJob job = jobs.create("flat", LayoutJobs.configMap("plans", "flat.json"));

    jobs.await("flat", Phase.RUNNING);

    assertThat(
            jobs.pods(job).getFirst().getSpec().getVolumes().getFirst().getProjected().getSources())
        .extracting(source -> source.getConfigMap())
        .filteredOn(Objects::nonNull)
        .singleElement()
        .returns("plans", ConfigMapProjection::getName);
  }

  @Test
  void a_name_of_the_greatest_length_runs() {
    String name = "a." + "b".repeat(251);
    LayoutJob job = jobs.create(name);

    jobs.await(name, Phase.RUNNING);
    operator.pods.now(any()).then(exit(65, ""));
    jobs.await(name, Phase.FAILED);

    assertThat(jobs.awaitEvents(job)).hasSize(1);
  }
}
