package dev.groma.operator.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemoryTest {

  @ParameterizedTest(name = "{0} times {1}, at most {2}: {3}")
  @CsvSource({
    "1Gi,   2,    8Gi,  2Gi",
    "1Gi,   1.5,  8Gi,  1536Mi",
    "6Gi,   2,    8Gi,  8Gi",
    "512Mi, 2,    8Gi,  1Gi",
    "1G,    1,    8Gi,  954Mi",
    "1.5Gi, 1,    8Gi,  1536Mi",
    "1500M, 16,   8Gi,  8Gi",
    "1,     1,    8Gi,  1Mi",
  })
  void rises_to_a_limit_and_reads_as_people_write_it(
      String had, double factor, String limit, String next) {
    assertThat(Memory.parse(had).times(factor).atMost(Memory.parse(limit))).hasToString(next);
  }
}
