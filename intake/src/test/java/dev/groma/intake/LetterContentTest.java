package dev.groma.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LetterContentTest {

  private static final String LETTER = "ab".repeat(32);
  private static final String REQUEST = "01".repeat(32);

  private final LetterContent content = new LetterContent(LETTER, REQUEST);

  @Test
  void a_letter_asks_for_what_its_request_asked_for() {
    assertThat(content.requestOf(LETTER)).isEqualTo(REQUEST);
  }

  @Test
  void a_letter_that_was_changed_asks_for_what_it_says() {
    String changed = "cd".repeat(32);

    assertThat(content.requestOf(changed)).isEqualTo(changed);
  }

  @Test
  void its_text_is_read_as_it_was_written() {
    assertThat(LetterContent.parse(content.text())).isEqualTo(content);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "ab 01", "somebody's own attribute"})
  void any_other_text_says_nothing(@Nullable String text) {
    assertThat(LetterContent.parse(text)).isNull();
  }
}
