package dev.groma.operator.layoutjob;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.layoutjob.Phase;
import dev.groma.cluster.ControlPlane;
import dev.groma.cluster.await.Await;
import dev.groma.cluster.junit.ClusterTest;
import dev.groma.cluster.junit.TestNamespace;
import dev.groma.operator.LayoutJobs;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A bound on the attempts that are at work, on a real API server. */
@ClusterTest
class MaxConcurrentTest {

  private OperatorFixture operator;
  private LayoutJobs jobs;

  @BeforeEach
  void prepare(ControlPlane cluster, TestNamespace namespace) {
    operator = new OperatorFixture(cluster, namespace.name());
    operator.turns = new Turns(2, InstantSource.system());
    jobs = operator.jobs;
  }

  @AfterEach
  void stop() {
    operator.close();
  }

  @Test
  void two_at_a_time_all_get_their_turn() {
    Stream.of("a", "b", "c", "d", "e").forEach(jobs::create);
    operator.startOperator();

    awaitPhases(Map.of(Phase.RUNNING, 2L, Phase.QUEUED, 3L));
    assertThat(jobs.all())
        .filteredOn(job -> job.getStatus().phase() == Phase.QUEUED)
        .allSatisfy(job ->
            assertThat(LayoutJobs.condition(job.getStatus(), "Running").reason())
                .isEqualTo("WaitingForTurn"))
        .allSatisfy(job -> assertThat(jobs.jobs(job)).isEmpty());

    finishWhatRuns();
    awaitPhases(Map.of(Phase.SUCCEEDED, 2L, Phase.RUNNING, 2L, Phase.QUEUED, 1L));
    finishWhatRuns();
    awaitPhases(Map.of(Phase.SUCCEEDED, 4L, Phase.RUNNING, 1L));
    finishWhatRuns();
    awaitPhases(Map.of(Phase.SUCCEEDED, 5L));
  }

  @Test
  void an_operator_that_starts_anew_knows_what_is_at_work() {
    operator.startOperator();
    jobs.create("a");
    jobs.create("b");
    awaitPhases(Map.of(Phase.RUNNING, 2L));
    operator.stopOperator();

    jobs.create("c");
    operator.startOperator();

    awaitPhases(Map.of(Phase.RUNNING, 2L, Phase.QUEUED, 1L));
  }

  private void finishWhatRuns() {
    for (LayoutJob job : jobs.all()) {
      if (job.getStatus().phase() == Phase.RUNNING) {
        operator.succeed(job, 1);
      }
    }
  }

  private void awaitPhases(Map<Phase, Long> expected) {
    Await.until(
        "the jobs to be " + expected,
        () ->
            expected.equals(
                jobs.all().stream()
                    .map(job -> job.getStatus().phase())
                    .collect(Collectors.groupingBy(phase -> phase, Collectors.counting()))));
  }
}
