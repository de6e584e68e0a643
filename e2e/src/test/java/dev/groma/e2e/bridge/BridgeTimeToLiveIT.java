package dev.groma.e2e.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.layoutqueue.LayoutQueueStatus;
import dev.groma.cluster.await.Await;
import dev.groma.cluster.packaged.PackagedProgram;
import dev.groma.e2e.reliability.Finding;
import dev.groma.e2e.reliability.Promise;
import dev.groma.e2e.reliability.Proof;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Messages that come once more when their job has ended and is gone. */
class BridgeTimeToLiveIT extends BridgeArenaTest {

  private static final String REQUEST = Requests.passing("order-1", 4, 1);

  /** At least this long a job outlives its tombstone. */
  private static final Duration SETTLING = Duration.ofMinutes(10);

  @Proof(
      promise = Promise.ONE_JOB,
      fault =
          "a message comes again when its job's time to live is over: to the bridge that deleted the"
              + " job, and after kill -9 to another")
  void a_late_duplicate_of_a_job_that_was_deleted_makes_no_second_job(Finding finding) {
    // A call of the bridge that was killed may take a message with it, for so long.
    arena.consume("\"receive\": {\"visibilitySeconds\": 10}");
    PackagedProgram first = arena.start();
    arena.send(REQUEST);
    LayoutJob job = arena.awaitJobs(1).getFirst();
    awaitCounts("one job accepted", 1, 0);
    arena.awaitEmpty();
    arena.end(job, "Succeeded");
    awaitTombstone();
    first.kill();
    assertThat(arena.jobs()).as("jobs that outlive their tombstone").hasSize(1);

    PackagedProgram second = arena.start();
    age(SETTLING);
    arena.awaitJobs(0);
    arena.send(REQUEST);
    awaitCounts("a duplicate", 1, 1);
    arena.awaitEmpty();
    second.kill();
    arena.send(REQUEST);
    arena.start();

    LayoutQueueStatus status = awaitCounts("another duplicate", 1, 2);
    arena.awaitEmpty();
    assertThat(status.received()).isEqualTo(3);
    assertThat(arena.jobs()).isEmpty();
    assertThat(arena.queues.depth(arena.deadLetters)).isZero();

    arena.send(Requests.passing("order-1", 5, 1));
    assertThat(arena.awaitMessages(arena.deadLetters, 1))
        .extracting(it -> Queues.attribute(it, "failureReason"))
        .containsExactly("IdempotencyConflict");
    arena.send(Requests.request(2));
    arena.awaitJobs(1);
    assertThat(arena.jobsByKey()).isEqualTo(Map.of("order-2", 1));
    finding.says("no second job; both duplicates counted and deleted, no dead letter");
  }

  private LayoutQueueStatus awaitCounts(String what, long accepted, long duplicate) {
    return arena.awaitStatus(
        what,
        it ->
            it.accepted() != null
                && it.accepted() == accepted
                && it.duplicate() != null
                && it.duplicate() == duplicate);
  }

  private void awaitTombstone() {
    Await.value(
        "the tombstone; " + arena.logs(), BridgeArena.LIMIT, this::ledger, it -> it.size() == 1);
  }

  private List<ConfigMap> ledger() {
    return arena
        .cluster
        .client()
        .configMaps()
        .inNamespace(arena.namespace)
        .withLabel("groma.dev/ledger")
        .list()
        .getItems();
  }

  /** Lets the tombstones be so much older than they are: their keys are t and the seconds. */
  private void age(Duration by) {
    ConfigMap page = ledger().getFirst();
    page.setBinaryData(
        page.getBinaryData().entrySet().stream()
            .collect(
                Collectors.toMap(
                    entry -> "t" + (Long.parseLong(entry.getKey().substring(1)) - by.toSeconds()),
                    Map.Entry::getValue)));
    arena.cluster.client().resource(page).update();
  }
}
