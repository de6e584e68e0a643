package dev.groma.operator.layoutjob;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.api.layoutjob.AttemptBudget;
import dev.groma.api.layoutjob.Failure;
import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.layoutjob.LayoutJobStatus;
import dev.groma.api.layoutjob.PastAttempt;
import dev.groma.api.layoutjob.Phase;
import dev.groma.cluster.ControlPlane;
import dev.groma.cluster.await.Await;
import dev.groma.cluster.junit.ClusterTest;
import dev.groma.cluster.junit.TestNamespace;
import dev.groma.operator.Assignments;
import dev.groma.operator.LayoutJobs;
import dev.groma.operator.TestOperator;
import dev.groma.operator.life.Timing;
import io.fabric8.kubernetes.api.model.DeletionPropagation;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the operator finds when it starts, and what others do to its Jobs. */
@ClusterTest
class OperatorRestartTest {

  private OperatorFixture operator;
  private LayoutJobs jobs;
  private KubernetesClient admin;

  @BeforeEach
  void prepare(ControlPlane cluster, TestNamespace namespace) {
    operator = new OperatorFixture(cluster, namespace.name());
    jobs = operator.jobs;
    admin = cluster.client();
  }

  @AfterEach
  void stop() {
    operator.close();
  }

  @Test
  void a_job_of_the_operator_before_is_adopted() {
    LayoutJob job = jobs.create("flat");
    createJob(job);

    operator.startOperator();
    jobs.await("flat", Phase.RUNNING);
    operator.succeed(job, 1);
    jobs.await("flat", Phase.SUCCEEDED);

    assertThat(jobs.jobs(job)).hasSize(1);
    assertThat(operator.requests().verbs("create").on("jobs").count()).isZero();
  }

  @Test
  void an_end_that_came_while_no_operator_was_there_is_recorded() {
    operator.startOperator();
    LayoutJob job = jobs.create("flat");
    jobs.await("flat", Phase.RUNNING);
    operator.stopOperator();
    operator.succeed(job, 1);
    awaitComplete(job);

    operator.startOperator();
    jobs.await("flat", Phase.SUCCEEDED);

    assertThat(jobs.jobs(job)).hasSize(1);
  }

  @Test
  void an_answer_that_got_lost_is_found_by_the_owners_uid() {
    // Without its label the Job is there and the caches do not know it: as if the API server had
    // stored it and the answer and the event were yet to come.
    LayoutJob job = jobs.create("flat");
    Job unseen = manifest(job);
    unseen.getMetadata().getLabels().remove("groma.dev/layoutjob-uid");
    unseen.getSpec().setSuspend(true);
    admin.resource(unseen).create();

    operator.startOperator();
    Await.until(
        "a look at who owns the Job",
        () -> operator.requests().verbs("get").on("jobs").answered(200).count() > 0);
    admin.resource(unseen).edit(OperatorRestartTest::seen);
    jobs.await("flat", Phase.RUNNING);
    operator.succeed(job, 1);

    jobs.await("flat", Phase.SUCCEEDED);
  }

  @Test
  void a_final_job_is_not_run_again_when_its_job_is_deleted_and_the_operator_restarts() {
    operator.startOperator();
    LayoutJob job = jobs.create("flat");
    jobs.await("flat", Phase.RUNNING);
    operator.succeed(job, 1);
    LayoutJobStatus end = jobs.await("flat", Phase.SUCCEEDED);
    deleteJob(job);
    operator.stopOperator();

    operator.startOperator();
    LayoutJob other = jobs.create("other");
    jobs.await("other", Phase.RUNNING);

    assertThat(jobs.get("flat").getStatus()).isEqualTo(end);
    assertThat(jobs.jobs(job)).isEmpty();
    assertThat(jobs.jobs(other)).hasSize(1);
  }

  @Test
  void a_job_that_somebody_deletes_is_tried_again_under_the_next_number() {
    operator.startOperator();
    LayoutJob job = jobs.create("flat");
    LayoutJobStatus running = jobs.await("flat", Phase.RUNNING);

    deleteJob(job);
    LayoutJobStatus again =
        jobs.await("flat", status -> status.phase() == Phase.RUNNING && attempts(status) == 2);

    assertThat(again.pastAttempts()).extracting(PastAttempt::reason).containsExactly("RunnerGone");
    assertThat(again.budget()).isEqualTo(new AttemptBudget(0, 0, 1));
    assertThat(again.startTime()).isEqualTo(running.startTime());
    assertThat(operator.requests().verbs("create").on("jobs").count()).isEqualTo(2);
  }

  @Test
  void a_pod_that_is_deleted_with_its_end_unseen_leaves_the_job_controllers_words() {
    operator.startOperator();
    LayoutJob job = jobs.create("flat");
    jobs.await("flat", Phase.RUNNING);
    operator.stopOperator();
    operator.succeed(job, 1);
    awaitComplete(job);
    jobs.pods(job).forEach(pod -> admin.resource(pod).delete());
    Await.until("the Pod to be gone", () -> jobs.pods(job).isEmpty());

    operator.timing =
        new Timing(
            Duration.ofMillis(1), Duration.ofMinutes(5), Duration.ofMinutes(5), Duration.ZERO);
    operator.startOperator();

    LayoutJobStatus status = jobs.await("flat", recorded -> attempts(recorded) == 2);
    assertThat(status.pastAttempts()).extracting(PastAttempt::reason).containsExactly("RunnerGone");
  }

  @Test
  void a_job_of_someone_else_is_left_alone() {
    LayoutJob job = jobs.create("flat");
    Job foreign = manifest(job);
    foreign.getMetadata().setOwnerReferences(List.of());
    foreign.getSpec().setSuspend(true);
    admin.resource(foreign).create();

    operator.startOperator();

    Failure failure = Objects.requireNonNull(jobs.await("flat", Phase.FAILED).failure());
    assertThat(failure.reason()).isEqualTo("NameTaken");
    assertThat(failure.message()).contains(foreign.getMetadata().getName(), "no one");
    assertThat(jobs.jobs(job)).hasSize(1);
  }

  @Test
  void a_successor_of_the_same_name_does_not_inherit_anything() {
    operator.startOperator();
    LayoutJob first = jobs.create("flat");
    jobs.await("flat", Phase.RUNNING);
    admin.resource(first).delete();
    Await.until(
        "the first to be gone",
        () ->
            admin
                .resources(LayoutJob.class)
                .inNamespace(operator.namespace)
                .list()
                .getItems()
                .isEmpty());
    LayoutJob second = jobs.create("flat");
    jobs.await("flat", Phase.RUNNING);

    operator.succeed(second, 1);
    jobs.await("flat", Phase.SUCCEEDED);

    Await.until("the first one's Job to be collected", () -> jobs.jobs(first).isEmpty());
    assertThat(jobs.jobs(second)).hasSize(1);
  }

  private static int attempts(LayoutJobStatus status) {
    return Objects.requireNonNullElse(status.attempts(), 0);
  }

  private void createJob(LayoutJob job) {
    admin.resource(manifest(job)).create();
  }

  private static Job manifest(LayoutJob job) {
    return TestOperator.manifest().of(Assignments.first(job));
  }

  private static Job seen(Job job) {
    String uid = job.getMetadata().getOwnerReferences().getFirst().getUid();
    return new JobBuilder(job)
        .editMetadata()
        .addToLabels("groma.dev/layoutjob-uid", uid)
        .endMetadata()
        .editSpec()
        .withSuspend(false)
        .endSpec()
        .build();
  }

  private void deleteJob(LayoutJob job) {
    admin
        .resource(jobs.awaitJob(job))
        .withPropagationPolicy(DeletionPropagation.BACKGROUND)
        .delete();
  }

  private void awaitComplete(LayoutJob job) {
    Await.until(
        "the Job to be over",
        () ->
            jobs.jobs(job).getFirst().getStatus().getConditions().stream()
                .anyMatch(condition -> condition.getType().equals("Complete")));
  }
}
