package dev.groma.cluster.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpansionTest {
  /** The cases of Kubernetes' own third_party/forked/golang/expansion tests that concern us. */
  @ParameterizedTest
  @CsvSource({
    "$(A), one",
    "x$(A)y$(B)z, xoneytwoz",
    "$(NOBODY), $(NOBODY)",
    "$$(A), $(A)",
    "$$$(A), $one",
    "$A, $A",
    "$(A, $(A",
    "$$, $",
    "100$, 100$",
    "$(), $()",
  })
  void referencesAreReplacedAsTheApiDocuments(String text, String expanded) {
    assertThat(Expansion.expand(text, Map.of("A", "one", "B", "two"))).isEqualTo(expanded);
  }
}
