package dev.groma.operator.layoutjob;

import static dev.groma.operator.life.World.START;
import static dev.groma.operator.life.World.empty;
import static dev.groma.operator.life.World.podA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.api.layoutjob.LayoutJobStatus;
import dev.groma.api.status.JobState;
import dev.groma.operator.life.Decision;
import dev.groma.operator.life.Timing;
import dev.groma.operator.life.World;
import dev.groma.operator.telemetry.OperatorMetrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/** One look at one job. */
class ReconcileTest {

  private final FakeCluster cluster = new FakeCluster();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

  @Test
  void caches_that_agree_are_enough() {
    cluster.shows(empty(), empty().live());

    once();

    assertThat(cluster.effects).singleElement().isInstanceOf(Decision.CreateJob.class);
  }

  @Test
  void caches_that_contradict_each_other_are_held_against_the_server_once() {
    World gone = empty().recorded(new JobState.Running(podA(1)));
    cluster.shows(gone, gone.live());

    once();

    assertThat(cluster.effects)
        .hasSize(3)
        .startsWith("a live look")
        .element(1)
        .isInstanceOf(LayoutJobStatus.class);
  }

  @Test
  void is_counted_by_what_was_decided_first() {
    World gone = empty().recorded(new JobState.Running(podA(1)));
    cluster.shows(gone, gone.live());

    once();

    assertThat(registry.get("groma.reconciles").tag("decision", "LookCloser").counter().count())
        .isEqualTo(1);
  }

  private void once() {
    new Reconcile(
            World.DEFAULTS,
            Timing.usual(),
            new OperatorMetrics(registry),
            InstantSource.fixed(START))
        .once(cluster);
  }
}
