package dev.groma.operator.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.cluster.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The simulation notices when a guard of the operator is missing. */
class MutantTest {

  /** A tenth of what CI runs. */
  private static final long SCHEDULES = 10_000;

  @BeforeAll
  static void thousands_of_operators_log_nothing() {
    Quiet.below("dev.groma.operator.layoutjob");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void a_missing_guard_is_noticed(Mutant mutant) {
    OptionalLong seed =
        LongStream.range(0, SCHEDULES)
            .filter(it -> Schedule.violation(it, mutant).isPresent())
            .findFirst();

    assertThat(seed).as("a seed that shows that it is missing").isPresent();
    System.out.printf(
        "simulation: %s shows with seed %d: %s%n",
        mutant,
        seed.getAsLong(),
        Schedule.violation(seed.getAsLong(), mutant).orElseThrow());
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void every_guard_is_documented(Mutant mutant) throws IOException {
    assertThat(Files.readString(SourceTree.root().resolve("docs/simulation.md")))
        .contains("| %s | `%s` |".formatted(mutant.guard(), mutant));
  }
}
