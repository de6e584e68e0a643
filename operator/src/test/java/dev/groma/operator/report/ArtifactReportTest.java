package dev.groma.operator.report;

import static dev.groma.operator.report.ReportClient.artifact;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.reason.Reason;
import dev.groma.api.runner.ArtifactReceipt;
import dev.groma.api.runner.ReportedArtifact;
import dev.groma.cluster.ControlPlane;
import dev.groma.cluster.audit.AuditLog;
import dev.groma.cluster.await.Await;
import dev.groma.cluster.junit.ClusterTest;
import dev.groma.cluster.junit.TestNamespace;
import dev.groma.operator.report.ReportClient.Reply;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Base64;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Artifacts that a runner hands over, in a ConfigMap. */
@ClusterTest
class ArtifactReportTest {

  private static final ReportedArtifact ROOMS =
      artifact("rooms.geojson", "{\"rooms\": \"Büro\"}\n");
  private static final ReportedArtifact RESULT = artifact("result.json", "{}");

  private ReportFixture fixture;
  private KubernetesClient admin;
  private LayoutJob job;
  private Pod pod;
  private ReportClient runner;

  @BeforeEach
  void prepare(ControlPlane cluster, TestNamespace namespace) {
    fixture = new ReportFixture(cluster, namespace.name());
    admin = cluster.client();
    job = fixture.attempts.layoutJob("flat");
    pod = fixture.attempts.start(job, 1);
    runner = fixture.replica();
  }

  @AfterEach
  void stop() throws Exception {
    fixture.close();
  }

  @Test
  void artifacts_are_stored_as_they_came_and_the_receipt_says_where() {
    byte[] picture = {(byte) 0x89, 'P', 'N', 'G', 0, (byte) 0xff};

    Reply reply = report(1, pod, ROOMS, artifact("plan.png", picture), RESULT);

    assertThat(reply.status()).isEqualTo(201);
    ArtifactReceipt receipt = reply.read(ArtifactReceipt.class);
    assertThat(receipt.configMap()).isEqualTo("flat-result");
    assertThat(receipt.artifacts())
        .extracting(ArtifactReceipt.Stored::uri)
        .containsExactly(
            uri("flat-result/rooms.geojson"),
            uri("flat-result/plan.png"),
            uri("flat-result/result.json"));
    ConfigMap stored = stored("flat-result");
    assertThat(stored.getData())
        .containsEntry("rooms.geojson", "{\"rooms\": \"Büro\"}\n")
        .containsEntry("result.json", "{}")
        .hasSize(2);
    assertThat(Base64.getDecoder().decode(stored.getBinaryData().get("plan.png")))
        .isEqualTo(picture);
    assertThat(fixture.count("artifacts", "stored")).isEqualTo(1);
  }

  @Test
  void the_config_map_is_immutable_and_says_whose_it_is_and_what_it_holds() {
    report(1, pod, ROOMS);

    ConfigMap stored = stored("flat-result");

    String uid = job.getMetadata().getUid();
    assertThat(stored.getImmutable()).isTrue();
    assertThat(stored.getMetadata().getLabels())
        .containsEntry("groma.dev/layoutjob-uid", uid)
        .containsEntry("groma.dev/attempt", "1");
    assertThat(stored.getMetadata().getAnnotations())
        .containsEntry("groma.dev/layoutjob", "flat")
        .containsEntry("groma.dev/attempt", "1")
        .containsEntry("groma.dev/digest.rooms.geojson", ROOMS.sha256());
    assertThat(stored.getMetadata().getOwnerReferences())
        .singleElement()
        .satisfies(owner -> {
          assertThat(owner.getUid()).isEqualTo(uid);
          assertThat(owner.getController()).isNull();
          assertThat(owner.getBlockOwnerDeletion()).isFalse();
        });
  }

  @Test
  void the_config_map_goes_with_its_job() {
    report(1, pod, ROOMS);

    admin.resource(job).delete();

    Await.until("the ConfigMap to be collected", () -> find("flat-result") == null);
  }

  @Test
  void a_repeat_gets_the_same_receipt_from_any_replica_and_writes_nothing() {
    Reply first = report(1, pod, ROOMS, RESULT);
    ConfigMap stored = stored("flat-result");

    Reply again = report(1, pod, ROOMS, RESULT);
    Reply elsewhere =
        fixture.replica().artifacts(job, 1, fixture.attempts.token(pod), RESULT, ROOMS);

    assertThat(again.status()).isEqualTo(200);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(elsewhere.status()).isEqualTo(200);
    assertThat(stored("flat-result")).isEqualTo(stored);
    assertThat(configMaps()).isEqualTo(1);
  }

  @Test
  void of_many_at_once_one_is_stored_and_all_get_its_receipt() {
    ReportClient other = fixture.replica();
    String token = fixture.attempts.token(pod);

    var replies =
        IntStream.range(0, 12)
            .parallel()
            .mapToObj(i -> (i % 2 == 0 ? runner : other).artifacts(job, 1, token, ROOMS, RESULT))
            .toList();

    assertThat(replies).extracting(Reply::body).containsOnly(replies.getFirst().body());
    assertThat(replies).extracting(Reply::status).containsOnlyOnce(201).contains(200);
    assertThat(configMaps()).isEqualTo(1);
  }

  @Test
  void other_bytes_of_the_same_attempt_are_refused_and_change_nothing() {
    report(1, pod, ROOMS);
    ConfigMap stored = stored("flat-result");

    Reply other = report(1, pod, artifact("rooms.geojson", "{}"));
    Reply fewer = report(1, pod, RESULT);

    assertThat(other.refusal()).isEqualTo("409 OtherResult");
    assertThat(fewer.refusal()).isEqualTo("409 OtherResult");
    assertThat(stored("flat-result")).isEqualTo(stored);
    assertThat(configMaps()).isEqualTo(1);
  }

  @Test
  void the_next_attempt_leaves_the_result_of_the_one_before_alone() {
    report(1, pod, ROOMS);
    fixture.attempts.record(job, "Running", 2);
    Pod second = fixture.attempts.start(job, 2);

    Reply reply = report(2, second, artifact("rooms.geojson", "[]"));

    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.read(ArtifactReceipt.class).configMap()).isEqualTo("flat-result-2");
    assertThat(stored("flat-result").getData())
        .containsEntry("rooms.geojson", "{\"rooms\": \"Büro\"}\n");
    assertThat(stored("flat-result-2").getData()).containsEntry("rooms.geojson", "[]");
  }

  @Test
  void a_strangers_config_map_is_left_alone() {
    foreign("flat-result");

    Reply reply = report(1, pod, ROOMS);

    assertThat(reply.read(ArtifactReceipt.class).configMap()).isEqualTo("flat-result-1");
    assertThat(stored("flat-result").getData()).containsEntry("mine", "yes").hasSize(1);
  }

  @Test
  void where_both_names_are_taken_the_refusal_names_them() {
    foreign("flat-result");
    foreign("flat-result-1");

    Reply reply = report(1, pod, ROOMS);

    assertThat(reply.refusal()).isEqualTo("409 NameTaken");
    assertThat(reply.problem().detail()).contains("flat-result", "flat-result-1");
    assertThat(reply.problem().reason()).isEqualTo(Reason.NameTaken);
  }

  @Test
  void as_much_as_a_config_map_holds_is_stored_and_a_byte_more_is_refused() {
    byte[] most = new byte[900 * 1024 - 2];
    new Random(7).nextBytes(most);
    byte[] more = new byte[900 * 1024 - 1];

    Reply refused = report(1, pod, artifact("plan.png", more), RESULT);
    Reply stored = report(1, pod, artifact("plan.png", most), RESULT);

    assertThat(refused.refusal()).isEqualTo("413 ResultTooLarge");
    assertThat(refused.problem().reason()).isEqualTo(Reason.ResultTooLarge);
    assertThat(refused.problem().detail()).contains("S3", "volume");
    assertThat(stored.status()).isEqualTo(201);
    assertThat(Base64.getDecoder().decode(stored("flat-result").getBinaryData().get("plan.png")))
        .isEqualTo(most);
  }

  @Test
  void names_that_no_annotation_takes_are_stored_under_their_hash() {
    String odd = "x".repeat(200) + "_";

    Reply reply = report(1, pod, artifact(odd, "long"), artifact(".hidden", "dot"));

    assertThat(reply.status()).isEqualTo(201);
    ConfigMap stored = stored("flat-result");
    assertThat(stored.getData()).containsEntry(odd, "long").containsEntry(".hidden", "dot");
    assertThat(stored.getMetadata().getAnnotations())
        .containsKey(
            "groma.dev/digest."
                + ReportClient.sha256(odd.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                    .substring(0, 40))
        .containsKey("groma.dev/digest..hidden");
  }

  @Test
  void a_quota_is_an_answer_for_later() {
    admin
        .resource(
            new ResourceQuotaBuilder()
                .withNewMetadata()
                .withName("none")
                .withNamespace(fixture.namespace)
                .endMetadata()
                .withNewSpec()
                .addToHard("count/configmaps", Quantity.parse("0"))
                .endSpec()
                .build())
        .create();
    Reply reply =
        Await.value(
            "the quota to count",
            Await.LIMIT,
            () -> report(1, pod, artifact("a", Long.toString(System.nanoTime()))),
            it -> it.status() != 201 && it.status() != 409);

    assertThat(reply.refusal()).isEqualTo("503 Unavailable");
    assertThat(reply.response().headers().firstValue("Retry-After")).isPresent();
    assertThat(reply.problem().detail()).contains("exceeded quota");
  }

  @Test
  void only_the_token_and_the_attempts_objects_are_read() {
    AuditLog.Mark mark = fixture.cluster.auditLog().mark();
    String token = fixture.attempts.token(pod);

    runner.artifacts(job, 1, token, ROOMS);
    runner.artifacts(job, 1, token, ROOMS);

    assertThat(fixture.requests().since(mark).verbs("create").on("tokenreviews").count())
        .isEqualTo(1);
    assertThat(fixture.requests().since(mark).verbs("list", "watch").count()).isZero();
    assertThat(fixture.requests().since(mark).answered(403).count()).isZero();
  }

  private Reply report(int attempt, Pod caller, ReportedArtifact... artifacts) {
    return runner.artifacts(job, attempt, fixture.attempts.token(caller), artifacts);
  }

  private String uri(String rest) {
    return "configmap://" + fixture.namespace + "/" + rest;
  }

  private ConfigMap stored(String name) {
    return admin.configMaps().inNamespace(fixture.namespace).withName(name).require();
  }

  private ConfigMap find(String name) {
    return admin.configMaps().inNamespace(fixture.namespace).withName(name).get();
  }

  private int configMaps() {
    return admin
        .configMaps()
        .inNamespace(fixture.namespace)
        .withLabel("groma.dev/layoutjob-uid")
        .list()
        .getItems()
        .size();
  }

  private void foreign(String name) {
    admin
        .resource(
            new ConfigMapBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(fixture.namespace)
                .endMetadata()
                .addToData("mine", "yes")
                .build())
        .create();
  }
}
