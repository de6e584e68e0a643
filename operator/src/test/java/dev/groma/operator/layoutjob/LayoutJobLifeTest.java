package dev.groma.operator.layoutjob;

import static dev.groma.cluster.scripted.PodMatchers.any;
import static dev.groma.cluster.scripted.Steps.run;
import static dev.groma.cluster.scripted.Steps.succeed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.api.layoutjob.Artifact;
import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.layoutjob.LayoutJobStatus;
import dev.groma.api.layoutjob.Phase;
import dev.groma.api.layoutjob.RoomDetectionSummary;
import dev.groma.api.layoutjob.Summary;
import dev.groma.cluster.ControlPlane;
import dev.groma.cluster.junit.ClusterTest;
import dev.groma.cluster.junit.TestNamespace;
import dev.groma.cluster.scripted.ScriptedPods;
import dev.groma.operator.LastWords;
import dev.groma.operator.LayoutJobs;
import dev.groma.operator.Rbac;
import dev.groma.operator.TestOperator;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ClusterTest
class LayoutJobLifeTest {

  private ControlPlane cluster;
  private String namespace;
  private ScriptedPods pods;
  private TestOperator operator;
  private LayoutJobs jobs;

  @BeforeEach
  void start(ControlPlane shared, TestNamespace fresh) {
    cluster = shared;
    namespace = fresh.name();
    pods = ScriptedPods.start(cluster, namespace);
    pods.otherwise().then(run());
    operator = TestOperator.start(cluster, namespace);
    jobs = new LayoutJobs(cluster.client(), namespace);
  }

  @AfterEach
  void stop() {
    operator.close();
    pods.close();
  }

  @Test
  void a_job_runs_and_succeeds_with_summary_and_artifacts() {
    LayoutJob job = jobs.create("flat");
    jobs.await("flat", Phase.RUNNING);

    pods.now(any()).then(succeed(LastWords.success(job)));

    LayoutJobStatus status = jobs.await("flat", Phase.SUCCEEDED);
    Summary summary = Objects.requireNonNull(status.summary());
    assertThat(summary.roomDetection()).returns(3L, RoomDetectionSummary::roomsCount);
    assertThat(status.artifacts())
        .extracting(Artifact::name)
        .containsExactly("rooms.geojson", "result.json");
    assertThat(jobs.awaitEvents(job))
        .singleElement()
        .returns("Completed", Event::getReason)
        .returns("Normal", Event::getType);
    assertThat(cluster.auditLog().requests().byUser(Rbac.user(namespace)).writes().counts())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("create jobs", 1L, "patch layoutjobs/status", 2L, "create events", 1L));
  }
}
