package dev.groma.operator.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.groma.api.layoutjob.InputSource;
import dev.groma.api.layoutjob.LayoutJobSpec;
import dev.groma.cluster.junit.GoldenFile;
import dev.groma.operator.Assignments;
import dev.groma.operator.LayoutJobs;
import dev.groma.operator.TestOperator;
import dev.groma.operator.life.World;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AttemptManifestYamlTest {

  private static final String GOLDEN = "operator/src/test/resources/dev/groma/operator/attempt/";

  /** Where the API server stops; apimachinery's TotalAnnotationSizeLimitB. */
  private static final int ANNOTATIONS_MAX_BYTES = 256 * 1024;

  @Test
  void an_inline_input_travels_as_an_annotation_of_its_own() {
    Job job = manifest(TestOperator.settings(), 1, LayoutJobs.inline(LayoutJobs.WALLS));

    GoldenFile.inTree(GOLDEN + "job-inline.yaml").assertIs(Serialization.asYaml(job));
  }

  @Test
  void everything_that_a_spec_and_the_settings_can_say_reaches_the_pod() {
    PodSettings settings =
        new PodSettings(
            "runner:2",
            "IfNotPresent",
            List.of("registry-key"),
            "runner",
            Duration.ofSeconds(5),
            Quantity.parse("1"),
            Quantity.parse("4Gi"),
            Quantity.parse("2Gi"),
            Quantity.parse("1Gi"),
            new S3Settings(
                Optional.of("https://object-store:9000"),
                Optional.of("eu-central-1"),
                true,
                Optional.of("s3-credentials")));

    Job job =
        manifest(
            settings,
            3,
            LayoutJobs.read(
                """
                roomDetection: {walls: {configMap: {name: site-plans, key: ground-floor.json}}}
                seed: 42
                output: {s3: {bucket: plans, prefix: ridge/}}
                execution:
                  resources: {requests: {cpu: 500m, memory: 512Mi}, limits: {cpu: "2"}}
                  priorityClassName: low
                  runtimeClassName: gvisor
                  queueName: geometry
                  nodeSelector: {disk: fast}
                  tolerations:
                  - {key: spot, operator: Exists, effect: NoSchedule}
                """));

    GoldenFile.inTree(GOLDEN + "job-everything.yaml").assertIs(Serialization.asYaml(job));
  }

  @Test
  void the_submitters_trace_is_a_variable_of_the_runner() {
    Assignment plain = Assignments.of(World.FLAT, 1, LayoutJobs.inline(LayoutJobs.WALLS));
    Assignment traced =
        new Assignment(
            plain.owner(),
            plain.attempt(),
            plain.block(),
            plain.seed(),
            plain.output(),
            plain.limits(),
            plain.execution(),
            plain.correlationId(),
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");

    assertThat(environment(plain)).isEmpty();
    assertThat(environment(traced))
        .extracting(EnvVar::getName, EnvVar::getValue)
        .containsExactly(
            tuple("TRACEPARENT", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"));
  }

  private static List<EnvVar> environment(Assignment assignment) {
    return TestOperator.manifest(TestOperator.settings())
        .of(assignment)
        .getSpec()
        .getTemplate()
        .getSpec()
        .getContainers()
        .getFirst()
        .getEnv();
  }

  @Test
  void the_longest_inline_input_fits_into_the_annotations_whatever_its_characters() {
    // A quote would take two bytes if it stood inside JSON.
    LayoutJobSpec spec = LayoutJobs.inline("\"".repeat(InputSource.INLINE_MAX_BYTES));
    Map<String, String> annotations =
        manifest(TestOperator.settings(), 1, spec)
            .getSpec()
            .getTemplate()
            .getMetadata()
            .getAnnotations();

    int bytes =
        annotations.entrySet().stream()
            .mapToInt(entry ->
                (entry.getKey() + entry.getValue()).getBytes(StandardCharsets.UTF_8).length)
            .sum();
    assertThat(bytes).isLessThan(ANNOTATIONS_MAX_BYTES - 16 * 1024);
  }

  private static Job manifest(PodSettings settings, int attempt, LayoutJobSpec spec) {
    return TestOperator.manifest(settings).of(Assignments.of(World.FLAT, attempt, spec));
  }
}
