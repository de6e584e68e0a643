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
import java.time.Instant;
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
  void a_job_that_is_slow_to_start_says_what_keeps_it() {
    World slow = empty().job();
    cluster.shows(slow, slow.live("FailedMount: no volume"));

    onceAt(START.plusSeconds(60));

    assertThat(cluster.effects)
        .hasSize(2)
        .startsWith("a question")
        .element(1)
        .isInstanceOf(LayoutJobStatus.class);
  }

  @Test
  void where_very_many_are_slow_the_question_waits_and_nothing_is_written() {
    World slow = empty().job();
    cluster.shows(slow, slow.live()).isBusy();

    Next next = onceAt(START.plusSeconds(60));

    assertThat(cluster.effects).containsExactly("a question");
    assertThat(next).isEqualTo(Next.within(Timing.usual().patience()));
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
    onceAt(START);
  }

  private Next onceAt(Instant now) {
    return new Reconcile(
            World.DEFAULTS, Timing.usual(), new OperatorMetrics(registry), InstantSource.fixed(now))
        .once(cluster);
  }
}
