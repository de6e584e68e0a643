package dev.groma.e2e.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.layoutqueue.LayoutQueueStatus;
import dev.groma.cluster.await.Await;
import dev.groma.cluster.packaged.PackagedProgram;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of messages when nothing breaks. */
class BridgeIT extends BridgeArenaTest {

  @Test
  void a_message_becomes_a_job_and_is_deleted_and_the_status_says_so() {
    arena.consume("\"jobs\": {\"execution\": {\"maxAttempts\": 2}}");
    PackagedProgram bridge = arena.start();
    String id =
        arena.queues.send(
            arena.queue,
            Requests.request(1),
            Map.of(
                "correlationId",
                "survey-7",
                "traceparent",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"));

    LayoutJob job = arena.awaitJobs(1).getFirst();
    arena.awaitEmpty();

    assertThat(job.getMetadata().getName()).matches("lj-[a-z2-7]{26}");
    assertThat(job.getMetadata().getLabels())
        .containsEntry("groma.dev/layout-queue", "jobs")
        .containsEntry("groma.dev/layout-queue-namespace", arena.namespace);
    assertThat(job.getMetadata().getAnnotations())
        .containsEntry("groma.dev/request-key", "order-1")
        .containsEntry("groma.dev/message-id", id)
        .containsEntry(
            "groma.dev/traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
    assertThat(job.getSpec().correlationId()).isEqualTo("survey-7");
    assertThat(job.getSpec().execution().maxAttempts()).isEqualTo(2);
    LayoutQueueStatus status =
        arena.awaitStatus("one job accepted", it -> it.accepted() != null && it.accepted() == 1);
    assertThat(status.conditions())
        .filteredOn(condition -> condition.status().equals("True"))
        .extracting(condition -> condition.type())
        .containsExactlyInAnyOrder("Receiving", "Ready");
    assertThat(status.received()).isEqualTo(1);
    assertThat(status.warnings()).isNull();
    assertThat(bridge.log()).contains("Polling " + arena.queue).contains("survey-7");
    assertThat(bridge.isLive()).isTrue();
    assertThat(bridge.metrics())
        .contains(
            "bridge_messages_total{outcome=\"accepted\",queue=\"%s/jobs\"} 1.0"
                .formatted(arena.namespace))
        .contains("bridge_dlq_messages{queue=\"%s/jobs\"} 0.0".formatted(arena.namespace));
  }

  @Test
  void the_same_request_twice_is_one_job_and_another_under_its_key_is_dead() {
    arena.consume("");
    arena.send(Requests.request("order-1", 4));
    arena.send(Requests.request("order-1", 4));
    arena.start();
    arena.awaitJobs(1);
    arena.awaitEmpty();
    String other = arena.send(Requests.request("order-1", 5));
    arena.awaitEmpty();

    assertThat(arena.jobs()).hasSize(1);
    JsonNode dead = arena.queues.drain(arena.deadLetters).getFirst();
    assertThat(Queues.attribute(dead, "failureReason")).isEqualTo("IdempotencyConflict");
    assertThat(Queues.attribute(dead, "originalMessageId")).isEqualTo(other);
    assertThat(dead.path("Body").asText()).isEqualTo(Requests.request("order-1", 5));
    LayoutQueueStatus status =
        arena.awaitStatus("all counted", it -> it.deadLettered() != null && it.deadLettered() == 1);
    assertThat(status.accepted()).isEqualTo(1);
    assertThat(status.duplicate()).isEqualTo(1);
    assertThat(status.rejected()).isEqualTo(1);
  }

  @Test
  void poison_is_dead_at_once_with_its_reason_and_holds_up_nobody() {
    arena.consume("\"engines\": [\"roomDetection\"]");
    arena.start();
    List<String> poison =
        List.of(
            "not json",
            "{\"siteFit\": {\"parcel\": {\"inline\": \"{}\"}}}",
            "{\"shape\": \"unknown\"}",
            "[" + "1,".repeat(250_000) + "1]");
    poison.forEach(arena::send);
    arena.send(
        "{\"Service\": \"Amazon S3\", \"Event\": \"s3:TestEvent\", \"Bucket\": \"uploads\"}");
    arena.send(Requests.request(1));

    arena.awaitJobs(1);
    arena.awaitEmpty();

    List<JsonNode> dead = arena.queues.drain(arena.deadLetters);
    assertThat(dead).extracting(it -> it.path("Body").asText()).hasSameElementsAs(poison);
    assertThat(dead)
        .allMatch(it -> !Queues.attribute(it, "failureReason").isEmpty())
        .allMatch(it -> !Queues.attribute(it, "failureDetail").isEmpty());
  }

  @Test
  void a_dead_letter_of_a_fifo_queue_keeps_what_its_sender_deduplicated_it_by() {
    URI fifo = arena.queues.mq().createQueueWithDeadLetters("ordered.fifo", 3);
    arena.consume("ordered", fifo, "");
    arena.start();
    String id = arena.queues.sendInOrder(fifo, "not json", "d-1");

    JsonNode dead =
        arena.awaitMessages(arena.queues.mq().deadLettersOf("ordered.fifo"), 1).getFirst();

    assertThat(Queues.attribute(dead, "originalMessageId")).isEqualTo(id);
    assertThat(Queues.attribute(dead, "originalDeduplicationId")).isEqualTo("d-1");
  }

  @Test
  void messages_stay_in_the_queue_while_enough_jobs_wait_and_while_it_is_suspended() {
    arena.consume("\"maxPendingJobs\": 3, \"receive\": {\"concurrency\": 1, \"batchSize\": 1}");
    arena.start();
    List<String> messages = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      messages.add(Requests.request(i));
    }
    arena.sendAll(messages);
    arena.awaitReason("TooManyPendingJobs");
    List<LayoutJob> first = arena.jobs();
    // One may be on its way when the third is seen.
    assertThat(first).hasSizeBetween(3, 4);

    first.forEach(job -> arena.end(job, "Succeeded"));
    Await.until("more jobs", () -> arena.jobs().size() >= first.size() + 3);
    arena.change("\"suspend\": true");
    arena.awaitReason("QueueSuspended");
    arena.change("\"suspend\": false, \"maxPendingJobs\": 500");
    arena.awaitJobs(8);
    arena.awaitEmpty();
  }
}
