package dev.groma.operator.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DigestAnnotationTest {

  @Test
  void a_digest_stands_under_the_name_where_that_is_possible() {
    assertThat(DigestAnnotation.of("rooms.geojson")).isEqualTo("groma.dev/digest.rooms.geojson");
    assertThat(DigestAnnotation.of("a".repeat(56))).isEqualTo("groma.dev/digest." + "a".repeat(56));
  }

  @Test
  void a_digest_stands_under_the_hash_of_any_other_name() {
    assertThat(DigestAnnotation.of("a".repeat(57))).matches("groma.dev/digest\\.[0-9a-f]{40}");
    assertThat(DigestAnnotation.of("a_"))
        .matches("groma.dev/digest\\.[0-9a-f]{40}")
        .isNotEqualTo(DigestAnnotation.of("b_"));
  }
}
