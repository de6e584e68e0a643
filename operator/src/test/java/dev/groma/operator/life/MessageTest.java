package dev.groma.operator.life;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MessageTest {

  @Test
  void words_that_fit_stay_as_they_are() {
    assertThat(Message.of("x".repeat(1024))).isEqualTo("x".repeat(1024));
  }

  @Test
  void longer_words_are_cut_between_characters() {
    assertThat(Message.of("x".repeat(1025))).hasSize(1024).endsWith("x…");
    assertThat(Message.of("x".repeat(1022) + "😀😀")).isEqualTo("x".repeat(1022) + "…");
  }

  @Test
  void control_characters_do_not_reach_a_terminal() {
    assertThat(Message.of(" a\u001b[31mred\r\nb\u0000 ")).isEqualTo("a [31mred b");
  }
}
