package dev.groma.e2e.chaos;

import static dev.groma.cluster.faults.ApiRequests.watches;
import static dev.groma.cluster.scripted.PodMatchers.any;
import static dev.groma.cluster.scripted.Steps.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.layoutjob.LayoutJobStatus;
import dev.groma.api.layoutjob.Phase;
import dev.groma.cluster.ControlPlane;
import dev.groma.cluster.audit.AuditLog;
import dev.groma.cluster.audit.AuditQuery;
import dev.groma.cluster.await.Await;
import dev.groma.cluster.faults.Fault;
import dev.groma.cluster.faults.Injection;
import dev.groma.cluster.faults.Turns;
import dev.groma.cluster.junit.ClusterTest;
import dev.groma.cluster.junit.TestNamespace;
import dev.groma.cluster.operator.OperatorProcess;
import dev.groma.e2e.reliability.Finding;
import dev.groma.e2e.reliability.Promise;
import dev.groma.e2e.reliability.Proof;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What jobs cost the API server, counted in its audit log. */
@ClusterTest
class BudgetIT {

  private static final int SUCCESSFUL = 100;
  private static final int FINISHED = 1_000;

  private Arena arena;

  @BeforeEach
  void prepare(ControlPlane cluster, TestNamespace namespace) {
    arena = new Arena(cluster, namespace.name());
    arena.pods.otherwise().then(run());
  }

  @AfterEach
  void end() {
    arena.close();
  }

  @Proof(promise = Promise.BUDGET, fault = "none: 100 jobs succeed, then each is looked at again")
  void a_successful_job_costs_three_writes_and_a_look_that_changes_nothing_none(Finding finding) {
    OperatorProcess operator = arena.start(arena.direct());
    AuditLog.Mark start = arena.cluster.auditLog().mark();
    submit(SUCCESSFUL);
    arena.awaitAll(status -> status.phase() == Phase.RUNNING);
    arena.pods.now(any()).thenEach(pod -> List.of(LastWords.success(pod)));
    arena.awaitAllEnds();

    assertThat(since(start).counts())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("create jobs", (long) SUCCESSFUL, "patch layoutjobs/status", 2L * SUCCESSFUL));

    AuditLog.Mark quiet = arena.cluster.auditLog().mark();
    double before = reconciles(operator);
    touchAllJobs();
    awaitReconciles(operator, before + SUCCESSFUL);

    assertThat(since(quiet).counts()).isEmpty();
    finding.says("3 writes, 0 GET, 0 LIST for each of %d; 0 requests afterwards", SUCCESSFUL);
  }

  @Proof(promise = Promise.BUDGET, fault = "resync and restart with 1,000 finished jobs")
  void finished_jobs_cost_nothing(Finding finding) {
    finish(FINISHED);
    AuditLog.Mark restart = arena.cluster.auditLog().mark();
    OperatorProcess operator = arena.start();
    awaitReconciles(operator, FINISHED);
    assertThat(since(restart).writes().counts()).isEmpty();
    assertThat(since(restart).verbs("get").counts()).isEmpty();

    AuditLog.Mark resync = arena.cluster.auditLog().mark();
    Injection expired = arena.proxy.inject(watches(), Turns.upTo(6), Fault.expired());
    arena.proxy.cutWatches();
    Await.until(
        "the caches to be filled again",
        () -> since(resync).verbs("list").on("layoutjobs").count() > 0);
    LayoutJob fresh = arena.submit("fresh");
    arena.await("fresh", status -> status.phase() == Phase.RUNNING);

    assertThat(expired.struck()).isNotEmpty();
    assertThat(since(resync).verbs("get").counts()).isEmpty();
    assertThat(since(resync).writes().counts())
        .as("writes for %s alone", fresh.getMetadata().getName())
        .isEqualTo(Map.of("create jobs", 1L, "patch layoutjobs/status", 1L));
    finding.says("0 writes and 0 GET in a restart and in a resync of %,d", FINISHED);
  }

  private AuditQuery since(AuditLog.Mark mark) {
    return arena.requests().since(mark).and(event -> !event.verb().equals("watch"));
  }

  private void submit(int jobs) {
    IntStream.range(0, jobs).forEach(i -> arena.submit("job-" + i));
  }

  /** Each of the Jobs changes in a way that changes nothing for its LayoutJob. */
  private void touchAllJobs() {
    arena
        .cluster
        .client()
        .batch()
        .v1()
        .jobs()
        .inNamespace(arena.namespace)
        .list()
        .getItems()
        .forEach(job ->
            arena
                .cluster
                .client()
                .resource(job)
                .patch(
                    PatchContext.of(PatchType.JSON_MERGE),
                    "{\"metadata\": {\"annotations\": {\"example.com/touched\": \"yes\"}}}"));
  }

  /** Makes so many finished jobs, all after the pattern of a first that really ran. */
  private void finish(int jobs) {
    LayoutJobStatus end;
    try (OperatorProcess operator = arena.start(arena.direct())) {
      arena.submit("pattern");
      arena.await("pattern", status -> status.phase() == Phase.RUNNING);
      arena.pods.now(any()).thenEach(pod -> List.of(LastWords.success(pod)));
      end = arena.awaitEnd("pattern");
      operator.kill();
    }
    IntStream.range(1, jobs)
        .parallel()
        .forEach(i -> {
          LayoutJob job = arena.submit("finished-" + i);
          job.setStatus(end);
          arena.cluster.client().resource(job).subresource("status").patch();
        });
  }

  private static void awaitReconciles(OperatorProcess operator, double atLeast) {
    Await.value("reconciles", Await.LIMIT, () -> reconciles(operator), n -> n >= atLeast);
  }

  /** How many times the operator has looked at a job. */
  private static double reconciles(OperatorProcess operator) {
    return operator
        .metrics()
        .lines()
        .filter(line -> line.startsWith("groma_reconciles_total{"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }
}
