package dev.groma.operator.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.api.reason.Reason;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Statuses as the API server shows them, in the words of Kubernetes 1.35. */
class RunnerPodTest {

  private static final Instant T2 = Instant.parse("2026-11-22T12:00:02Z");
  private static final Instant T5 = Instant.parse("2026-11-22T12:00:05Z");

  @ParameterizedTest(name = "{0}")
  @MethodSource("statuses")
  void reads(String title, String status, PodState expected) {
    assertThat(RunnerPod.of(pod(status)).state()).isEqualTo(expected);
  }

  static Stream<Arguments> statuses() {
    return Stream.of(
        Arguments.of("no status yet", "{}", starting()),
        Arguments.of(
            "no node fits",
            """
            phase: Pending
            conditions:
            - {type: PodScheduled, status: "False", reason: Unschedulable, message: 0/3 nodes}
            """,
            new PodState.Blocked(Reason.Unschedulable, "Unschedulable: 0/3 nodes")),
        Arguments.of(
            "held back by a scheduling gate",
            """
            phase: Pending
            conditions:
            - {type: PodScheduled, status: "False", reason: SchedulingGated, message: gated}
            """,
            new PodState.Starting("SchedulingGated: gated")),
        Arguments.of("being created", waiting("ContainerCreating"), starting()),
        Arguments.of("being initialised", waiting("PodInitializing"), starting()),
        Arguments.of(
            "image error",
            waiting("ErrImagePull"),
            blocked(Reason.ImageUnavailable, "ErrImagePull")),
        Arguments.of(
            "image back-off",
            waiting("ImagePullBackOff"),
            blocked(Reason.ImageUnavailable, "ImagePullBackOff")),
        Arguments.of(
            "image never pulled",
            waiting("ErrImageNeverPull"),
            blocked(Reason.ImageUnavailable, "ErrImageNeverPull")),
        Arguments.of(
            "image name",
            waiting("InvalidImageName"),
            blocked(Reason.ImageUnavailable, "InvalidImageName")),
        Arguments.of(
            "container configuration",
            waiting("CreateContainerConfigError"),
            blocked(Reason.ContainerNotStarting, "CreateContainerConfigError")),
        Arguments.of(
            "a reason of another version",
            waiting("SomethingNew"),
            blocked(Reason.ContainerNotStarting, "SomethingNew")),
        Arguments.of(
            "running",
            """
            phase: Running
            containerStatuses:
            - {name: proxy, state: {terminated: {exitCode: 1}}}
            - {name: runner, state: {running: {startedAt: "2026-11-22T12:00:02Z"}}}
            """,
            new PodState.Running(T2)),
        Arguments.of(
            "ended",
            """
            phase: Running
            containerStatuses:
            - name: runner
              state:
                terminated:
                  exitCode: 65
                  reason: Error
                  message: ring 3
                  startedAt: "2026-11-22T12:00:02Z"
                  finishedAt: "2026-11-22T12:00:05Z"
            """,
            new PodState.Ended(65, T2, T5, "Error", "ring 3")),
        Arguments.of(
            "never started: the kubelet sends the epoch",
            """
            phase: Failed
            containerStatuses:
            - name: runner
              state:
                terminated:
                  exitCode: 128
                  reason: StartError
                  message: exec
                  startedAt: "1970-01-01T00:00:00Z"
                  finishedAt: "2026-11-22T12:00:05Z"
            """,
            new PodState.Ended(128, null, T5, "StartError", "exec")),
        Arguments.of(
            "evicted before its container had a state",
            "{phase: Failed, reason: Evicted, message: 'The node was low on resource: memory.'}",
            new PodState.Lost("Evicted", "Evicted: The node was low on resource: memory.")),
        Arguments.of(
            "failed without a word", "phase: Failed", new PodState.Lost("", "no reason is given")));
  }

  @ParameterizedTest
  @CsvSource({
    "EvictionByEvictionAPI, Disrupted",
    "PreemptionByScheduler, Disrupted",
    "TerminationByKubelet, Disrupted",
    "DeletionByTaintManager, NodeLost",
    "DeletionByPodGC, NodeLost",
    "SomethingNew, Disrupted",
  })
  void a_disruption_is_told_in_the_words_of_its_condition(String cause, Reason reason) {
    String status =
        """
        conditions:
        - {type: DisruptionTarget, status: "True", reason: %s, message: why}
        """
            .formatted(cause);

    assertThat(RunnerPod.of(pod(status)).disruption())
        .isEqualTo(new Disruption(reason, cause + ": why"));
    assertThat(RunnerPod.of(pod(status.replace("True", "False"))).disruption()).isNull();
  }

  @Test
  void an_eviction_is_one_with_and_without_its_condition() {
    String status =
        """
        phase: Failed
        reason: Evicted
        message: memory
        conditions:
        - {type: DisruptionTarget, status: "True", reason: TerminationByKubelet, message: why}
        """;

    assertThat(RunnerPod.of(pod(status)).disruption())
        .isEqualTo(new Disruption(Reason.Evicted, "Evicted: memory"));
    assertThat(RunnerPod.of(pod("{phase: Failed, reason: Evicted, message: memory}")).disruption())
        .isEqualTo(new Disruption(Reason.Evicted, "Evicted: memory"));
  }

  @Test
  void a_pod_that_goes_says_when_it_has_to_be_gone() {
    Pod pod = pod("{}");
    pod.getMetadata().setDeletionTimestamp(T5.toString());

    assertThat(RunnerPod.of(pod).deletedAt()).isEqualTo(T5);
  }

  private static PodState starting() {
    return new PodState.Starting("the kubelet of node-1 is starting it");
  }

  private static PodState blocked(Reason reason, String cause) {
    return new PodState.Blocked(reason, cause + ": why");
  }

  private static String waiting(String reason) {
    return "containerStatuses: [{name: runner, state: {waiting: {reason: %s, message: why}}}]"
        .formatted(reason);
  }

  private static Pod pod(String status) {
    return Serialization.unmarshal(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: p, uid: u, creationTimestamp: "2026-11-22T12:00:00Z"}
        spec: {nodeName: node-1}
        status:
        """
            + status.indent(2),
        Pod.class);
  }
}
