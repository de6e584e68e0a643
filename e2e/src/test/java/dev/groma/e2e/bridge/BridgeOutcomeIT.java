package dev.groma.e2e.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.layoutqueue.LayoutQueueStatus;
import dev.groma.cluster.await.Await;
import dev.groma.cluster.packaged.PackagedProgram;
import dev.groma.runner.deadletter.QueueException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How those hear of a job's end who are to hear of it. */
class BridgeOutcomeIT extends BridgeArenaTest {

  @Test
  void who_asked_is_told_how_the_job_ended_once_it_is_recorded() {
    URI replies = arena.queues.mq().createQueue("replies", Map.of());
    arena.consume("\"replies\": {\"allowed\": [\"%s\"]}".formatted(replies));
    PackagedProgram first = arena.start();
    arena.queues.send(
        arena.queue,
        Requests.request(1),
        Map.of("replyTo", replies.toString(), "correlationId", "survey-7"));
    LayoutJob job = arena.awaitJobs(1).getFirst();
    arena.awaitEmpty();
    assertThat(arena.queues.depth(replies)).isZero();

    arena.end(job, "Succeeded");

    JsonNode reply = arena.awaitMessages(replies, 1).getFirst();
    JsonNode event = body(reply);
    assertThat(event.path("specversion").asText()).isEqualTo("1.0");
    assertThat(event.path("id").asText()).isEqualTo(job.getMetadata().getUid() + ".Succeeded.1");
    assertThat(event.path("type").asText()).isEqualTo("dev.groma.layoutjob.succeeded");
    assertThat(event.path("correlationid").asText()).isEqualTo("survey-7");
    assertThat(event.path("data").path("requestKey").asText()).isEqualTo("order-1");
    awaitTold(job);
    first.kill();
    arena.start();
    arena.queues.send(arena.queue, Requests.request(2), Map.of("replyTo", replies.toString()));
    LayoutJob second =
        arena.awaitJobs(2).stream()
            .filter(it -> !it.getMetadata().getUid().equals(job.getMetadata().getUid()))
            .findFirst()
            .orElseThrow();
    arena.end(second, "Failed");
    assertThat(arena.awaitMessages(replies, 1))
        .extracting(it -> body(it).path("id").asText())
        .containsExactly(second.getMetadata().getUid() + ".Failed.1");
  }

  @Test
  void a_reply_to_a_queue_that_is_not_allowed_is_refused() {
    arena.consume("");
    arena.start();
    arena.queues.send(arena.queue, Requests.request(1), Map.of("replyTo", "https://elsewhere/q"));
    arena.awaitEmpty();

    assertThat(arena.jobs()).isEmpty();
    assertThat(arena.queues.drain(arena.deadLetters))
        .extracting(it -> Queues.attribute(it, "failureReason"))
        .containsExactly("ReplyNotAllowed");
  }

  @Test
  void on_completed_a_message_stays_in_flight_until_its_job_has_ended() {
    arena.consume(
        "\"acknowledge\": \"OnCompleted\", \"heartbeatSeconds\": 2,"
            + " \"receive\": {\"visibilitySeconds\": 10}, \"deadLetter\": {\"onJobFailure\": true}");
    arena.start();
    arena.send(Requests.request(1));
    arena.send(Requests.request(2));
    List<LayoutJob> jobs = arena.awaitJobs(2);
    // Longer than messages are hidden: the heartbeat keeps them.
    Await.until(
        "more time than visibility gives",
        () ->
            Instant.parse(jobs.getFirst().getMetadata().getCreationTimestamp())
                .plusSeconds(14)
                .isBefore(Instant.now()));
    LayoutQueueStatus status =
        arena.awaitStatus("two received", it -> it.received() != null && it.received() >= 2);
    assertThat(status.received()).isEqualTo(2);
    assertThat(arena.queues.depth(arena.queue)).isEqualTo(2);

    arena.end(jobs.get(0), "Succeeded");
    arena.end(jobs.get(1), "Failed");

    arena.awaitEmpty();
    JsonNode dead = arena.queues.drain(arena.deadLetters).getFirst();
    assertThat(Queues.attribute(dead, "failureReason")).isEqualTo("JobFailed");
    assertThat(Queues.attribute(dead, "failureDetail")).contains("InvalidInput: no walls");
  }

  @Test
  void a_failed_jobs_request_goes_to_the_dead_letters_where_that_is_wished_for() {
    arena.consume("\"deadLetter\": {\"onJobFailure\": true}");
    arena.start();
    String id = arena.send(Requests.request(1));
    LayoutJob job = arena.awaitJobs(1).getFirst();
    arena.awaitEmpty();

    arena.end(job, "Failed");

    JsonNode dead = arena.awaitMessages(arena.deadLetters, 1).getFirst();
    assertThat(Queues.attribute(dead, "failureReason")).isEqualTo("JobFailed");
    assertThat(Queues.attribute(dead, "originalMessageId")).isEqualTo(id);
    assertThat(body(dead).path("spec").path("idempotencyKey").asText()).isEqualTo("order-1");
  }

  @Test
  void requests_of_failed_jobs_sent_back_by_groma_or_by_aws_are_the_same_whatever_was_filled_in()
      throws QueueException {
    arena.consume(
        "\"deadLetter\": {\"onJobFailure\": true}, \"jobs\": {\"ttlSecondsAfterFinished\": 86400,"
            + " \"output\": {\"s3\": {\"bucket\": \"results\"}}, \"execution\": {\"timeoutSeconds\": 60}}");
    arena.start();
    arena.send(Requests.request(1));
    arena.send(Requests.event("shop", "7", 4));
    arena.awaitJobs(2).forEach(job -> arena.end(job, "Failed"));
    Await.until("two letters; " + arena.logs(), () -> arena.queues.depth(arena.deadLetters) == 2);

    arena.queues.redriveOne(arena.deadLetters);
    arena.queues.moveAll(arena.deadLetters);

    arena.awaitStatus("two duplicates", it -> it.duplicate() != null && it.duplicate() == 2);
    arena.awaitEmpty();
    assertThat(arena.queues.depth(arena.deadLetters)).isZero();
    assertThat(arena.jobsByKey()).isEqualTo(Map.of("order-1", 1, "event=shop 7", 1));
  }

  private static JsonNode body(JsonNode message) {
    return Requests.read(message.path("Body").asText());
  }

  private void awaitTold(LayoutJob job) {
    Await.until(
        "the mark that it was told",
        () ->
            arena.jobs().stream()
                .filter(it -> it.getMetadata().getUid().equals(job.getMetadata().getUid()))
                .anyMatch(
                    it -> it.getMetadata().getAnnotations().containsKey("groma.dev/outcome-told")));
  }
}
