package dev.groma.e2e.chaos;

import static dev.groma.cluster.faults.ApiRequests.writes;
import static dev.groma.cluster.scripted.Steps.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.layoutjob.LayoutJobStatus;
import dev.groma.cluster.ControlPlane;
import dev.groma.cluster.audit.AuditLog;
import dev.groma.cluster.await.Await;
import dev.groma.cluster.faults.Fault;
import dev.groma.cluster.faults.Fault.Moment;
import dev.groma.cluster.faults.Injection;
import dev.groma.cluster.faults.Turns;
import dev.groma.cluster.junit.ClusterTest;
import dev.groma.cluster.junit.TestNamespace;
import dev.groma.cluster.operator.OperatorProcess;
import dev.groma.e2e.reliability.Finding;
import dev.groma.e2e.reliability.Promise;
import dev.groma.e2e.reliability.Proof;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The operator is killed, or loses its connection, at each of its writes. */
@ClusterTest
class KillIT {

  private Arena arena;
  private OperatorProcess operator;
  private int jobs;

  @BeforeEach
  void prepare(ControlPlane cluster, TestNamespace namespace) {
    arena = new Arena(cluster, namespace.name());
    arena.pods.otherwise().then(run());
    operator = arena.start();
  }

  @AfterEach
  void end() {
    arena.close();
  }

  @Proof(
      promise = Promise.ONE_OUTCOME,
      fault = "kill -9 of the operator before and after the effect of each write")
  void a_job_survives_a_kill_at_each_write(Finding finding) {
    int kills = 0;
    for (Life life : mostTelling()) {
      for (Strike strike : Strike.of(life)) {
        LayoutJob job = struck(life, strike, Fault.withhold(strike.moment()), this::killAndStart);
        arena.jobs.assertOneForEachAttempt(job, life.attempts());
        kills++;
      }
    }
    finding.says("%d kills; each job has its end, and one Job for each attempt", kills);
  }

  @Proof(
      promise = Promise.ONE_OUTCOME,
      fault = "the connection breaks before and after the effect of each write")
  void a_job_survives_a_cut_at_each_write(Finding finding) {
    int cuts = 0;
    for (Life life : all()) {
      for (Strike strike : Strike.of(life)) {
        LayoutJob job = struck(life, strike, Fault.cut(strike.moment()), () -> {});
        arena.jobs.assertOneForEachAttempt(job, life.attempts());
        cuts++;
      }
    }
    finding.says("%d cuts; each job has its end, and one Job for each attempt", cuts);
  }

  @Test
  void an_undisturbed_life_takes_as_many_writes_as_it_says() {
    for (Life life : all()) {
      AuditLog.Mark start = arena.cluster.auditLog().mark();
      life.play(arena, life.begin(arena, ++jobs));

      Await.value(
          "the writes of " + life.name(),
          Arena.CONVERGED,
          () -> arena.requests().since(start).writes().counts(),
          counts -> counts.values().stream().mapToLong(Long::longValue).sum() == life.writes());
    }
  }

  /** The life with the most different writes; `make chaos` plays all. */
  private static List<Life> mostTelling() {
    return Boolean.getBoolean("groma.chaos.long") ? all() : List.of(Life.retry());
  }

  private static List<Life> all() {
    return List.of(Life.success(), Life.retry(), Life.cancel(), Life.suspension());
  }

  /** Lives a life in which one write goes wrong, and returns the job at its end. */
  private LayoutJob struck(Life life, Strike strike, Fault fault, Runnable then) {
    try (Injection injection = arena.proxy.inject(writes(), Turns.only(strike.write()), fault)) {
      LayoutJob job = life.begin(arena, ++jobs);
      CompletableFuture<LayoutJobStatus> end =
          CompletableFuture.supplyAsync(() -> life.play(arena, job));
      injection.await();
      then.run();
      LayoutJobStatus status = end.join();
      assertThat(status.attempts()).as("%s, %s", life.name(), strike).isEqualTo(life.attempts());
      return job;
    }
  }

  private void killAndStart() {
    operator.kill();
    operator = arena.start();
  }

  /** One write, and the side of its effect on which something goes wrong. */
  private record Strike(Moment moment, int write) {

    static List<Strike> of(Life life) {
      List<Strike> strikes = new ArrayList<>();
      for (Moment moment : Moment.values()) {
        for (int write = 1; write <= life.writes(); write++) {
          strikes.add(new Strike(moment, write));
        }
      }
      return strikes;
    }
  }
}
