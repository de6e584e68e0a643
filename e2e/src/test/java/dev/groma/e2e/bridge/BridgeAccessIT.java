package dev.groma.e2e.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.api.layoutqueue.LayoutQueueStatus;
import dev.groma.cluster.objectstore.ObjectStore;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How a bridge reaches its queue, and what a message only points to. */
class BridgeAccessIT extends BridgeArenaTest {

  @Test
  void it_warns_of_a_queue_that_is_not_as_it_should_be() {
    URI bare = arena.queues.mq().createQueue("bare", Map.of("VisibilityTimeout", "30"));
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
    arena.send(Requests.request(1));
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
      byte[] request = Requests.request(1).getBytes(StandardCharsets.UTF_8);
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
      assertThat(arena.queues.drain(arena.deadLetters))
          .extracting(letter -> Queues.attribute(letter, "failureReason"))
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
}
