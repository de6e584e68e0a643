package dev.groma.e2e.chaos;

import static dev.groma.cluster.faults.ApiRequests.writes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.layoutjob.LayoutJobStatus;
import dev.groma.cluster.await.Await;
import dev.groma.cluster.faults.Fault;
import dev.groma.cluster.faults.Fault.Moment;
import dev.groma.cluster.faults.Injection;
import dev.groma.cluster.faults.Turns;
import dev.groma.cluster.operator.OperatorProcess;
import dev.groma.e2e.reliability.Finding;
import dev.groma.e2e.reliability.Promise;
import dev.groma.e2e.reliability.Proof;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;

/** The operator is killed, or loses its connection, at each of its writes. */
class KillIT extends ArenaTest {

  private OperatorProcess operator;
  private int jobs;

  @BeforeEach
  void startOperator() {
    operator = arena.start();
  }

  @Proof(
      promise = Promise.ONE_OUTCOME,
      fault = "kill -9 of the operator before and after the effect of each write")
  void a_job_survives_a_kill_at_each_write(Finding finding) {
    int kills = 0;
    for (Life life : mostTelling()) {
      for (Moment moment : Moment.values()) {
        kills += strikeEachWrite(life, Fault.withhold(moment), this::killAndStart);
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
      for (Moment moment : Moment.values()) {
        cuts += strikeEachWrite(life, Fault.cut(moment), () -> {});
      }
    }
    finding.says("%d cuts; each job has its end, and one Job for each attempt", cuts);
  }

  /** The life with the most different writes; `make chaos` plays all. */
  private static List<Life> mostTelling() {
    return Boolean.getBoolean("groma.chaos.long") ? all() : List.of(Life.retry());
  }

  private static List<Life> all() {
    return List.of(Life.success(), Life.retry(), Life.cancel(), Life.suspension());
  }

  /**
   * Lives the life again and again, and in each another write goes wrong: the first, the second,
   * and so on, until a life comes to its end before it has made so many.
   *
   * @return how many went wrong
   */
  private int strikeEachWrite(Life life, Fault fault, Runnable then) {
    int write = 0;
    boolean struck = true;
    while (struck) {
      write++;
      struck = strike(life, write, fault, then);
    }
    assertThat(write).as("writes of a life").isGreaterThan(life.attempts());
    return write - 1;
  }

  private boolean strike(Life life, int write, Fault fault, Runnable then) {
    try (Injection injection = arena.proxy.inject(writes(), Turns.only(write), fault)) {
      LayoutJob job = life.begin(arena, ++jobs);
      CompletableFuture<LayoutJobStatus> end =
          CompletableFuture.supplyAsync(() -> life.play(arena, job));
      Await.until("a strike, or the end", () -> !injection.struck().isEmpty() || end.isDone());
      boolean struck = !injection.struck().isEmpty();
      if (struck) {
        then.run();
      }
      String what = "%s, %s at write %d".formatted(life.name(), fault, write);
      assertThat(end.join().attempts()).as(what).isEqualTo(life.attempts());
      arena.jobs.assertOneForEachAttempt(job, life.attempts());
      return struck;
    }
  }

  private void killAndStart() {
    operator.kill();
    operator = arena.start();
  }
}
