package dev.groma.operator.life;

import static dev.groma.operator.life.Pods.DRAIN;
import static dev.groma.operator.life.Pods.EVICTION;
import static dev.groma.operator.life.Pods.JOB_COMPLETE;
import static dev.groma.operator.life.Pods.JOB_FAILED;
import static dev.groma.operator.life.Pods.NODE_GONE;
import static dev.groma.operator.life.Pods.RUNNING;
import static dev.groma.operator.life.Pods.STARTING;
import static dev.groma.operator.life.Pods.STOPPED;
import static dev.groma.operator.life.Pods.SUCCEEDED;
import static dev.groma.operator.life.Pods.ended;
import static dev.groma.operator.life.Results.stored;
import static dev.groma.operator.life.Row.row;
import static dev.groma.operator.life.World.empty;
import static dev.groma.operator.life.World.podA;

import dev.groma.api.runner.ExitCode;
import dev.groma.api.status.JobState;
import dev.groma.operator.attempt.RunnerJob.Counted;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What follows from the end of an attempt, and from caches that contradict each other. */
class EndOfAttemptTest {

  private static final JobState AT_WORK = new JobState.Running(podA(1));

  static Stream<Row> answers() {
    World answered = empty().stored(stored(1));
    return Stream.of(
        row(
            "a Pod that succeeded is the end",
            answered.job().pod(SUCCEEDED),
            6,
            "attempt 1 succeeded"),
        row(
            "also when running was recorded, the Job is over and the Pod is being taken away",
            answered.recorded(AT_WORK).jobOver(JOB_COMPLETE).disrupted(DRAIN, SUCCEEDED),
            6,
            "attempt 1 succeeded"),
        row(
            "also when the Job is gone",
            answered.recorded(AT_WORK).pod(SUCCEEDED),
            6,
            "attempt 1 succeeded"),
        row(
            "also when Kueue takes the Job back",
            answered.recorded(AT_WORK).jobHeld().pod(SUCCEEDED),
            6,
            "attempt 1 succeeded"),
        row(
            "of two Pods that ended the one that succeeded counts",
            answered.job().pod("a", SUCCEEDED).pod("b", STOPPED),
            6,
            "attempt 1 succeeded"),
        row(
            "a Pod that failed is not the end while another one runs",
            empty().job().pod("a", STOPPED).pod("b", RUNNING),
            6,
            "attempt 1 running"),
        row(
            "but it is when the Job is over",
            empty().jobOver(JOB_FAILED).pod("a", STOPPED).pod("b", RUNNING),
            6,
            "attempt 2 pending: BackingOff"));
  }

  static Stream<Row> failures() {
    return Arrays.stream(ExitCode.values())
        .flatMap(code ->
            code.reasons().stream()
                .map(reason ->
                    row(
                        "a runner that says " + reason,
                        empty().job().pod(Pods.failed(code.code(), reason)),
                        6,
                        switch (reason.ending()) {
                          case PERMANENT -> "attempt 1 failed: " + reason;
                          case COUNTED, OUT_OF_MEMORY, DISRUPTION ->
                              "attempt 2 pending: BackingOff";
                          case NONE, FINAL -> "never said by a runner";
                        })));
  }

  static Stream<Row> disruptions() {
    World job = empty().recorded(AT_WORK).jobOver(JOB_FAILED);
    return Stream.of(
        row("a drain", job.disrupted(DRAIN, STOPPED), 6, "attempt 2 pending: BackingOff"),
        row("an eviction", job.disrupted(EVICTION, STOPPED), 6, "attempt 2 pending: BackingOff"),
        row("a lost node", job.disrupted(NODE_GONE, STOPPED), 6, "attempt 2 pending: BackingOff"),
        row("a crash", job.pod(ended(1, "Error", null)), 6, "attempt 2 pending: BackingOff"),
        row(
            "memory that ran out",
            job.pod(ended(137, "OOMKilled", null)),
            6,
            "attempt 2 pending: BackingOff"),
        row(
            "a Pod that somebody deletes, and of which the Job fails",
            empty().recorded(AT_WORK).jobOver(JOB_FAILED).podGoes(5, STOPPED),
            6,
            "attempt 2 pending: BackingOff"),
        row(
            "a Pod that is being taken away still runs",
            empty().job().disrupted(DRAIN, RUNNING),
            4,
            "attempt 1 running"),
        row(
            "and is waited for once its deletion was asked for",
            empty().recorded(AT_WORK).job().podGoes(10, RUNNING),
            3,
            "wait 307 s"),
        row(
            "until its node counts as lost",
            empty().recorded(AT_WORK).job().podGoes(10, RUNNING),
            310,
            "attempt 2 pending: BackingOff"));
  }

  static Stream<Row> contradictions() {
    World gone = empty().recorded(AT_WORK);
    return Stream.of(
        row("a recorded Job that is not seen needs a closer look", gone, 3, "look closer"),
        row("so does a Pod without its Job", empty().pod(RUNNING), 3, "look closer"),
        row(
            "a Job that is really not there was deleted",
            gone.live(),
            3,
            "attempt 2 pending: BackingOff"),
        row(
            "also when its Pod still runs",
            empty().pod(RUNNING).live(),
            3,
            "attempt 2 pending: BackingOff"),
        row(
            "a Job that is there after all goes on",
            gone.job().pod(RUNNING).live(),
            4,
            "attempt 1 running"),
        row(
            "a Job whose Pod was counted as over, and is gone, is about to be over",
            gone.jobCounted(Counted.OVER),
            6,
            "wait 10 s"),
        row(
            "a Job that is over gives the Pod's end time to arrive",
            empty().jobOver(JOB_FAILED).pod(RUNNING),
            6,
            "wait 9 s"),
        row(
            "then a closer look is needed",
            empty().jobOver(JOB_FAILED).pod(RUNNING),
            15,
            "look closer"),
        row(
            "a Job that is over and whose Pod is really gone was meddled with",
            empty().jobOver(JOB_COMPLETE).live(),
            15,
            "attempt 2 pending: BackingOff"),
        row(
            "a Job that somebody deletes is waited for",
            empty().recorded(AT_WORK).jobGoes(10).pod(RUNNING),
            11,
            "wait 329 s"),
        row(
            "until its node counts as lost",
            empty().recorded(AT_WORK).jobGoes(10).pod(RUNNING),
            340,
            "attempt 2 pending: BackingOff"),
        row(
            "the end of its Pod counts at once",
            empty().recorded(AT_WORK).jobGoes(10).pod(STOPPED),
            11,
            "attempt 2 pending: BackingOff"));
  }

  static Stream<Row> timeouts() {
    World running = empty().recorded(AT_WORK).job().pod(RUNNING);
    // Started 2 s after the start; 240 s, 30 s of grace and 10 s of patience.
    return Stream.of(
        row("a runner has its time", running, 281, "attempt 1 running"),
        row(
            "and its grace period; then it is given up",
            running,
            282,
            "attempt 1 failed: EngineTimeout"),
        row(
            "a spec can give it more",
            running.spec("execution: {timeoutSeconds: 1000}"),
            282,
            "attempt 1 running"),
        row(
            "or less",
            running.spec("execution: {timeoutSeconds: 1}"),
            43,
            "attempt 1 failed: EngineTimeout"),
        row(
            "a Pod that starts is under the start deadline instead",
            empty().job().pod(STARTING),
            5,
            "wait 5 s"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"answers", "failures", "disruptions", "contradictions", "timeouts"})
  void decides(Row row) {
    row.check();
  }
}
