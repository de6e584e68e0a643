package dev.groma.e2e.chaos;

import static dev.groma.cluster.faults.ApiRequests.writes;
import static dev.groma.cluster.scripted.PodMatchers.any;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.api.layoutjob.Phase;
import dev.groma.cluster.await.Await;
import dev.groma.cluster.faults.Fault;
import dev.groma.cluster.faults.Injection;
import dev.groma.cluster.operator.OperatorProcess;
import dev.groma.cluster.operator.OperatorSettings;
import dev.groma.e2e.reliability.Finding;
import dev.groma.e2e.reliability.Promise;
import dev.groma.e2e.reliability.Proof;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Two operators, of which the leader is killed, cut off or told to stop. */
class LeaderIT extends ArenaTest {

  private static final int JOBS = 10;

  @Proof(promise = Promise.LEADER, fault = "kill -9 of the leader while its jobs run")
  void the_other_operator_takes_over_from_a_dead_leader(Finding finding) {
    OperatorProcess leader = startLeader(arena.direct());
    arena.start(electing(arena.direct()));
    submitAndAwaitRunning();

    leader.kill();
    finish();

    finding.says("%d jobs, all succeeded, one Job each", JOBS);
  }

  @Proof(
      promise = Promise.LEADER,
      fault = "a leader whose Lease cannot be renewed, while its writes still get through")
  void a_leader_that_loses_its_lease_ends_and_does_no_harm(Finding finding) {
    OperatorProcess leader = startLeader(arena.settings());
    arena.start(electing(arena.direct()));
    submitAndAwaitRunning();

    try (Injection cutOff = arena.proxy.inject(writes("leases"), Fault.unavailable())) {
      cutOff.await();
      finish();
      assertThat(leader.exit().join()).isEqualTo(1);
    }

    finding.says("%d jobs, all succeeded, one Job each; the old leader ended with 1", JOBS);
  }

  @Proof(promise = Promise.LEADER, fault = "a leader that is told to stop while its jobs run")
  void a_leader_that_stops_hands_its_lease_over(Finding finding) {
    OperatorProcess leader = startLeader(arena.direct());
    String stopped = holder();
    arena.start(electing(arena.direct()));
    submitAndAwaitRunning();

    leader.terminate();
    assertThat(leader.exit().join()).as("128 + SIGTERM").isEqualTo(143);
    assertThat(holder()).isNotEqualTo(stopped);
    finish();

    finding.says(
        "%d jobs, all succeeded, one Job each; the Lease was given back when the leader ended",
        JOBS);
  }

  @Test
  void an_operator_that_stands_by_is_ready_and_alive_and_writes_nothing_but_asks_for_the_lease() {
    startLeader(arena.direct());
    String holder = holder();
    OperatorProcess second = arena.start(electing(arena.direct()));

    assertThat(second.isLive()).isTrue();
    assertThat(holder()).isEqualTo(holder);
  }

  private OperatorProcess startLeader(OperatorSettings settings) {
    OperatorProcess leader = arena.start(electing(settings));
    Await.until("a leader", () -> holder() != null);
    return leader;
  }

  private OperatorSettings electing(OperatorSettings settings) {
    return settings
        .with("GROMA_LEADER_ELECTION_ENABLED", "true")
        .with("GROMA_LEADER_ELECTION_NAMESPACE", arena.namespace);
  }

  private String holder() {
    Lease lease =
        arena
            .cluster
            .client()
            .leases()
            .inNamespace(arena.namespace)
            .withName("groma-operator")
            .get();
    return lease == null ? null : lease.getSpec().getHolderIdentity();
  }

  private void submitAndAwaitRunning() {
    IntStream.range(0, JOBS).forEach(i -> arena.submit("led-" + i));
    arena.awaitAll(status -> status.phase() == Phase.RUNNING);
  }

  private void finish() {
    arena.pods.now(any()).thenEach(pod -> List.of(LastWords.success(pod)));
    arena.awaitAllEnds();
    assertThat(arena.all())
        .allSatisfy(job -> {
          assertThat(job.getStatus().phase()).isEqualTo(Phase.SUCCEEDED);
          arena.jobs.assertOneForEachAttempt(job, 1);
        });
  }
}
