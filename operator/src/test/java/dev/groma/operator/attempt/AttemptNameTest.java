package dev.groma.operator.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttemptNameTest {

  private static final String UID = "3dc6f38e-1111-4222-8333-444444444444";

  @ParameterizedTest
  @CsvSource({
    "flat, 1, flat-3dc6f38e-1",
    "flat, 12, flat-3dc6f38e-12",
    "ridge.north, 1, ridge-north-3dc6f38e-1",
    "a, 1, a-3dc6f38e-1",
    // 52 letters fit beside the suffix of 11
    "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz, 1,"
        + " abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz-3dc6f38e-1",
    "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxy-z, 1,"
        + " abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxy-3dc6f38e-1",
  })
  void is_made_of_the_jobs_name_its_uid_and_the_attempt(String name, int attempt, String expected) {
    assertThat(AttemptName.of(name, UID, attempt)).isEqualTo(expected);
  }

  @Test
  void is_a_dns_label_for_every_name_that_kubernetes_takes() {
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      String name = randomName(random);

      assertThat(AttemptName.of(name, UID, 1 + random.nextInt(99)))
          .as(name)
          .hasSizeLessThanOrEqualTo(63)
          .matches("[a-z0-9]([-a-z0-9]*[a-z0-9])?");
    }
  }

  /** A DNS subdomain of 1 to 253 characters. */
  private static String randomName(Random random) {
    int length = 1 + random.nextInt(253);
    StringBuilder name = new StringBuilder();
    while (name.length() < length) {
      boolean edge =
          name.isEmpty()
              || name.length() == length - 1
              || name.charAt(name.length() - 1) == '.'
              || name.charAt(name.length() - 1) == '-';
      String letters = edge ? "az09" : "az09-.";
      name.append(letters.charAt(random.nextInt(letters.length())));
    }
    return name.toString();
  }
}
