package dev.groma.e2e.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.cluster.ControlPlane;
import dev.groma.cluster.local.ProcessPods;
import dev.groma.cluster.operator.OperatorProcess;
import dev.groma.cluster.operator.OperatorRights;
import dev.groma.cluster.operator.OperatorSettings;
import dev.groma.cluster.operator.PackagedRunner;
import dev.groma.cluster.packaged.PackagedProgram;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The submitter's own name for a request, and its trace, on their way from message to reply. */
class BridgeTraceIT extends BridgeArenaTest {

  private static final String CORRELATION = "survey-7";
  private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

  @Test
  void they_are_in_the_job_the_pod_the_reply_and_all_lines_that_three_programs_log() {
    ControlPlane cluster = arena.cluster;
    String own = arena.namespace;
    try (ProcessPods pods = ProcessPods.start(cluster, own, List.of(PackagedRunner.image()));
        OperatorProcess operator =
            OperatorProcess.start(
                OperatorSettings.of(OperatorRights.production(cluster, own), own))) {
      URI replies = arena.queues.mq().createQueue("replies", Map.of());
      arena.consume("\"replies\": {\"url\": \"%s\"}".formatted(replies));
      PackagedProgram bridge = arena.start();
      arena.queues.send(
          arena.queue,
          Requests.request(1),
          Map.of(
              "correlationId", CORRELATION, "traceparent", TRACE, "replyTo", replies.toString()));

      JsonNode reply =
          Requests.read(arena.awaitMessages(replies, 1).getFirst().path("Body").asText());
      LayoutJob job = arena.jobs().getFirst();
      String name = job.getMetadata().getName();
      Pod pod = cluster.client().pods().inNamespace(own).list().getItems().getFirst();
      Container runner = pod.getSpec().getContainers().getFirst();

      assertThat(job.getSpec().correlationId()).isEqualTo(CORRELATION);
      assertThat(job.getMetadata().getAnnotations()).containsEntry("groma.dev/traceparent", TRACE);
      assertThat(runner.getEnv())
          .contains(new EnvVarBuilder().withName("TRACEPARENT").withValue(TRACE).build());
      assertThat(pods.log(own, pod.getMetadata().getName(), runner.getName()).lines())
          .hasSizeGreaterThan(1)
          .map(Requests::read)
          .allSatisfy(BridgeTraceIT::assertNamed);
      assertThat(operator.log().lines().filter(line -> line.contains(name)))
          .isNotEmpty()
          .map(line -> Requests.read(line).path("mdc"))
          .allSatisfy(BridgeTraceIT::assertNamed);
      assertThat(bridge.log().lines().filter(line -> line.contains(name)))
          .hasSize(2)
          .map(line -> Requests.read(line).path("mdc"))
          .allSatisfy(BridgeTraceIT::assertNamed);
      assertThat(reply.path("correlationid").asText()).isEqualTo(CORRELATION);
      assertThat(reply.path("traceparent").asText()).isEqualTo(TRACE);
    }
  }

  private static void assertNamed(JsonNode fields) {
    assertThat(fields.path("correlationId").asText()).as(fields.toString()).isEqualTo(CORRELATION);
    assertThat(fields.path("traceparent").asText()).as(fields.toString()).isEqualTo(TRACE);
  }
}
