package dev.groma.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.runner.cli.DlqStage.Answer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands that look at dead letters and drop them, against a real SQS server. */
class DlqCommandsTest {

  @RegisterExtension static final DlqStage stage = new DlqStage();

  @Test
  void list_says_which_messages_there_are_and_why_and_leaves_them_there() {
    String letter = stage.letter("a", "InvalidJob", Map.of());
    String moved = stage.send(stage.dead(), "b", Map.of());

    Answer answer = stage.dlq("list");

    assertThat(answer.code()).as(answer.err()).isZero();
    assertThat(answer.out().lines().toList())
        .hasSize(3)
        .anyMatch(line ->
            line.matches(letter + " +2026-11-01T10:00:00Z +InvalidJob +spec.roomDetection.unit.*"))
        .anyMatch(line -> line.startsWith(moved) && line.contains("ReceivedTooOften"));
    assertThat(stage.bodies(stage.dead())).containsExactly("a", "b");
  }

  @Test
  void more_messages_than_a_receive_call_takes_are_all_listed() {
    for (int i = 0; i < 25; i++) {
      stage.letter("m" + i, "NotJson", Map.of());
    }

    assertThat(stage.dlq("list").out().lines()).hasSize(26);
    assertThat(stage.dlq("list", "--limit", "7").out().lines()).hasSize(8);
  }

  @Test
  void show_gives_attributes_and_the_body_as_it_was_sent() {
    String id = stage.letter("{\"seed\":  1}", "InvalidJob", Map.of("correlationId", "c-1"));
    stage.letter("other", "InvalidJob", Map.of());

    Answer answer = stage.dlq("show", id);

    assertThat(answer.out())
        .contains("id: " + id, "failureReason: InvalidJob", "correlationId: c-1", "{\"seed\":  1}")
        .doesNotContain("other");
    assertThat(stage.bodies(stage.dead())).hasSize(2);
  }

  @Test
  void drop_prints_what_it_deletes() {
    String id = stage.letter("a", "NotJson", Map.of());
    stage.letter("b", "NotJson", Map.of());

    Answer answer = stage.dlq("drop", id);

    assertThat(answer.out()).isEqualTo("a\n");
    assertThat(stage.bodies(stage.dead())).containsExactly("b");
    assertThat(stage.bodies(stage.source())).isEmpty();
  }

  @Test
  void an_id_that_no_message_has_is_told() {
    stage.letter("a", "NotJson", Map.of());

    Answer answer = stage.dlq("drop", "no-such-id");

    assertThat(answer.code()).isEqualTo(69);
    assertThat(answer.err()).contains("no message no-such-id in the queue");
    assertThat(stage.bodies(stage.dead())).containsExactly("a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"show", "redrive", "drop"})
  void nothing_is_meant_by_silence(String command) {
    assertThat(stage.dlq(command).err()).contains("which messages? Name ids, --reason or --all");
    assertThat(stage.dlq(command, "some-id", "--all").err()).contains("leave one out");
  }
}
