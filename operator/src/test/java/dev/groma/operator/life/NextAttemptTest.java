package dev.groma.operator.life;

import static dev.groma.operator.life.Pods.JOB_FAILED;
import static dev.groma.operator.life.Pods.RUNNING;
import static dev.groma.operator.life.Pods.STARTING;
import static dev.groma.operator.life.Pods.STOPPED;
import static dev.groma.operator.life.Row.row;
import static dev.groma.operator.life.World.START;
import static dev.groma.operator.life.World.empty;

import dev.groma.api.layoutjob.AttemptBudget;
import dev.groma.api.layoutjob.JobIdentity;
import dev.groma.api.layoutjob.PastAttempt;
import dev.groma.api.layoutjob.Summary;
import dev.groma.api.reason.Reason;
import dev.groma.api.status.JobState;
import dev.groma.api.status.JobState.RecordedAnswer;
import dev.groma.api.status.Ledger;
import dev.groma.operator.LayoutJobs;
import dev.groma.operator.attempt.RunnerJob.Counted;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** When an attempt begins, and when there need not be one. */
class NextAttemptTest {

  private static final PastAttempt CRASH =
      new PastAttempt(1, "RunnerCrashed", "node-1", null, START.toString(), 1);

  static Stream<Row> backoff() {
    World waiting = waiting(60);
    return Stream.of(
        row("an attempt waits for its time", waiting, 6, "wait 54 s"),
        row("and begins then", waiting, 60, "create the Job of attempt 2"),
        row("cancel does not wait", waiting.spec("cancel: true"), 6, "attempt 2 cancelled"),
        row("nor does suspend", waiting.spec("suspend: true"), 6, "attempt 2 suspended"));
  }

  static Stream<Row> earlier() {
    World next = waiting(0);
    return Stream.of(
        row(
            "an earlier Job that is over is no hindrance",
            next.attempt(1).jobOver(JOB_FAILED).pod(STOPPED),
            6,
            "create the Job of attempt 2"),
        row("one that is not is stopped", next.attempt(1).job().pod(RUNNING), 6, "stop attempt 1"),
        row(
            "one that the record does not know yet is not, and the record is tried",
            next.attempt(3).job().pod(RUNNING),
            6,
            "attempt 4 pending: WaitingForPreviousAttempt"),
        row(
            "one whose Pod is over ends by itself, in a moment",
            next.attempt(1).job().pod(STOPPED),
            6,
            "wait 10 s"),
        row(
            "also where that Pod was counted and is gone",
            next.attempt(1).jobCounted(Counted.OVER),
            6,
            "wait 10 s"),
        row(
            "one whose Pod is counted and not seen is looked at before it is stopped",
            next.attempt(1).jobCounted(Counted.ACTIVE),
            6,
            "look closer"),
        row(
            "and stopped if that Pod is really not there",
            next.attempt(1).jobCounted(Counted.ACTIVE).live(),
            6,
            "stop attempt 1"),
        row("one that never had a Pod is stopped", next.attempt(1).job(), 6, "stop attempt 1"),
        row("so is one that Kueue holds", next.attempt(1).jobHeld(), 6, "stop attempt 1"),
        row(
            "and waited for",
            next.attempt(1).jobGoes(6).pod(RUNNING),
            7,
            "attempt 2 pending: WaitingForPreviousAttempt"),
        row(
            "so is a Pod whose Job is gone",
            next.attempt(1).podGoes(6, RUNNING),
            7,
            "attempt 2 pending: WaitingForPreviousAttempt"),
        row(
            "until its node counts as lost",
            next.attempt(1).jobGoes(6).podGoes(6, RUNNING),
            337,
            "create the Job of attempt 2"),
        row(
            "a Pod that runs without a Job and that nobody deletes is waited for too",
            next.attempt(1).pod(RUNNING),
            1000,
            "attempt 2 pending: WaitingForPreviousAttempt"),
        row(
            "a Pod of an earlier attempt that fails late changes nothing",
            next.attempt(1).jobGoes(6).pod(STOPPED).attempt(2).job().pod(STARTING),
            7,
            "wait 3 s"),
        row(
            "the late answer of an earlier attempt changes nothing",
            next.attempt(1).jobOver(JOB_FAILED).pod(Pods.SUCCEEDED).stored(Results.stored(1)),
            7,
            "create the Job of attempt 2"));
  }

  static Stream<Row> reuse() {
    World wanting = empty().spec("reuse: {policy: IfSameInput}").reusable(answer(-300));
    return Stream.of(
        row(
            "an answer that is young enough will do",
            wanting,
            0,
            "attempt 1 succeeded by another job"),
        row("one that is too old will not", wanting, 1, "create the Job of attempt 1"),
        row(
            "a spec can say what is too old",
            empty().spec("reuse: {policy: IfSameInput, maxAgeSeconds: 301}").reusable(answer(-300)),
            1,
            "attempt 1 succeeded by another job"),
        row(
            "a spec that says nothing wants an answer of its own",
            empty().reusable(answer(0)),
            0,
            "create the Job of attempt 1"),
        row(
            "so does one that says so",
            empty().spec("reuse: {policy: Never}").reusable(answer(0)),
            0,
            "create the Job of attempt 1"),
        row(
            "an attempt that has begun goes on",
            wanting.job().pod(RUNNING),
            4,
            "attempt 1 running"),
        row(
            "a job that was tried is not answered by another",
            waiting(0).spec("reuse: {policy: IfSameInput}").reusable(answer(0)),
            6,
            "create the Job of attempt 2"),
        row(
            "a ConfigMap may be another by now, so its job is run",
            empty()
                .spec(
                    LayoutJobs.read(
                        """
                        roomDetection: {walls: {configMap: {name: plans, key: flat.json}}}
                        reuse: {policy: IfSameInput}
                        """))
                .reusable(answer(0)),
            0,
            "create the Job of attempt 1"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"backoff", "earlier", "reuse"})
  void decides(Row row) {
    row.check();
  }

  /** Attempt 1 has failed, attempt 2 may begin so many seconds after the start. */
  private static World waiting(long seconds) {
    Ledger ledger =
        new Ledger(
            2, new AttemptBudget(0, 1, 0), START.plusSeconds(seconds), null, List.of(CRASH), START);
    return empty()
        .attempt(2)
        .recorded(new JobState.Pending(Reason.BackingOff, "attempt 1 crashed"), ledger);
  }

  /** Of a job that ended so many seconds after the start. */
  private static Reusable answer(long seconds) {
    return new Reusable(
        new RecordedAnswer(
            new Summary(null, null, null),
            "s3://plans/",
            List.of(),
            new JobIdentity("earlier", "uid-earlier")),
        START.plusSeconds(seconds));
  }
}
