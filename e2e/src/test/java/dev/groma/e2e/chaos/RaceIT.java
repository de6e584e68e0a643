package dev.groma.e2e.chaos;

import static dev.groma.cluster.faults.ApiRequests.writes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.layoutjob.Phase;
import dev.groma.cluster.audit.AuditLog;
import dev.groma.cluster.await.Await;
import dev.groma.cluster.faults.ApiRequest;
import dev.groma.cluster.faults.Fault;
import dev.groma.e2e.reliability.Finding;
import dev.groma.e2e.reliability.Promise;
import dev.groma.e2e.reliability.Proof;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * A change of the spec lands while the operator's status write is on its way: the SDK takes the
 * event of the change for an echo of its own write. What saves it is the resourceVersion that every
 * status write carries; without it most changes are lost.
 */
class RaceIT extends ArenaTest {

  private static final int CONFLICT = 409;

  /** In every run as many as take a minute or two; `make chaos` runs more. */
  private static final int RACES =
      Integer.getInteger("groma.chaos.races", Boolean.getBoolean("groma.chaos.long") ? 2_000 : 300);

  /** Enough to show that the races are real. */
  private static final int UNGUARDED = 200;

  /** More at a time only queue up on two cores. */
  private static final int AT_A_TIME = 100;

  /**
   * A status that was recorded over a change, and stands for so long, has lost it; the next net is
   * a minute wide. The clock starts with that record: a slow machine is late and loses nothing.
   */
  private static final Duration UNNOTICED = Duration.ofSeconds(10);

  /**
   * Kueue's queue holds the Job: one status write says so, and no event follows it. Of a Job that
   * runs the Job controller writes the numbers of its Pods a second later, and that event would
   * heal whatever was lost.
   */
  private static final String QUEUED = "execution: {queueName: full}";

  private static final Set<Phase> CHANGED = Set.of(Phase.CANCELLED, Phase.SUSPENDED);

  private ExecutorService threads;
  private SharedIndexInformer<LayoutJob> seen;

  /** What became of a change. */
  private enum Fate {
    OPEN,
    NOTICED,
    LOST
  }

  @BeforeEach
  void openRaces() {
    threads = Executors.newVirtualThreadPerTaskExecutor();
    seen = arena.cluster.client().resources(LayoutJob.class).inNamespace(arena.namespace).inform();
    arena.proxy.inject(
        request -> request.resource().equals("jobs") && request.method().equals("POST"),
        Fault.rewrite(RaceIT::held));
    arena.start();
  }

  @AfterEach
  void closeRaces() {
    threads.close();
    seen.close();
  }

  @Proof(
      promise = Promise.NO_LOST_CHANGE,
      fault = "cancel or suspend lands while a status write is on its way")
  void a_change_during_a_status_write_is_not_lost(Finding finding) {
    AuditLog.Mark start = arena.cluster.auditLog().mark();

    int lost = race(RACES, body -> body);

    finding.says("%,d of %,d lost", lost, RACES);
    assertThat(lost).isZero();
    assertThat(arena.requests().since(start).on("layoutjobs/status").answered(CONFLICT).count())
        .as("writes that came too late")
        .isGreaterThanOrEqualTo(RACES);
  }

  @Proof(
      promise = Promise.NO_LOST_CHANGE,
      fault = "the same, with the version taken out of each status write on its way")
  void without_the_version_most_such_changes_are_lost(Finding finding) {
    int lost = race(UNGUARDED, RaceIT::withoutVersion);

    finding.says("%,d of %,d lost: the races are real", lost, UNGUARDED);
    assertThat(lost).isGreaterThan(UNGUARDED / 2);
  }

  private static String withoutVersion(String status) {
    return changed(status, "\"resourceVersion\":\"\\d+\",?", "");
  }

  /** As Kueue's webhook does with the Jobs of its queues. */
  private static String held(String job) {
    return changed(job, "\"spec\":\\{", "\"spec\":{\"suspend\":true,");
  }

  private static String changed(String body, String pattern, String replacement) {
    String changed = body.replaceFirst(pattern, replacement);
    assertThat(changed).as("a body with " + pattern).isNotEqualTo(body);
    return changed;
  }

  /**
   * Provokes one race for each of so many jobs.
   *
   * @param onItsWay what becomes of each status write
   * @return how many changes were lost
   */
  private int race(int races, UnaryOperator<String> onItsWay) {
    Set<String> changed = ConcurrentHashMap.newKeySet();
    Map<String, Instant> recordedOver = new ConcurrentHashMap<>();
    arena.proxy.inject(
        writes("layoutjobs/status"),
        Fault.hold(request ->
            overtaken(request, changed).thenApply(done -> onItsWay.apply(request.body()))));
    Semaphore room = new Semaphore(AT_A_TIME);
    Set<String> lost = ConcurrentHashMap.newKeySet();
    IntStream.range(0, races)
        .forEach(i -> {
          room.acquireUninterruptibly();
          threads.execute(() -> {
            String name = (i % 2 == 0 ? "cancel-" : "suspend-") + i;
            lost.add(name);
            try {
              arena.submit(name, QUEUED);
              if (fate(name, recordedOver) == Fate.NOTICED) {
                lost.remove(name);
              }
            } finally {
              room.release();
            }
          });
        });
    room.acquireUninterruptibly(AT_A_TIME);
    return lost.size();
  }

  /** Lets a change of the spec overtake the first status write of a job. */
  private CompletionStage<Void> overtaken(ApiRequest request, Set<String> changed) {
    String name = request.name();
    if (!changed.add(name)) {
      return CompletableFuture.completedStage(null);
    }
    return CompletableFuture.runAsync(
        () ->
            arena.change(
                name, name.startsWith("cancel") ? "{\"cancel\": true}" : "{\"suspend\": true}"),
        threads);
  }

  private Fate fate(String name, Map<String, Instant> recordedOver) {
    return Await.value(
        "the change of " + name + " to be noticed or lost",
        Await.LIMIT,
        () -> {
          LayoutJob job = seen.getStore().getByKey(arena.namespace + "/" + name);
          if (job != null && CHANGED.contains(job.getStatus().phase())) {
            return Fate.NOTICED;
          }
          if (job == null || job.getStatus().phase() != Phase.QUEUED || !isChanged(job)) {
            return Fate.OPEN;
          }
          Instant since = recordedOver.computeIfAbsent(name, first -> Instant.now());
          return since.isBefore(Instant.now().minus(UNNOTICED)) ? Fate.LOST : Fate.OPEN;
        },
        fate -> fate != Fate.OPEN);
  }

  private static boolean isChanged(LayoutJob job) {
    return job.getMetadata().getGeneration() > 1;
  }
}
