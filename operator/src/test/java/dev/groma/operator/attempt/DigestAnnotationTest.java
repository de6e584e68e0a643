package dev.groma.operator.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigestAnnotationTest {

  @Test
  void is_named_after_its_artifact() {
    assertThat(DigestAnnotation.of("rooms.geojson")).isEqualTo("groma.dev/digest.rooms.geojson");
  }

  /** The name of an annotation has 63 characters at most and ends in a letter or digit. */
  @ParameterizedTest
  @ValueSource(strings = {"this-name-is-one-character-too-long-for-an-annotation-.json", "a-", "_"})
  void or_after_a_hash_of_a_name_that_does_not_fit(String artifact) {
    assertThat(DigestAnnotation.of(artifact)).matches("groma\\.dev/digest\\.[0-9a-f]{40}");
  }
}
