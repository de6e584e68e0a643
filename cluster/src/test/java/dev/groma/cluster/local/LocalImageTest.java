package dev.groma.cluster.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalImageTest {
  @ParameterizedTest
  @CsvSource({
    "groma-runner, true",
    "groma-runner:1.0, true",
    "groma-runner@sha256:0123, true",
    "registry.example:5000/team/groma-runner:1.0, true",
    "registry.example:5000/groma-runner, true",
    "my-groma-runner, false",
    "groma-runner/other, false",
  })
  void anImageMatchesByItsNameWithoutRegistryTagAndDigest(String image, boolean matches) {
    assertThat(new LocalImage("groma-runner", List.of("true")).matches(image)).isEqualTo(matches);
  }
}
