package dev.groma.operator.life;

import static dev.groma.operator.life.Pods.RUNNING;
import static dev.groma.operator.life.Pods.STARTING;
import static dev.groma.operator.life.Pods.STOPPED;
import static dev.groma.operator.life.Pods.blocked;
import static dev.groma.operator.life.Row.row;
import static dev.groma.operator.life.World.empty;
import static dev.groma.operator.life.World.job;
import static dev.groma.operator.life.World.podA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.api.reason.Reason;
import dev.groma.api.status.JobState;
import dev.groma.operator.attempt.PodState;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A runner that does not start: why not, and for how long that is put up with. */
class WaitingToStartTest {

  static Stream<Row> patience() {
    World starting = empty().job().pod(STARTING);
    return Stream.of(
        row("a Job without a Pod gets time", empty().job(), 1, "wait 9 s"),
        row("then it is asked what keeps it", empty().job(), 10, "ask why"),
        row("of which nothing came", empty().job().live(), 10, "attempt 1 queued: PodPending"),
        row("a Pod that starts gets time", starting, 1, "wait 9 s"),
        row("then it is asked what keeps it", starting, 10, "ask why"),
        row("of which nothing came either", starting.live(), 10, "attempt 1 queued: PodPending"),
        row(
            "a Pod that runs makes the job run",
            empty().job().pod(RUNNING),
            4,
            "attempt 1 running"),
        row(
            "one that has just begun may be over in a moment, which is one write",
            empty().job().pod(RUNNING),
            3,
            "wait 1 s"),
        row(
            "what is recorded stays",
            empty().recorded(new JobState.Running(podA(1))).job().pod(RUNNING),
            3,
            "attempt 1 running"),
        row(
            "a node whose clock is ahead keeps nothing from being recorded",
            empty().job().pod(RUNNING),
            1,
            "attempt 1 running"),
        row(
            "of two Pods the one that runs counts",
            empty().job().pod("a", RUNNING).pod("b", STARTING),
            4,
            "attempt 1 running"));
  }

  static Stream<Row> obstacles() {
    World job = empty().job();
    return Stream.of(
        row(
            "no node takes the Pod",
            job.pod(blocked(Reason.Unschedulable)),
            1,
            "attempt 1 queued: Unschedulable"),
        row(
            "its image is not there",
            job.pod(blocked(Reason.ImageUnavailable)),
            1,
            "attempt 1 queued: ImageUnavailable"),
        row(
            "its container lacks something",
            job.pod(blocked(Reason.ContainerNotStarting)),
            1,
            "attempt 1 queued: ContainerNotStarting"),
        row("Kueue holds the Job", empty().jobHeld(), 1, "attempt 1 queued: WaitingForQuota"),
        row(
            "Kueue took the Job back, and its Pod with it",
            empty().recorded(new JobState.Running(podA(1))).jobHeld().pod(STOPPED),
            6,
            "attempt 1 queued: WaitingForQuota"),
        row(
            "and gives it free again before that Pod is gone",
            empty().recorded(new JobState.Running(podA(1))).job().podGoes(5, STOPPED),
            6,
            "wait 4 s"),
        row(
            "a volume cannot be mounted",
            job.pod(STARTING).live("FailedMount: MountVolume.SetUp failed for volume plans"),
            10,
            "attempt 1 queued: VolumeUnavailable"));
  }

  static Stream<Row> deadlines() {
    World image = empty().job().pod(blocked(Reason.ImageUnavailable));
    return Stream.of(
        row("what waits for its image may do so", image, 899, "attempt 1 queued: ImageUnavailable"),
        row("until the start deadline", image, 900, "attempt 2 pending: BackingOff"),
        row(
            "which a spec can set",
            image.spec("execution: {startDeadlineSeconds: 60}"),
            60,
            "attempt 2 pending: BackingOff"),
        row(
            "the last attempt fails for what it waited for",
            image.spec("execution: {maxAttempts: 1}"),
            900,
            "attempt 1 failed: ImageUnavailable"),
        row(
            "such as a node",
            empty().job().pod(blocked(Reason.Unschedulable)).spec("execution: {maxAttempts: 1}"),
            900,
            "attempt 1 failed: Unschedulable"),
        row(
            "or a ConfigMap",
            empty()
                .job()
                .pod(blocked(Reason.ContainerNotStarting))
                .spec("execution: {maxAttempts: 1}"),
            900,
            "attempt 1 failed: ContainerNotStarting"),
        row(
            "or a volume, as a look at its Pod has told before",
            empty()
                .recorded(new JobState.Queued(Reason.VolumeUnavailable, "FailedMount: x", podA(1)))
                .job()
                .pod(STARTING)
                .spec("execution: {maxAttempts: 1}"),
            900,
            "attempt 1 failed: StartDeadlineExceeded"),
        row(
            "where nobody said what, the deadline is the reason",
            empty().job().pod(STARTING).spec("execution: {maxAttempts: 1}"),
            900,
            "attempt 1 failed: StartDeadlineExceeded"),
        row(
            "also where Kueue held the Job",
            empty().jobHeld().spec("execution: {maxAttempts: 1}"),
            900,
            "attempt 1 failed: StartDeadlineExceeded"),
        row(
            "what Kueue took back waits anew",
            empty().jobHeldSince(800),
            1699,
            "attempt 1 queued: WaitingForQuota"),
        row("as long as before", empty().jobHeldSince(800), 1700, "attempt 2 pending: BackingOff"),
        row(
            "and so does what it let go",
            empty().jobLetGo(800).pod(blocked(Reason.Unschedulable)),
            1699,
            "attempt 1 queued: Unschedulable"),
        row(
            "which may not wait for ever either",
            empty().jobLetGo(800).pod(blocked(Reason.Unschedulable)),
            1700,
            "attempt 2 pending: BackingOff"),
        row(
            "what was taken back a moment ago is not too late",
            empty().jobHeldSince(null),
            5000,
            "attempt 1 queued: WaitingForQuota"),
        row("nor is what was let go a moment ago", empty().jobLetGo(null), 5000, "wait 10 s"),
        row(
            "a Pod that runs has met the deadline",
            empty().job().pod(RUNNING).spec("execution: {timeoutSeconds: 5000}"),
            2000,
            "attempt 1 running"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"patience", "obstacles", "deadlines"})
  void decides(Row row) {
    row.check();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          FailedMount: configmap "plans" not found                    | ContainerNotStarting
          FailedMount: MountVolume.SetUp failed for volume "x"        | VolumeUnavailable
          FailedAttachVolume: Multi-Attach error for volume "x"       | VolumeUnavailable
          FailedMapVolume: no device                                  | VolumeUnavailable
          FailedScheduling: something                                 | ContainerNotStarting
          """)
  void what_the_kubelet_complains_of_is_the_reason(String complaint, Reason reason) {
    assertThat(empty().job().pod(STARTING).live(complaint, "older").decide(10))
        .extracting("state")
        .isEqualTo(new JobState.Queued(reason, complaint, podA(1)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          FailedCreate: pods "flat" is forbidden: exceeded quota: all | QuotaExceeded
          FailedCreate: pods "flat" is forbidden: violates PodSecurity | PodPending
          """)
  void what_the_job_controller_complains_of_is_the_reason(String complaint, Reason reason) {
    assertThat(empty().job().live(complaint).decide(10))
        .extracting("state")
        .isEqualTo(new JobState.Queued(reason, complaint, job(1)));
  }

  @Test
  void the_words_of_whoever_keeps_a_pod_are_the_message() {
    assertThat(
            empty()
                .job()
                .pod(new PodState.Blocked(Reason.Unschedulable, "0/3 nodes are available"))
                .decide(1))
        .extracting("state.message")
        .isEqualTo("0/3 nodes are available");
  }

  @Test
  void messages_about_an_image_that_alternate_are_written_once() {
    World queued =
        empty()
            .recorded(new JobState.Queued(Reason.ImageUnavailable, "ErrImagePull: x", podA(1)))
            .job();

    assertThat(
            queued
                .pod(new PodState.Blocked(Reason.ImageUnavailable, "ImagePullBackOff: x"))
                .decide(1))
        .extracting("state.message")
        .isEqualTo("ErrImagePull: x");
    assertThat(queued.pod(new PodState.Blocked(Reason.ContainerNotStarting, "no key")).decide(1))
        .extracting("state.message")
        .isEqualTo("no key");
  }

  @Test
  void a_missed_deadline_says_what_it_was_missed_for() {
    World quota =
        empty()
            .recorded(
                new JobState.Queued(
                    Reason.QuotaExceeded, "FailedCreate: exceeded quota: all", job(1)))
            .job();

    assertThat(quota.spec("execution: {maxAttempts: 1}").decide(900))
        .extracting("state.message")
        .asString()
        .startsWith("the runner did not start within 900 s: FailedCreate: exceeded quota: all");
  }

  @Test
  void what_waits_is_looked_at_again_in_a_minute_and_at_its_deadline() {
    World waiting = empty().job().pod(blocked(Reason.Unschedulable));

    assertThat(waiting.decide(1)).extracting("lookAgain").isEqualTo(Duration.ofMinutes(1));
    assertThat(waiting.decide(890)).extracting("lookAgain").isEqualTo(Duration.ofSeconds(10));
  }
}
