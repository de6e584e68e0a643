package dev.groma.e2e.chaos;

import static dev.groma.cluster.faults.ApiRequests.watches;
import static dev.groma.cluster.scripted.PodMatchers.any;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.layoutjob.LayoutJobStatus;
import dev.groma.api.layoutjob.Phase;
import dev.groma.cluster.audit.AuditLog;
import dev.groma.cluster.audit.AuditQuery;
import dev.groma.cluster.await.Await;
import dev.groma.cluster.faults.ApiRequest;
import dev.groma.cluster.faults.Fault;
import dev.groma.cluster.faults.Injection;
import dev.groma.cluster.operator.OperatorProcess;
import dev.groma.e2e.reliability.Finding;
import dev.groma.e2e.reliability.Promise;
import dev.groma.e2e.reliability.Proof;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;

/** What jobs cost the API server, counted in its audit log. */
class BudgetIT extends ArenaTest {

  private static final int SUCCESSFUL = 100;
  private static final int FINISHED = 1_000;

  @Proof(promise = Promise.BUDGET, fault = "none: 100 jobs succeed, then each is looked at again")
  void a_successful_job_costs_three_writes_and_a_look_that_changes_nothing_none(Finding finding) {
    OperatorProcess operator = arena.start(arena.direct());
    AuditLog.Mark start = arena.cluster.auditLog().mark();
    submit(SUCCESSFUL, arena::submit);
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

  @Proof(promise = Promise.BUDGET, fault = "none: 100 jobs store their artifacts in ConfigMaps")
  void a_job_whose_artifacts_go_into_a_config_map_costs_four_writes(
      Finding finding, @TempDir Path folder) {
    Delivery delivery = new Delivery(arena.cluster.client(), folder);
    arena.start(arena.direct());
    AuditLog.Mark start = arena.cluster.auditLog().mark();
    submit(SUCCESSFUL, arena::submitForConfigMap);
    arena.awaitAll(status -> status.phase() == Phase.RUNNING);
    arena.pods.now(any()).thenEach(pod -> List.of(delivery.thenSuccess(pod)));
    arena.awaitAllEnds();

    assertThat(arena.all()).allMatch(job -> job.getStatus().phase() == Phase.SUCCEEDED);
    assertThat(since(start).counts())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "create jobs", (long) SUCCESSFUL,
                "create configmaps", (long) SUCCESSFUL,
                "patch layoutjobs/status", 2L * SUCCESSFUL,
                "create tokenreviews", (long) SUCCESSFUL));
    finding.says(
        "4 writes, 0 GET, 0 LIST for each of %d, and a TokenReview, which stores nothing",
        SUCCESSFUL);
  }

  @Proof(promise = Promise.BUDGET, fault = "restart, and all watches cut, with 1,000 finished jobs")
  void finished_jobs_cost_nothing(Finding finding) {
    finish(FINISHED);
    AuditLog.Mark restart = arena.cluster.auditLog().mark();
    OperatorProcess operator = arena.start();
    awaitReconciles(operator, FINISHED);
    assertThatOnlyOneThatComesLaterCosts("after-restart", restart);

    AuditLog.Mark resumption = arena.cluster.auditLog().mark();
    arena.proxy.cutWatches();
    Await.until(
        "the watches to be open again",
        () -> arena.requests().since(resumption).verbs("watch").on("layoutjobs").count() > 0);
    assertThatOnlyOneThatComesLaterCosts("after-resumption", resumption);

    finding.says("0 writes and 0 GET in a restart with %,d, and when all watches broke", FINISHED);
  }

  @Proof(
      promise = Promise.BUDGET,
      fault =
          "watches answered 410 Gone with 1,000 finished jobs, changes before they are listed anew")
  void a_list_of_finished_jobs_costs_nothing_and_loses_no_change(Finding finding) {
    finish(FINISHED);
    arena.start();
    arena.submit("running");
    arena.await("running", status -> status.phase() == Phase.RUNNING);
    AuditLog.Mark relist = arena.cluster.auditLog().mark();
    CompletableFuture<Void> changed = new CompletableFuture<>();
    try (Injection lists = arena.proxy.inject(BudgetIT::isList, Fault.hold(changed));
        Injection expired = arena.proxy.inject(watches(), Fault.expired())) {
      arena.proxy.cutWatches();
      expired.await();
      lists.await();
      arena.change("finished-7", "{\"ttlSecondsAfterFinished\": 100000}");
      arena.pods.now(ofJobOf("running")).thenEach(pod -> List.of(LastWords.success(pod)));
      arena.submit("meanwhile");
      Await.until(
          "all four caches to ask for a list",
          () -> lists.struck().stream().map(ApiRequest::resource).distinct().count() == 4);
    }
    changed.complete(null);

    arena.awaitEnd("running");
    arena.await("meanwhile", status -> status.phase() == Phase.RUNNING);
    Await.until("the change to be acknowledged", () -> isAcknowledged("finished-7"));
    arena.submit("afterwards");
    arena.await("afterwards", status -> status.phase() == Phase.RUNNING);
    assertThat(since(relist).and(event -> !event.verb().equals("list")).counts())
        .as("the end of one job, the start of two, and a change acknowledged")
        .isEqualTo(Map.of("create jobs", 2L, "patch layoutjobs/status", 4L));
    assertThat(since(relist).verbs("list").on("layoutjobs").count())
        .as("pages of LayoutJobs")
        .isGreaterThan(FINISHED / 500);
    finding.says(
        "0 writes, 0 GET, no event for %,d listed anew; 3 changes meanwhile, none lost", FINISHED);
  }

  private static boolean isList(ApiRequest request) {
    boolean ofAll = request.name().isEmpty() && !request.resource().isEmpty();
    return request.method().equals("GET") && ofAll && !request.isWatch();
  }

  private Predicate<Pod> ofJobOf(String layoutJob) {
    LayoutJob job = arena.job(layoutJob);
    return pod -> LastWords.isOf(pod, job, 1);
  }

  private boolean isAcknowledged(String name) {
    LayoutJob job = arena.job(name);
    return job.getMetadata().getGeneration().equals(job.getStatus().observedGeneration());
  }

  /** A job that comes last is looked at last, so all others have been looked at when it runs. */
  private void assertThatOnlyOneThatComesLaterCosts(String name, AuditLog.Mark start) {
    arena.submit(name);
    arena.await(name, status -> status.phase() == Phase.RUNNING);

    assertThat(since(start).verbs("get").counts()).isEmpty();
    assertThat(since(start).writes().counts())
        .as("writes for %s alone", name)
        .isEqualTo(Map.of("create jobs", 1L, "patch layoutjobs/status", 1L));
  }

  private AuditQuery since(AuditLog.Mark mark) {
    return arena.requests().since(mark).and(event -> !event.verb().equals("watch"));
  }

  private static void submit(int jobs, Consumer<String> how) {
    IntStream.range(0, jobs).forEach(i -> how.accept("job-" + i));
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
