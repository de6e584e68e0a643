package dev.groma.e2e.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.layoutqueue.LayoutQueueStatus;
import dev.groma.cluster.ControlPlane;
import dev.groma.cluster.await.Await;
import dev.groma.cluster.junit.ClusterTest;
import dev.groma.cluster.junit.TestNamespace;
import dev.groma.cluster.objectstore.ObjectStore;
import dev.groma.cluster.packaged.PackagedProgram;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a bridge does when nothing breaks. */
@ClusterTest
class BridgeIT {

  private BridgeArena arena;

  @BeforeEach
  void prepare(ControlPlane cluster, TestNamespace namespace) {
    arena = new BridgeArena(cluster, namespace.name());
  }

  @AfterEach
  void end() {
    arena.close();
  }

  @Test
  void a_message_becomes_a_job_and_is_deleted_and_the_status_says_so() {
    arena.consume("\"jobs\": {\"execution\": {\"maxAttempts\": 2}}");
    PackagedProgram bridge = arena.start();
    String id =
        arena.send(
            arena.queue,
            BridgeArena.request(1),
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
    arena.send(BridgeArena.request("order-1", 4));
    arena.send(BridgeArena.request("order-1", 4));
    arena.start();
    arena.awaitJobs(1);
    arena.awaitEmpty();
    String other = arena.send(BridgeArena.request("order-1", 5));
    arena.awaitEmpty();

    assertThat(arena.jobs()).hasSize(1);
    JsonNode dead = arena.drain(arena.deadLetters).getFirst();
    assertThat(BridgeArena.attribute(dead, "failureReason")).isEqualTo("IdempotencyConflict");
    assertThat(BridgeArena.attribute(dead, "originalMessageId")).isEqualTo(other);
    assertThat(dead.path("Body").asText()).isEqualTo(BridgeArena.request("order-1", 5));
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
    arena.send(BridgeArena.request(1));

    arena.awaitJobs(1);
    arena.awaitEmpty();

    List<JsonNode> dead = arena.drain(arena.deadLetters);
    assertThat(dead).extracting(it -> it.path("Body").asText()).hasSameElementsAs(poison);
    assertThat(dead)
        .allMatch(it -> !BridgeArena.attribute(it, "failureReason").isEmpty())
        .allMatch(it -> !BridgeArena.attribute(it, "failureDetail").isEmpty());
  }

  @Test
  void who_asked_is_told_how_the_job_ended_once_it_is_recorded() {
    URI replies = arena.mq.createQueue("replies", Map.of());
    arena.consume("\"replies\": {\"allowed\": [\"%s\"]}".formatted(replies));
    PackagedProgram first = arena.start();
    arena.send(
        arena.queue,
        BridgeArena.request(1),
        Map.of("replyTo", replies.toString(), "correlationId", "survey-7"));
    LayoutJob job = arena.awaitJobs(1).getFirst();
    arena.awaitEmpty();
    assertThat(arena.depth(replies)).isZero();

    arena.end(job, "Succeeded");

    JsonNode reply = awaitReplies(replies, 1).getFirst();
    JsonNode event = read(reply.path("Body").asText());
    assertThat(event.path("specversion").asText()).isEqualTo("1.0");
    assertThat(event.path("id").asText()).isEqualTo(job.getMetadata().getUid() + ".Succeeded.1");
    assertThat(event.path("type").asText()).isEqualTo("dev.groma.layoutjob.succeeded");
    assertThat(event.path("correlationid").asText()).isEqualTo("survey-7");
    assertThat(event.path("data").path("requestKey").asText()).isEqualTo("order-1");
    awaitTold(job);
    first.kill();
    arena.start();
    arena.send(arena.queue, BridgeArena.request(2), Map.of("replyTo", replies.toString()));
    LayoutJob second =
        arena.awaitJobs(2).stream()
            .filter(it -> !it.getMetadata().getUid().equals(job.getMetadata().getUid()))
            .findFirst()
            .orElseThrow();
    arena.end(second, "Failed");
    assertThat(awaitReplies(replies, 1))
        .extracting(it -> read(it.path("Body").asText()).path("id").asText())
        .containsExactly(second.getMetadata().getUid() + ".Failed.1");
  }

  @Test
  void a_reply_to_a_queue_that_is_not_allowed_is_refused() {
    arena.consume("");
    arena.start();
    arena.send(arena.queue, BridgeArena.request(1), Map.of("replyTo", "https://elsewhere/q"));
    arena.awaitEmpty();

    assertThat(arena.jobs()).isEmpty();
    assertThat(arena.drain(arena.deadLetters))
        .extracting(it -> BridgeArena.attribute(it, "failureReason"))
        .containsExactly("ReplyNotAllowed");
  }

  @Test
  void on_completed_a_message_stays_in_flight_until_its_job_has_ended() {
    arena.consume(
        "\"acknowledge\": \"OnCompleted\", \"heartbeatSeconds\": 2,"
            + " \"receive\": {\"visibilitySeconds\": 10}, \"deadLetter\": {\"onJobFailure\": true}");
    arena.start();
    arena.send(BridgeArena.request(1));
    arena.send(BridgeArena.request(2));
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
    assertThat(arena.depth(arena.queue)).isEqualTo(2);

    arena.end(jobs.get(0), "Succeeded");
    arena.end(jobs.get(1), "Failed");

    arena.awaitEmpty();
    JsonNode dead = arena.drain(arena.deadLetters).getFirst();
    assertThat(BridgeArena.attribute(dead, "failureReason")).isEqualTo("JobFailed");
    assertThat(BridgeArena.attribute(dead, "failureDetail")).contains("InvalidInput: no walls");
  }

  @Test
  void a_failed_jobs_request_goes_to_the_dead_letters_where_that_is_wished_for() {
    arena.consume("\"deadLetter\": {\"onJobFailure\": true}");
    arena.start();
    String id = arena.send(BridgeArena.request(1));
    LayoutJob job = arena.awaitJobs(1).getFirst();
    arena.awaitEmpty();

    arena.end(job, "Failed");

    JsonNode dead = awaitReplies(arena.deadLetters, 1).getFirst();
    assertThat(BridgeArena.attribute(dead, "failureReason")).isEqualTo("JobFailed");
    assertThat(BridgeArena.attribute(dead, "originalMessageId")).isEqualTo(id);
    assertThat(read(dead.path("Body").asText()).path("spec").path("idempotencyKey").asText())
        .isEqualTo("order-1");
  }

  @Test
  void messages_stay_in_the_queue_while_enough_jobs_wait_and_while_it_is_suspended() {
    arena.consume("\"maxPendingJobs\": 3, \"receive\": {\"concurrency\": 1, \"batchSize\": 1}");
    arena.start();
    List<String> messages = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      messages.add(BridgeArena.request(i));
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

  @Test
  void it_warns_of_a_queue_that_is_not_as_it_should_be() {
    URI bare = arena.mq.createQueue("bare", Map.of("VisibilityTimeout", "30"));
    arena.consume("jobs", bare, "");
    arena.start();

    LayoutQueueStatus status =
        arena.awaitStatus("warnings", it -> it.warnings() != null && !it.warnings().isEmpty());

    // ElasticMQ does not tell for how long it keeps messages.
    assertThat(status.warnings()).hasSize(3);
  }

  @Test
  void two_resources_do_not_read_one_queue_and_an_absent_queue_is_said_to_be_absent() {
    arena.consume("");
    arena.start();
    arena.awaitReason("Receiving");
    arena.consume("other", arena.queue, "");
    arena.consume("nowhere", URI.create(arena.queue + "-that-is-not-there"), "");

    assertThat(arena.awaitReason("other", "QueueTaken").conditions())
        .filteredOn(it -> it.status().equals("True"))
        .extracting(it -> it.type())
        .containsExactly("Stalled");
    arena.awaitReason("nowhere", "QueueAbsent");
  }

  @Test
  void a_queue_can_be_read_with_the_keys_of_a_secret() {
    arena.consume("\"credentials\": {\"secretName\": \"sqs-keys\"}");
    arena.launch(Map.of()).awaitReady();
    arena.send(BridgeArena.request(1));
    arena.awaitReason("CredentialsMissing");

    arena
        .cluster
        .client()
        .resource(
            new SecretBuilder()
                .withNewMetadata()
                .withName("sqs-keys")
                .withNamespace(arena.namespace)
                .endMetadata()
                .addToStringData("AWS_ACCESS_KEY_ID", "key")
                .addToStringData("AWS_SECRET_ACCESS_KEY", "secret")
                .build())
        .create();

    arena.awaitJobs(1);
    arena.awaitReason("Receiving");
  }

  @Test
  void a_request_too_large_for_sqs_lies_in_s3_and_its_message_points_there() throws IOException {
    try (ObjectStore s3 = ObjectStore.start()) {
      s3.createBucket("requests");
      byte[] request = BridgeArena.request(1).getBytes(StandardCharsets.UTF_8);
      Files.write(s3.bucket("requests").resolve("one.json"), request);
      arena.consume("");
      arena
          .launch(
              Map.of(
                  "AWS_ACCESS_KEY_ID",
                  ObjectStore.ACCESS_KEY,
                  "AWS_SECRET_ACCESS_KEY",
                  ObjectStore.SECRET_KEY,
                  "GROMA_S3_ENDPOINT",
                  s3.endpoint().toString(),
                  "GROMA_S3_PATH_STYLE",
                  "true"))
          .awaitReady();
      arena.send(pointer("one.json", sha256(request)));
      arena.send(pointer("one.json", "ab".repeat(32)));
      arena.send(pointer("none.json", "ab".repeat(32)));

      arena.awaitJobs(1);
      arena.awaitEmpty();

      assertThat(arena.jobsByKey()).containsOnlyKeys("order-1");
      assertThat(arena.drain(arena.deadLetters))
          .extracting(letter -> BridgeArena.attribute(letter, "failureReason"))
          .containsExactlyInAnyOrder("DigestMismatch", "PointerUnreachable");
    }
  }

  private static String pointer(String key, String sha256) {
    return "{\"s3\": {\"bucket\": \"requests\", \"key\": \"%s\", \"sha256\": \"%s\"}}"
        .formatted(key, sha256);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private List<JsonNode> awaitReplies(URI from, int number) {
    Await.value(
        "replies; " + arena.logs(),
        BridgeArena.LIMIT,
        () -> arena.depth(from),
        depth -> depth >= number);
    return arena.drain(from);
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

  private static JsonNode read(String json) {
    try {
      return BridgeArena.JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError(json, e);
    }
  }
}
