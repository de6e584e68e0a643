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
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An answer counts when its artifacts are stored, on a real API server. */
@ClusterTest
class StoredResultsTest {

  private OperatorFixture operator;
  private LayoutJobs jobs;

  @BeforeEach
  void start(ControlPlane cluster, TestNamespace namespace) {
    operator = new OperatorFixture(cluster, namespace.name());
    operator.timing =
        new Timing(Duration.ofMillis(1), Duration.ofMinutes(5), Duration.ofMinutes(5));
    operator.startOperator();
    jobs = operator.jobs;
  }

  @AfterEach
  void stop() {
    operator.close();
  }

  @Test
  void a_runner_that_reports_what_it_has_not_stored_is_not_believed() {
    LayoutJob job = jobs.create("flat");
    jobs.await("flat", Phase.RUNNING);

    operator.pods.now(any()).then(succeed(LastWords.success(job)));

    assertThat(Objects.requireNonNull(jobs.await("flat", Phase.FAILED).failure()).reason())
        .isEqualTo("RunnerProtocolError");
  }

  @Test
  void artifacts_in_s3_are_named_where_the_operator_told_the_runner_to_store_them() {
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
