package dev.groma.bridge.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SimulationTest {

  private static final long RUNS = Long.getLong("groma.simulation.runs", 400);

  @Test
  void every_request_has_one_job_in_whatever_order_things_happen() {
    for (long seed = 0; seed < RUNS; seed++) {
      assertThat(run(seed, Mutant.NONE)).as("seed %d", seed).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(value = Mutant.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
  void each_way_to_break_it_is_noticed(Mutant mutant) {
    for (long seed = 0; seed < 10 * RUNS; seed++) {
      if (!run(seed, mutant).isEmpty()) {
        return;
      }
    }
    throw new AssertionError("%d runs have not noticed %s".formatted(10 * RUNS, mutant));
  }

  @Test
  void the_same_seed_is_the_same_run() {
    for (long seed = 0; seed < 20; seed++) {
      assertThat(run(seed, Mutant.FORGETS)).isEqualTo(run(seed, Mutant.FORGETS));
    }
  }

  private static List<String> run(long seed, Mutant mutant) {
    Mutations.reset();
    return new Simulation(seed, mutant).run();
  }
}
