package dev.groma.bridge.queue;

import static dev.groma.api.reason.RefusalReason.UnknownShape;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.bridge.queue.Received.Attribute;
import dev.groma.intake.Message;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadLettersTest {

  private static final String DEAD = "https://sqs/dlq";
  private static final int MIB = 1024 * 1024;
  private static final Instant AT = Instant.parse("2026-11-25T12:00:00Z");

  private final DeadLetters letters = new DeadLetters("0.1.0");

  @Test
  void a_letter_is_the_message_and_why_it_is_dead() {
    Letter letter = letter("{}", Map.of("tenant", Attribute.of("acme")));

    assertThat(letter.body()).isEqualTo("{}");
    assertThat(letter.attributes())
        .containsOnly(
            Map.entry("failureReason", Attribute.of("UnknownShape")),
            Map.entry("failureDetail", Attribute.of("nearest is a LayoutJob")),
            Map.entry("originalMessageId", Attribute.of("m-1")),
            Map.entry("receivedAt", Attribute.of("2026-11-25T12:00:00Z")),
            Map.entry("bridgeVersion", Attribute.of("0.1.0")),
            Map.entry("tenant", Attribute.of("acme")));
  }

  @Test
  void what_names_the_request_in_a_fifo_queue_is_kept() {
    Letter letter = letters.of(DEAD, received("m-1", "d-1", Map.of()), UnknownShape, "-");

    assertThat(letter.attributes())
        .containsEntry("originalMessageId", Attribute.of("m-1"))
        .containsEntry("originalDeduplicationId", Attribute.of("d-1"));
  }

  @Test
  void a_message_that_came_back_and_dies_again_keeps_the_ids_that_it_had_at_first() {
    Map<String, Attribute> first =
        letters.of(DEAD, received("m-1", "d-1", Map.of()), UnknownShape, "-").attributes();

    Letter second = letters.of(DEAD, received("m-2", "redrive-m-1", first), UnknownShape, "-");

    assertThat(second.attributes()).isEqualTo(first);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 4, 5, 10})
  void no_attribute_is_lost_and_there_are_never_more_than_sqs_takes(int own) {
    Map<String, Attribute> attributes = new HashMap<>();
    for (int i = 0; i < own; i++) {
      attributes.put("own-" + i, Attribute.of("value-" + i));
    }

    Letter letter = letter("{}", attributes);

    assertThat(letter.attributes()).hasSizeLessThanOrEqualTo(9);
    String others = letter.attributes().getOrDefault("otherAttributes", Attribute.of("")).text();
    assertThat(attributes.keySet())
        .allMatch(name -> letter.attributes().containsKey(name) || others.contains(name));
  }

  @Test
  void a_message_that_dies_again_tells_only_of_the_second_time() {
    Letter first = letter("{}", Map.of());

    Letter second = letter("{}", first.attributes());

    assertThat(second.attributes()).isEqualTo(first.attributes());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "ä", "€", "😀"})
  void a_body_as_long_as_sqs_takes_is_cut_between_two_characters_and_says_so(String character) {
    String body = character.repeat(MIB / bytes(character));

    Letter letter = letter(body, Map.of());

    int sent =
        bytes(letter.body())
            + letter.attributes().entrySet().stream()
                .mapToInt(it -> bytes(it.getKey()) + it.getValue().bytes())
                .sum();
    assertThat(sent).isLessThanOrEqualTo(MIB);
    assertThat(body).startsWith(letter.body());
    assertThat(letter.attributes())
        .containsEntry(
            "truncatedBytes", Attribute.of(Integer.toString(bytes(body) - bytes(letter.body()))));
  }

  private Letter letter(String body, Map<String, Attribute> attributes) {
    return letters.of(
        DEAD, received(body, "m-1", null, attributes), UnknownShape, "nearest is a LayoutJob");
  }

  private static Received received(
      String id, String deduplicationId, Map<String, Attribute> attributes) {
    return received("{}", id, deduplicationId, attributes);
  }

  private static Received received(
      String body, String id, @Nullable String deduplicationId, Map<String, Attribute> attributes) {
    Map<String, String> texts = new HashMap<>();
    attributes.forEach((name, attribute) -> texts.put(name, attribute.text()));
    return new Received(
        new Message(body, texts, id, deduplicationId), attributes, "handle", 1, AT, null, AT);
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
