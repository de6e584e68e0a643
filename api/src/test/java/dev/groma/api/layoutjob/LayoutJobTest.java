package dev.groma.api.layoutjob;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import org.junit.jupiter.api.Test;

class LayoutJobTest {

  private final KubernetesSerialization serialization = new KubernetesSerialization();

  private LayoutJob read(String spec, String status) {
    return serialization.unmarshal(
        """
        {"apiVersion": "groma.dev/v1alpha1", "kind": "LayoutJob",
         "metadata": {"name": "a", "namespace": "n"}, "spec": %s, "status": %s}
        """
            .formatted(spec, status),
        LayoutJob.class);
  }

  @Test
  void a_job_is_read_as_it_was_written() {
    LayoutJob job =
        read(
            """
            {"roomDetection": {"walls": {"inline": "{}"}, "unit": "cm", "snapTolerance": 1.5}}
            """,
            """
            {"phase": "Running", "attempts": 1, "runner": {"jobName": "a-1", "attempt": 1}}
            """);

    LayoutJob again = serialization.unmarshal(serialization.asJson(job), LayoutJob.class);

    assertThat(again.getSpec()).isEqualTo(job.getSpec());
    assertThat(again.getStatus()).isEqualTo(job.getStatus());
    assertThat(job.getSpec().roomDetection().unit()).isEqualTo(LengthUnit.CENTIMETRE);
    assertThat(job.getStatus().phase()).isEqualTo(Phase.RUNNING);
  }

  @Test
  void a_spec_that_does_not_fit_says_why_and_spoils_nothing_else() {
    LayoutJob job =
        read(
            """
            {"roomDetection": {"walls": {"inline": "{}"}, "unit": "furlong"}}
            """,
            """
            {"phase": "Succeeded"}
            """);

    assertThat(job.getSpec().unreadable()).contains("furlong");
    assertThat(job.getStatus().phase()).isEqualTo(Phase.SUCCEEDED);
  }

  @Test
  void a_status_that_does_not_fit_says_why() {
    LayoutJob job =
        read(
            """
            {"roomDetection": {"walls": {"inline": "{}"}}}
            """,
            """
            {"phase": "Melted"}
            """);

    assertThat(job.getSpec().unreadable()).isNull();
    assertThat(job.getStatus().unreadable()).contains("Melted");
  }

  @Test
  void members_of_a_newer_version_are_passed_over() {
    LayoutJob job =
        read(
            """
            {"roomDetection": {"walls": {"inline": "{}"}}, "newer": true}
            """,
            """
            {"phase": "Running", "newer": {"x": 1}}
            """);

    assertThat(job.getSpec().unreadable()).isNull();
    assertThat(job.getStatus().unreadable()).isNull();
  }

  @Test
  void an_engine_block_is_taken_apart_into_inputs_and_parameters() {
    LayoutJob job =
        read(
            """
            {"roomDetection": {"walls": {"inline": "{}"}, "unit": "ft", "doorGapMax": 3}}
            """,
            "null");

    EngineBlock block = EngineBlock.of(job.getSpec());

    assertThat(block.engine()).isEqualTo("roomDetection");
    assertThat(block.parameters().toString()).isEqualTo("{\"unit\":\"ft\",\"doorGapMax\":3.0}");
    assertThat(block.inputs())
        .containsExactly(new EngineBlock.NamedInput("walls", InputSource.ofInline("{}")));
  }
}
