package dev.groma.operator.layoutjob;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.layoutjob.Phase;
import dev.groma.cluster.ControlPlane;
import dev.groma.cluster.audit.AuditLog;
import dev.groma.cluster.await.Await;
import dev.groma.cluster.junit.ClusterTest;
import dev.groma.cluster.junit.TestNamespace;
import dev.groma.operator.TestOperator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many jobs at once, counted at the API server. */
@ClusterTest
class ManyJobsTest {

  private static final int JOBS = 200;

  @Test
  void each_costs_three_writes_and_those_that_are_over_cost_a_new_operator_nothing(
      ControlPlane cluster, TestNamespace namespace) {
    try (OperatorFixture operator = OperatorFixture.start(cluster, namespace.name())) {
      AuditLog.Mark start = cluster.auditLog().mark();
      List<LayoutJob> jobs =
          IntStream.range(0, JOBS).mapToObj(i -> operator.jobs.create("flat-" + i)).toList();
      awaitAll(operator, Phase.RUNNING);
      jobs.forEach(job -> operator.succeed(job, 1));
      awaitAll(operator, Phase.SUCCEEDED);

      assertThat(operator.requests().since(start).writes().counts())
          .containsExactlyInAnyOrderEntriesOf(
              Map.of("create jobs", (long) JOBS, "patch layoutjobs/status", 2L * JOBS));
      assertThat(operator.requests().since(start).verbs("get", "list").counts()).isEmpty();

      operator.stopOperator();
      AuditLog.Mark restart = cluster.auditLog().mark();
      TestOperator another = operator.startOperator();
      Await.until("every job to be looked at", () -> another.decided("Rest") >= JOBS);

      assertThat(operator.requests().since(restart).writes().counts()).isEmpty();
      assertThat(operator.requests().since(restart).verbs("get").counts()).isEmpty();
    }
  }

  private static void awaitAll(OperatorFixture operator, Phase phase) {
    Await.until(
        "all to be " + phase,
        Duration.ofMinutes(5),
        () ->
            operator.jobs.all().stream()
                .map(LayoutJob::getStatus)
                .allMatch(status -> status != null && status.phase() == phase));
  }
}
