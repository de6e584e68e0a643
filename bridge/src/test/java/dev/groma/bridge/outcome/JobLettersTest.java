package dev.groma.bridge.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.reason.RefusalReason;
import dev.groma.bridge.QueueSpecs;
import dev.groma.bridge.consume.Interpreter.Meaning;
import dev.groma.bridge.intake.PointedObjects;
import dev.groma.bridge.intake.QueueInterpreter;
import dev.groma.bridge.message.TroubledException;
import dev.groma.bridge.queue.DeadLetters;
import dev.groma.bridge.queue.Letter;
import dev.groma.bridge.queue.Received;
import dev.groma.bridge.queue.Received.Attribute;
import dev.groma.bridge.store.NewJob;
import dev.groma.intake.Envelopes;
import dev.groma.intake.Message;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.time.Instant;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The letter of a failed job and the request that it was, in a LayoutQueue that fills in much. */
class JobLettersTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final KubernetesSerialization YAML = new KubernetesSerialization();
  private static final String DEAD = "https://sqs/1/dead";

  private static final QueueInterpreter INTERPRETER =
      new QueueInterpreter(
          Envelopes.load(),
          QueueSpecs.of(
              """
              jobs:
                output: {s3: {bucket: results, prefix: plans/}}
                execution: {timeoutSeconds: 60, backoff: {initialSeconds: 5}}
                ttlSecondsAfterFinished: 86400
              """),
          new QueueInterpreter.Origin("plans", "plans", "arn:aws:sqs:eu-central-1:1:jobs"),
          new PointedObjects(() -> {
            throw new AssertionError("nothing points anywhere");
          }));

  private static final String EVENT =
      """
      {"specversion": "1.0", "type": "order", "source": "shop", "id": "7", "data":
        {"execution": {"timeoutSeconds": 9}, "roomDetection": {"walls": {"inline": "{}"}}}}
      """;

  private final JobLetters letters = new JobLetters(YAML, "1.0");
  private final NewJob asked = read(received(EVENT, Map.of()));

  @Test
  void one_that_groma_sends_back_is_still_the_same_request() {
    Letter letter = letter(asked.manifest());

    assertSame(read(received(letter.body(), texts(letter, name -> name.startsWith("original")))));
  }

  @Test
  void one_that_aws_sends_back_with_all_of_its_attributes_is_still_the_same_request() {
    Letter letter = letter(asked.manifest());

    assertSame(read(received(letter.body(), texts(letter, name -> true))));
  }

  @Test
  void one_whose_job_was_to_be_tried_once_more_is_still_the_same_request() {
    ObjectNode manifest = JSON.valueToTree(asked.manifest());
    manifest.withObject("/spec").put("retry", 1).put("ttlSecondsAfterFinished", 9);
    Letter letter = letter(YAML.unmarshal(manifest.toString(), LayoutJob.class));

    assertSame(read(received(letter.body(), texts(letter, name -> true))));
  }

  @Test
  void one_that_dies_again_is_still_the_same_request() {
    Letter first = letter(asked.manifest());
    Letter second =
        new DeadLetters("1.0")
            .of(
                DEAD,
                received(first.body(), texts(first, name -> true)),
                RefusalReason.EngineNotAccepted,
                "not now");

    assertSame(read(received(second.body(), texts(second, name -> name.startsWith("original")))));
  }

  @Test
  void one_that_was_changed_by_hand_is_another_request_under_the_same_key()
      throws JsonProcessingException {
    Letter letter = letter(asked.manifest());
    ObjectNode changed = (ObjectNode) JSON.readTree(letter.body());
    changed.withObject("/spec/roomDetection/walls").put("inline", "[]");

    NewJob again = read(received(changed.toString(), texts(letter, name -> true)));

    assertThat(again.key()).isEqualTo(asked.key());
    assertThat(again.contentHash()).isNotEqualTo(asked.contentHash());
  }

  private void assertSame(NewJob again) {
    assertThat(again.key()).isEqualTo(asked.key());
    assertThat(again.contentHash()).isEqualTo(asked.contentHash());
    assertThat(again.manifest().getMetadata().getAnnotations())
        .isEqualTo(asked.manifest().getMetadata().getAnnotations());
  }

  /** Of this job as it is stored. */
  private Letter letter(LayoutJob job) {
    LayoutJob stored = YAML.clone(job);
    stored.setMetadata(
        new ObjectMetaBuilder(stored.getMetadata())
            .withUid("3dc6f38e")
            .withCreationTimestamp("2026-11-25T12:00:00Z")
            .build());
    return letters.of(DEAD, stored, "InvalidInput: no walls", "3dc6f38e.Failed.1");
  }

  private static Map<String, String> texts(Letter letter, Predicate<String> goBack) {
    return letter.attributes().entrySet().stream()
        .filter(one -> goBack.test(one.getKey()))
        .collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue().text()));
  }

  private static Received received(String body, Map<String, String> texts) {
    return new Received(
        new Message(body, texts, texts.isEmpty() ? "m-1" : "m-2", null),
        texts.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, one -> Attribute.of(one.getValue()))),
        "r-1",
        1,
        Instant.EPOCH,
        null,
        Instant.EPOCH);
  }

  private static NewJob read(Received received) {
    try {
      return ((Meaning.Jobs) INTERPRETER.read(received)).jobs().getFirst();
    } catch (TroubledException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
