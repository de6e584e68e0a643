package dev.groma.operator.layoutjob;

import static dev.groma.cluster.scripted.PodMatchers.any;
import static dev.groma.cluster.scripted.Steps.exit;
import static dev.groma.cluster.scripted.Steps.imagePullBackOff;
import static dev.groma.cluster.scripted.Steps.imagePullError;
import static dev.groma.cluster.scripted.Steps.run;
import static dev.groma.cluster.scripted.Steps.succeed;
import static dev.groma.cluster.scripted.Steps.unschedulable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.api.layoutjob.Artifact;
import dev.groma.api.layoutjob.Failure;
import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.layoutjob.LayoutJobStatus;
import dev.groma.api.layoutjob.Phase;
import dev.groma.api.layoutjob.RoomDetectionSummary;
import dev.groma.api.layoutjob.Runner;
import dev.groma.api.layoutjob.Summary;
import dev.groma.api.reason.Reason;
import dev.groma.cluster.ControlPlane;
import dev.groma.cluster.junit.ClusterTest;
import dev.groma.cluster.junit.TestNamespace;
import dev.groma.operator.LastWords;
import dev.groma.operator.LayoutJobs;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One job at a time on a real API server, with Pods that follow a script. */
@ClusterTest
class LayoutJobLifeTest {

  private OperatorFixture operator;
  private LayoutJobs jobs;

  @BeforeEach
  void start(ControlPlane cluster, TestNamespace namespace) {
    operator = OperatorFixture.start(cluster, namespace.name());
    jobs = operator.jobs;
  }

  @AfterEach
  void stop() {
    operator.close();
  }

  @Test
  void a_job_runs_and_succeeds_with_summary_and_artifacts_in_three_writes() {
    LayoutJob job = jobs.create("flat");
    LayoutJobStatus running = jobs.await("flat", Phase.RUNNING);
    operator.succeed(job, 1);

    LayoutJobStatus status = jobs.await("flat", Phase.SUCCEEDED);

    Summary summary = Objects.requireNonNull(status.summary());
    assertThat(summary.roomDetection()).returns(3L, RoomDetectionSummary::roomsCount);
    assertThat(status.artifacts())
        .extracting(Artifact::uri)
        .containsExactly(
            "configmap://%s/flat-result-1/rooms.geojson".formatted(operator.namespace),
            "configmap://%s/flat-result-1/result.json".formatted(operator.namespace));
    assertThat(status.startTime()).isEqualTo(running.startTime());
    assertThat(status.runner())
        .returns(operator.pods.nodeName(), Runner::node)
        .returns(jobs.jobs(job).getFirst().getMetadata().getName(), Runner::jobName);
    assertThat(LayoutJobs.condition(status, "Ready").status()).isEqualTo("True");
    assertThat(LayoutJobs.condition(status, "ResultRecorded").status()).isEqualTo("True");
    assertThat(operator.requests().writes().counts())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("create jobs", 1L, "patch layoutjobs/status", 2L));
    assertThat(operator.requests().verbs("get", "list").counts())
        .as("at the start only")
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("list layoutjobs", 1L, "list jobs", 1L, "list pods", 1L, "list configmaps", 1L));
  }

  @Test
  void the_time_of_the_crds_default_status_is_not_taken_for_a_transition() {
    jobs.create("flat");

    LayoutJobStatus running = jobs.await("flat", Phase.RUNNING);

    assertThat(running.conditions())
        .allSatisfy(
            condition -> assertThat(condition.lastTransitionTime()).doesNotStartWith("1970"));
  }

  @Test
  void bad_data_fails_with_the_runners_words() {
    LayoutJob job = jobs.create("flat");
    jobs.await("flat", Phase.RUNNING);
    operator
        .pods
        .now(any())
        .then(
            exit(
                65,
                LastWords.failure(
                    job.getMetadata().getUid(), 1, Reason.BadData, "wall 3 has one end")));

    LayoutJobStatus status = jobs.await("flat", Phase.FAILED);

    assertThat(status.failure()).isEqualTo(new Failure("BadData", "wall 3 has one end", false, 65));
    assertThat(LayoutJobs.condition(status, "Stalled").status()).isEqualTo("True");
    assertThat(jobs.awaitEvents(job))
        .singleElement()
        .returns("BadData", Event::getReason)
        .returns("Warning", Event::getType)
        .returns("wall 3 has one end", Event::getNote);
  }

  @Test
  void a_runner_that_ends_before_it_was_seen_to_run_needs_two_writes() {
    operator.pods.otherwise().then(run(), exit(65, ""));

    jobs.create("flat");

    assertThat(failure("flat")).returns("BadData", Failure::reason).returns(65, Failure::exitCode);
    assertThat(operator.requests().on("layoutjobs/status").count()).isBetween(1L, 2L);
  }

  @Test
  void a_runner_that_leaves_no_word_crashed() {
    operator.pods.otherwise().then(run(), exit(1, ""));

    jobs.create("flat", LayoutJobs.spec("execution: {maxAttempts: 1}"));

    assertThat(failure("flat"))
        .returns("RunnerCrashed", Failure::reason)
        .returns(true, Failure::retryable)
        .returns(1, Failure::exitCode);
  }

  @Test
  void success_with_a_garbled_word_is_a_protocol_error() {
    operator.pods.otherwise().then(run(), succeed("all good!"));

    jobs.create("flat");

    assertThat(failure("flat").reason()).isEqualTo("RunnerProtocolError");
  }

  @Test
  void a_word_for_another_attempt_is_a_protocol_error() {
    LayoutJob job = jobs.create("flat");
    jobs.await("flat", Phase.RUNNING);
    operator.pods.now(any()).then(succeed(LastWords.success(job.getMetadata().getUid(), 2)));

    assertThat(failure("flat").reason()).isEqualTo("RunnerProtocolError");
  }

  @Test
  void numbers_that_the_crd_has_no_place_for_are_a_protocol_error() {
    LayoutJob job = jobs.create("flat");
    jobs.await("flat", Phase.RUNNING);
    jobs.storeResult(job, 1);
    operator
        .pods
        .now(any())
        .then(
            succeed(
                LastWords.success(
                    job.getMetadata().getUid(), 1, LastWords.summary().put("roomsCount", -1))));

    assertThat(failure("flat"))
        .returns("RunnerProtocolError", Failure::reason)
        .extracting(Failure::message)
        .asString()
        .contains("roomsCount");
  }

  @Test
  void a_pod_that_waits_for_its_image_is_queued_once_and_goes_on_by_itself() {
    operator.pods.otherwise().then(imagePullError());
    LayoutJob job = jobs.create("flat");

    LayoutJobStatus queued = jobs.await("flat", Phase.QUEUED);
    operator.pods.now(any()).then(imagePullBackOff(), imagePullError(), imagePullBackOff(), run());
    operator.succeed(job, 1);
    jobs.await("flat", Phase.SUCCEEDED);

    assertThat(LayoutJobs.condition(queued, "Running"))
        .returns("ImageUnavailable", condition -> condition.reason())
        .extracting(condition -> condition.message())
        .asString()
        .contains("ErrImagePull", "not found");
    assertThat(operator.requests().on("layoutjobs/status").count()).isLessThanOrEqualTo(3);
  }

  @Test
  void a_pod_that_no_node_takes_is_queued_in_the_schedulers_words() {
    operator.pods.otherwise().then(unschedulable());
    jobs.create("flat");

    LayoutJobStatus queued = jobs.await("flat", Phase.QUEUED);

    assertThat(LayoutJobs.condition(queued, "Reconciling"))
        .returns("True", condition -> condition.status())
        .returns("Unschedulable", condition -> condition.reason())
        .extracting(condition -> condition.message())
        .asString()
        .contains("Insufficient memory");
  }

  private Failure failure(String name) {
    return Objects.requireNonNull(jobs.await(name, Phase.FAILED).failure());
  }
}
