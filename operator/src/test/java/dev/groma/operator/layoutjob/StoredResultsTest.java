package dev.groma.operator.layoutjob;

import static dev.groma.cluster.scripted.PodMatchers.any;
import static dev.groma.cluster.scripted.Steps.succeed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.api.layoutjob.Artifact;
import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.layoutjob.Phase;
import dev.groma.cluster.ControlPlane;
import dev.groma.cluster.junit.ClusterTest;
import dev.groma.cluster.junit.TestNamespace;
import dev.groma.operator.LastWords;
import dev.groma.operator.LayoutJobs;
import dev.groma.operator.life.Timing;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An answer counts when its artifacts are stored, on a real API server. */
@ClusterTest
class StoredResultsTest {

  private static final Duration LONG = Duration.ofMinutes(5);

  private OperatorFixture operator;
  private LayoutJobs jobs;

  @BeforeEach
  void start(ControlPlane cluster, TestNamespace namespace) {
    operator = new OperatorFixture(cluster, namespace.name());
    jobs = operator.jobs;
  }

  private void startOperator(Duration patience, Duration settling) {
    operator.timing = new Timing(patience, LONG, LONG, settling);
    operator.startOperator();
  }

  @AfterEach
  void stop() {
    operator.close();
  }

  @Test
  void a_runner_that_reports_what_it_has_not_stored_is_not_believed() {
    startOperator(Duration.ofMillis(1), Duration.ZERO);
    LayoutJob job = jobs.create("flat");
    jobs.await("flat", Phase.RUNNING);

    operator.pods.now(any()).then(succeed(LastWords.success(job)));

    assertThat(Objects.requireNonNull(jobs.await("flat", Phase.FAILED).failure()).reason())
        .isEqualTo("RunnerProtocolError");
  }

  @Test
  void a_job_that_is_through_in_a_moment_costs_two_writes() {
    startOperator(LONG, LONG);
    LayoutJob job = jobs.create("flat");

    operator.succeed(job, 1);

    assertThat(jobs.await("flat", Phase.SUCCEEDED).startTime()).isNotNull();
    assertThat(operator.requests().writes().counts())
        .isEqualTo(Map.of("create jobs", 1L, "patch layoutjobs/status", 1L));
  }

  @Test
  void artifacts_in_s3_are_named_where_the_operator_told_the_runner_to_store_them() {
    startOperator(LONG, Duration.ZERO);
    LayoutJob job =
        jobs.create("flat", LayoutJobs.spec("output: {s3: {bucket: plans, prefix: ridge/}}"));
    jobs.await("flat", Phase.RUNNING);

    operator.pods.now(any()).then(succeed(LastWords.success(job)));

    String place =
        "s3://plans/ridge/%s/%s/1/".formatted(operator.namespace, job.getMetadata().getUid());
    assertThat(jobs.await("flat", Phase.SUCCEEDED).artifacts())
        .extracting(Artifact::uri)
        .containsExactly(place + "rooms.geojson", place + "result.json");
  }
}
