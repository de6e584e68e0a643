package dev.groma.operator.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.groma.api.layoutjob.EngineBlock;
import dev.groma.api.layoutjob.InputSource;
import dev.groma.api.layoutjob.LayoutJobSpec;
import dev.groma.api.runner.JobReference;
import dev.groma.api.runner.RunnerContract;
import dev.groma.api.runner.RunnerRequest;
import dev.groma.operator.GoldenFile;
import dev.groma.operator.LayoutJobs;
import dev.groma.operator.TestOperator;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AttemptManifestYamlTest {

  private static final JobReference FLAT =
      new JobReference("plans", "flat", "3dc6f38e-1111-4222-8333-444444444444");

  /** Where the API server stops; apimachinery's TotalAnnotationSizeLimitB. */
  private static final int ANNOTATIONS_MAX_BYTES = 256 * 1024;

  @Test
  void an_inline_input_travels_as_an_annotation_of_its_own() {
    Job job = manifest(TestOperator.settings(), LayoutJobs.inline(LayoutJobs.WALLS));

    GoldenFile.of("attempt/job-inline.yaml").assertIs(Serialization.asYaml(job));
  }

  @Test
  void a_config_map_is_mounted_beside_the_request() {
    PodSettings settings =
        new PodSettings(
            "runner:2",
            "IfNotPresent",
            List.of("registry-key"),
            Duration.ofSeconds(5),
            Quantity.parse("1"),
            Quantity.parse("4Gi"),
            Quantity.parse("2Gi"),
            Quantity.parse("1Gi"));

    Job job = manifest(settings, LayoutJobs.configMap("site-plans", "ground-floor.json"));

    GoldenFile.of("attempt/job-config-map.yaml").assertIs(Serialization.asYaml(job));
  }

  @Test
  void the_request_is_the_contracts_and_names_the_inputs_files() throws JsonProcessingException {
    Map<String, String> annotations = annotations(LayoutJobs.inline(LayoutJobs.WALLS));

    RunnerRequest request =
        RunnerContract.mapper()
            .readValue(annotations.get("groma.dev/request"), RunnerRequest.class);

    assertThat(request.job()).isEqualTo(FLAT);
    assertThat(request.attempt()).isEqualTo(1);
    assertThat(request.engine()).isEqualTo("roomDetection");
    assertThat(request.parameters().get("snapTolerance").doubleValue()).isEqualTo(0.05);
    assertThat(request.parameters().has("walls")).isFalse();
    assertThat(request.inputs())
        .singleElement()
        .hasToString("RequestInput[name=walls, path=inputs/walls]");
    assertThat(request.correlationId()).isEqualTo("order-17");
  }

  @Test
  void the_longest_inline_input_fits_into_the_annotations_whatever_its_characters() {
    // A quote would take two bytes if it stood inside JSON.
    Map<String, String> annotations =
        annotations(LayoutJobs.inline("\"".repeat(InputSource.INLINE_MAX_BYTES)));

    int bytes =
        annotations.entrySet().stream()
            .mapToInt(entry ->
                (entry.getKey() + entry.getValue()).getBytes(StandardCharsets.UTF_8).length)
            .sum();
    assertThat(bytes).isLessThan(ANNOTATIONS_MAX_BYTES - 16 * 1024);
  }

  private static Map<String, String> annotations(LayoutJobSpec spec) {
    return manifest(TestOperator.settings(), spec)
        .getSpec()
        .getTemplate()
        .getMetadata()
        .getAnnotations();
  }

  private static Job manifest(PodSettings settings, LayoutJobSpec spec) {
    return new AttemptManifest(settings).of(FLAT, 1, EngineBlock.of(spec), spec.correlationId());
  }
}
