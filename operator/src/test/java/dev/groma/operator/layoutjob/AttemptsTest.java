package dev.groma.operator.layoutjob;

import static dev.groma.cluster.scripted.Steps.drain;
import static dev.groma.cluster.scripted.Steps.evict;
import static dev.groma.cluster.scripted.Steps.exit;
import static dev.groma.cluster.scripted.Steps.loseNode;
import static dev.groma.cluster.scripted.Steps.nodeRemoved;
import static dev.groma.cluster.scripted.Steps.outOfMemory;
import static dev.groma.cluster.scripted.Steps.preempt;
import static dev.groma.cluster.scripted.Steps.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.groma.api.layoutjob.AttemptBudget;
import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.layoutjob.LayoutJobStatus;
import dev.groma.api.layoutjob.PastAttempt;
import dev.groma.api.layoutjob.Phase;
import dev.groma.api.reason.Reason;
import dev.groma.cluster.ControlPlane;
import dev.groma.cluster.junit.ClusterTest;
import dev.groma.cluster.junit.TestNamespace;
import dev.groma.cluster.scripted.Step;
import dev.groma.operator.LastWords;
import dev.groma.operator.LayoutJobs;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Jobs that take more than one attempt, on a real API server. */
@ClusterTest
class AttemptsTest {

  /** A wait of up to a second keeps tests short and is one. */
  private static final String SOON = "execution: {backoff: {initialSeconds: 1, maxSeconds: 1}}";

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
  void a_job_that_fails_twice_succeeds_in_the_third_attempt() {
    LayoutJob job = jobs.create("flat", LayoutJobs.spec(SOON));
    String uid = job.getMetadata().getUid();
    operator.tell(
        job, 1, exit(75, LastWords.failure(uid, 1, Reason.TransientFailure, "the store is busy")));
    operator.tell(job, 2, exit(1, ""));
    operator.succeed(job, 3);

    LayoutJobStatus status = jobs.await("flat", Phase.SUCCEEDED);

    assertThat(status.attempts()).isEqualTo(3);
    assertThat(status.budget()).isEqualTo(new AttemptBudget(0, 2, 0));
    assertThat(status.pastAttempts())
        .extracting(PastAttempt::attempt, PastAttempt::reason, PastAttempt::exitCode)
        .containsExactly(tuple(1, "TransientFailure", 75), tuple(2, "RunnerCrashed", 1));
    assertThat(jobs.jobs(job)).as("one Job for each attempt").hasSize(3);
    assertThat(jobs.pods(job)).as("and one Pod for each").hasSize(3);
    assertThat(jobs.events(job))
        .extracting(Event::getReason)
        .containsExactlyInAnyOrder("TransientFailure", "RunnerCrashed");
  }

  @Test
  void a_job_whose_attempts_are_used_up_fails_with_the_last_ones_reason() {
    operator.pods.otherwise().then(run(), exit(1, ""));
    LayoutJob job =
        jobs.create(
            "flat",
            LayoutJobs.spec(
                "execution: {maxAttempts: 3, backoff: {initialSeconds: 1, maxSeconds: 1}}"));

    LayoutJobStatus status = jobs.await("flat", Phase.FAILED);

    assertThat(Objects.requireNonNull(status.failure()).message()).contains("all 3 attempts");
    assertThat(jobs.jobs(job)).hasSize(3);
  }

  @Test
  void an_attempt_that_ran_out_of_memory_is_followed_by_one_with_more() {
    LayoutJob job = jobs.create("flat", LayoutJobs.spec(SOON));
    operator.tell(job, 1, outOfMemory());
    operator.succeed(job, 2);

    LayoutJobStatus status = jobs.await("flat", Phase.SUCCEEDED);

    assertThat(memory(job, 1)).isEqualTo(Quantity.parse("1Gi"));
    assertThat(memory(job, 2)).isEqualTo(Quantity.parse("2Gi"));
    assertThat(status.memory()).isEqualTo("2Gi");
  }

  @ParameterizedTest
  @MethodSource
  void an_attempt_that_the_cluster_takes_away_does_not_count(String reason, List<Step> steps) {
    LayoutJob job =
        jobs.create(
            "flat",
            LayoutJobs.spec(
                "execution: {maxAttempts: 1, backoff: {initialSeconds: 1, maxSeconds: 1}}"));
    jobs.await("flat", Phase.RUNNING);
    operator.tell(job, 1, steps.toArray(Step[]::new));
    operator.succeed(job, 2);

    LayoutJobStatus status = jobs.await("flat", Phase.SUCCEEDED);

    assertThat(status.pastAttempts()).extracting(PastAttempt::reason).containsExactly(reason);
    assertThat(status.pastAttempts())
        .extracting(PastAttempt::node)
        .containsExactly(operator.pods.nodeName());
    assertThat(status.budget()).isEqualTo(new AttemptBudget(0, 0, 1));
    assertThat(jobs.jobs(job)).as("the Job of each attempt, the first with its log").hasSize(2);
    assertThat(operator.requests().verbs("delete").counts()).isEmpty();
  }

  static Stream<Arguments> an_attempt_that_the_cluster_takes_away_does_not_count() {
    return Stream.of(
        Arguments.of("Evicted", List.of(evict())),
        Arguments.of("Disrupted", List.of(drain())),
        Arguments.of("Disrupted", List.of(preempt())),
        Arguments.of(
            "NodeLost", Stream.concat(loseNode().stream(), Stream.of(nodeRemoved())).toList()));
  }

  @Test
  void another_attempt_costs_a_status_a_job_and_an_event() {
    LayoutJob job = jobs.create("flat", LayoutJobs.spec(SOON));
    jobs.await("flat", Phase.RUNNING);
    operator.tell(job, 1, exit(1, ""));
    jobs.awaitJob(job, 2);
    jobs.await("flat", Phase.RUNNING);
    operator.succeed(job, 2);
    jobs.await("flat", Phase.SUCCEEDED);

    assertThat(operator.requests().writes().counts())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("create jobs", 2L, "patch layoutjobs/status", 4L, "create events", 1L));
  }

  private Quantity memory(LayoutJob job, int attempt) {
    ResourceRequirements resources =
        jobs.awaitJob(job, attempt)
            .getSpec()
            .getTemplate()
            .getSpec()
            .getContainers()
            .getFirst()
            .getResources();
    return resources.getLimits().get("memory");
  }
}
