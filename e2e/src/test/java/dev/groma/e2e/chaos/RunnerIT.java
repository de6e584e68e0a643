package dev.groma.e2e.chaos;

import static dev.groma.cluster.scripted.Steps.loseNode;
import static dev.groma.cluster.scripted.Steps.nodeRemoved;
import static dev.groma.cluster.scripted.Steps.succeed;
import static dev.groma.cluster.scripted.Steps.vanish;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.layoutjob.LayoutJobStatus;
import dev.groma.api.layoutjob.PastAttempt;
import dev.groma.api.layoutjob.Phase;
import dev.groma.cluster.await.Await;
import dev.groma.cluster.operator.OperatorProcess;
import dev.groma.cluster.scripted.Step;
import dev.groma.e2e.reliability.Finding;
import dev.groma.e2e.reliability.Promise;
import dev.groma.e2e.reliability.Proof;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;

/** Runners that are gone without a word, that lie, and that come twice. */
class RunnerIT extends ArenaTest {

  private static final int BUG = 70;

  private OperatorProcess operator;

  @BeforeEach
  void startOperator() {
    operator = arena.start(arena.direct());
  }

  @Proof(
      promise = Promise.RUNNER,
      fault = "last words that are garbage, empty, of another attempt, of another job, 1 MB long")
  void a_runner_that_lies_fails_its_own_attempt_and_nothing_else(Finding finding) {
    Map<String, Function<Pod, String>> lies = new LinkedHashMap<>();
    lies.put("garbage", pod -> "}{ not a word");
    lies.put("empty", pod -> "");
    lies.put("attempt", pod -> LastWords.success(LastWords.uid(pod), 7));
    lies.put("job", pod -> LastWords.success("1b4e28ba-2fa1-11d2-883f-0016d3cca427", 1));
    lies.put("long", pod -> "x".repeat(1_000_000));
    LayoutJob honest = submitAndAwaitRunning("honest");

    lies.forEach((name, word) -> {
      LayoutJob liar = submitAndAwaitRunning(name);
      tell(liar, 1, pod -> succeed(word.apply(pod)));
      LayoutJobStatus status = arena.awaitEnd(name);
      assertThat(Objects.requireNonNull(status.failure()).reason())
          .as(name)
          .isEqualTo("RunnerProtocolError");
      assertThat(status.artifacts()).as(name).isNullOrEmpty();
      arena.jobs.assertOneForEachAttempt(liar, 1);
    });

    tell(honest, 1, LastWords::success);
    assertThat(arena.awaitEnd("honest").phase()).isEqualTo(Phase.SUCCEEDED);
    finding.says("%d lies, each RunnerProtocolError; the job beside them succeeded", lies.size());
  }

  @Proof(promise = Promise.RUNNER, fault = "a runner whose end is reported twice, differently")
  void the_first_end_counts(Finding finding) {
    LayoutJob job = submitAndAwaitRunning("twice");
    tell(job, 1, LastWords::success);
    LayoutJobStatus first = arena.awaitEnd("twice");

    reportAgain(job);
    arena.submit("after");
    arena.await("after", status -> status.phase() == Phase.RUNNING);

    assertThat(arena.status("twice")).isEqualTo(first);
    arena.jobs.assertOneForEachAttempt(job, 1);
    finding.says("the status stays as it was, to the byte");
  }

  @Proof(
      promise = Promise.RUNNER,
      fault = "a Pod gone without a trace, by force and past its finalizers")
  void a_pod_that_vanishes_is_replaced_and_its_job_ends_well(Finding finding) {
    LayoutJob job = submitAndAwaitRunning("gone");
    String first = pods(job).getFirst().getMetadata().getUid();

    arena.pods.now(pod -> LastWords.isOf(pod, job, 1)).then(vanish());
    Await.until(
        "another Pod",
        () -> pods(job).stream().anyMatch(pod -> !pod.getMetadata().getUid().equals(first)));
    arena
        .pods
        .now(pod -> LastWords.isOf(pod, job, 1) && !pod.getMetadata().getUid().equals(first))
        .thenEach(pod -> List.of(LastWords.success(pod)));

    assertThat(arena.awaitEnd("gone").phase()).isEqualTo(Phase.SUCCEEDED);
    arena.jobs.assertOneForEachAttempt(job, 1);
    finding.says("succeeded, one Job");
  }

  @Proof(
      promise = Promise.RUNNER,
      fault = "the operator is dead while the node is lost and its Pod collected")
  void a_lost_node_costs_an_attempt_that_does_not_count(Finding finding) {
    LayoutJob job = submitAndAwaitRunning("lost");
    operator.kill();

    arena.pods.now(pod -> LastWords.isOf(pod, job, 1)).then(loseNode());
    arena.pods.now(pod -> LastWords.isOf(pod, job, 1)).then(nodeRemoved());
    arena.start(arena.direct());
    arena.await("lost", status -> status.attempts() == 2 && status.phase() == Phase.RUNNING);
    tell(job, 2, LastWords::success);

    LayoutJobStatus end = arena.awaitEnd("lost");
    assertThat(end.phase()).isEqualTo(Phase.SUCCEEDED);
    assertThat(end.pastAttempts()).singleElement().returns(1, PastAttempt::attempt);
    assertThat(Objects.requireNonNull(end.budget()).failures()).isZero();
    arena.jobs.assertOneForEachAttempt(job, 2);
    finding.says("2 attempts, reason %s, none counted", end.pastAttempts().getFirst().reason());
  }

  @Proof(promise = Promise.RUNNER, fault = "a second Pod of the same attempt, with another answer")
  void two_pods_for_one_job_give_one_outcome(Finding finding) {
    LayoutJob job = submitAndAwaitRunning("double");
    createTwin(pods(job).getFirst());

    tell(job, 1, LastWords::success);
    LayoutJobStatus end = arena.awaitEnd("double");

    assertThat(end.phase()).isEqualTo(Phase.SUCCEEDED);
    assertThat(end.attempts()).isEqualTo(1);
    arena.jobs.assertOneForEachAttempt(job, 1);
    finding.says("one end, one Job, although a second Pod ran beside the first");
  }

  @Proof(promise = Promise.RUNNER, fault = "the job succeeds while no operator is there")
  void an_end_during_the_operators_absence_is_recorded(Finding finding) {
    LayoutJob job = submitAndAwaitRunning("unseen");
    operator.kill();

    tell(job, 1, LastWords::success);
    Await.until(
        "the Job to be over",
        () -> Objects.requireNonNullElse(job(job).getStatus().getSucceeded(), 0) == 1);
    arena.start(arena.direct());

    assertThat(arena.awaitEnd("unseen").phase()).isEqualTo(Phase.SUCCEEDED);
    arena.jobs.assertOneForEachAttempt(job, 1);
    finding.says("succeeded, one Job");
  }

  private LayoutJob submitAndAwaitRunning(String name) {
    LayoutJob job = arena.submit(name, "execution: {backoff: {initialSeconds: 0}}");
    arena.await(name, status -> status.phase() == Phase.RUNNING);
    return job;
  }

  private void tell(LayoutJob job, int attempt, Function<Pod, Step> word) {
    arena
        .pods
        .now(pod -> LastWords.isOf(pod, job, attempt))
        .thenEach(pod -> List.of(word.apply(pod)));
  }

  private List<Pod> pods(LayoutJob job) {
    return arena
        .cluster
        .client()
        .pods()
        .inNamespace(arena.namespace)
        .withLabel("groma.dev/layoutjob-uid", job.getMetadata().getUid())
        .list()
        .getItems();
  }

  private Job job(LayoutJob owner) {
    return arena
        .cluster
        .client()
        .batch()
        .v1()
        .jobs()
        .inNamespace(arena.namespace)
        .withLabel("groma.dev/layoutjob-uid", owner.getMetadata().getUid())
        .list()
        .getItems()
        .getFirst();
  }

  /** Another kubelet speaks up for the same Pod, and says that it crashed. */
  private void reportAgain(LayoutJob job) {
    Pod pod = pods(job).getFirst();
    arena
        .cluster
        .client()
        .resource(
            new PodBuilder(pod)
                .editStatus()
                .withPhase("Failed")
                .editFirstContainerStatus()
                .editState()
                .editTerminated()
                .withExitCode(BUG)
                .withReason("Error")
                .withMessage("")
                .endTerminated()
                .endState()
                .endContainerStatus()
                .endStatus()
                .build())
        .subresource("status")
        .patch();
  }

  /** As the Job controller makes by mistake now and then (kubernetes/kubernetes #130103). */
  private void createTwin(Pod pod) {
    arena
        .cluster
        .client()
        .resource(
            new PodBuilder(pod)
                .editMetadata()
                .withName(pod.getMetadata().getName() + "-twin")
                .withUid(null)
                .withResourceVersion(null)
                .endMetadata()
                .editSpec()
                .withNodeName(null)
                .endSpec()
                .withStatus(null)
                .build())
        .create();
  }
}
