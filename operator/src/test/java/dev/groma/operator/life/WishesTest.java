package dev.groma.operator.life;

import static dev.groma.operator.life.Pods.ENDED;
import static dev.groma.operator.life.Pods.JOB_FAILED;
import static dev.groma.operator.life.Pods.RUNNING;
import static dev.groma.operator.life.Pods.STOPPED;
import static dev.groma.operator.life.Pods.SUCCEEDED;
import static dev.groma.operator.life.Results.stored;
import static dev.groma.operator.life.Row.row;
import static dev.groma.operator.life.World.empty;
import static dev.groma.operator.life.World.podA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.api.layoutjob.AttemptBudget;
import dev.groma.api.layoutjob.LayoutJobSpec;
import dev.groma.api.layoutjob.RoomDetectionSummary;
import dev.groma.api.layoutjob.Summary;
import dev.groma.api.reason.Reason;
import dev.groma.api.status.JobState;
import dev.groma.api.status.JobState.RecordedAnswer;
import dev.groma.api.status.Ledger;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a person may still ask of a job: to hold, to go on, to end, to run again, to go. */
class WishesTest {

  static final JobState AT_WORK = new JobState.Running(podA(1));
  static final JobState FAILED = new JobState.Failed(podA(1), ENDED, Reason.BadData, "ring 3", 65);
  static final JobState SUCCESS =
      new JobState.Succeeded(
          podA(1),
          ENDED,
          new RecordedAnswer(
              new Summary(new RoomDetectionSummary(3L, 0.9, 61.5, 0.25)), null, List.of(), null));

  static Stream<Row> suspend() {
    World held = empty().spec("suspend: true");
    World running = held.recorded(AT_WORK).job().pod(RUNNING);
    World suspended = held.attempt(2).recorded(new JobState.Suspended()).attempt(1);
    return Stream.of(
        row("a job that is stored held gets no Job", held, 0, "attempt 1 suspended"),
        row("holding a running job is recorded first", running, 3, "attempt 2 suspended"),
        row("then its attempt is stopped", suspended.job().pod(RUNNING), 4, "stop attempt 1"),
        row("whose end does not count", suspended.jobGoes(4).pod(STOPPED), 9, "rest"),
        row(
            "nor its late answer",
            suspended.stored(stored(1)).jobOver(JOB_FAILED).pod(SUCCEEDED),
            9,
            "rest"),
        row(
            "an end that was there before is recorded instead",
            held.stored(stored(1)).job().pod(SUCCEEDED),
            6,
            "attempt 1 succeeded"),
        row("a job that is held stays so", suspended, 99, "rest"),
        row("and says so of a spec that changes", suspended.generation(2), 99, "acknowledge"),
        row(
            "a Job that a stale operator made meanwhile uses up its number",
            suspended.attempt(2).job(),
            9,
            "attempt 3 suspended"),
        row(
            "and is stopped then",
            held.attempt(3).recorded(new JobState.Suspended()).attempt(2).job(),
            9,
            "stop attempt 2"),
        row(
            "so does one that is stopped already",
            suspended.attempt(2).jobGoes(9),
            9,
            "attempt 3 suspended"));
  }

  static Stream<Row> resume() {
    World suspended = empty().attempt(2).recorded(new JobState.Suspended());
    World resumed = empty().attempt(2).recorded(new JobState.Pending(Reason.Resumed, "goes on"));
    return Stream.of(
        row("going on is recorded first", suspended, 9, "attempt 2 pending: Resumed"),
        row("then the next attempt begins", resumed, 9, "create the Job of attempt 2"),
        row(
            "under a number that no Job has",
            suspended.attempt(2).job(),
            9,
            "attempt 3 pending: Resumed"),
        row(
            "but not while the one that was stopped lives",
            resumed.attempt(1).jobGoes(8).pod(RUNNING),
            9,
            "attempt 2 pending: WaitingForPreviousAttempt"));
  }

  static Stream<Row> cancel() {
    World cancelled = empty().spec("cancel: true");
    return Stream.of(
        row("a job that is stored cancelled gets no Job", cancelled, 0, "attempt 1 cancelled"),
        row(
            "cancelling a running job is recorded first",
            cancelled.recorded(AT_WORK).job().pod(RUNNING),
            3,
            "attempt 1 cancelled"),
        row(
            "then its attempt is stopped",
            cancelled.recorded(new JobState.Cancelled(podA(1), ENDED)).job().pod(RUNNING),
            6,
            "stop attempt 1"),
        row(
            "an answer that was there before is recorded instead",
            cancelled.stored(stored(1)).job().pod(SUCCEEDED),
            6,
            "attempt 1 succeeded"),
        row(
            "a failure that was there before is not: no attempt follows",
            cancelled.job().pod(STOPPED),
            6,
            "attempt 1 cancelled"),
        row(
            "a job that waits for its next attempt is cancelled at once",
            cancelled.attempt(3).recorded(new JobState.Pending(Reason.BackingOff, "later")),
            6,
            "attempt 3 cancelled"),
        row(
            "cancel comes before suspend",
            empty().spec("cancel: true\nsuspend: true"),
            0,
            "attempt 1 cancelled"),
        row(
            "a job that is over cannot be cancelled",
            cancelled.recorded(SUCCESS).generation(2),
            9,
            "acknowledge"));
  }

  static Stream<Row> retry() {
    World failed = empty().recorded(FAILED);
    return Stream.of(
        row(
            "a failed job runs again when retry rises",
            failed.spec("retry: 1"),
            9,
            "attempt 2 pending: RetryRequested"),
        row("one that was asked so before does not", failed.spec("retry: 0"), 9, "rest"),
        row(
            "a job that is stored with a retry has been asked nothing yet",
            empty().spec("retry: 3"),
            0,
            "create the Job of attempt 1"),
        row(
            "a job that succeeded does not run again",
            empty().recorded(SUCCESS).spec("retry: 1").generation(2),
            9,
            "acknowledge"),
        row(
            "nor one that was cancelled",
            empty().recorded(new JobState.Cancelled(null, ENDED)).spec("retry: 1\ncancel: true"),
            9,
            "rest"),
        row(
            "nor a failed one that is to be cancelled",
            failed.spec("retry: 1\ncancel: true"),
            9,
            "rest"),
        row(
            "nor one whose spec cannot be read",
            failed.spec(LayoutJobSpec.unreadable("retry: soon")),
            9,
            "rest"),
        row(
            "a Job of the old round is stopped first",
            failed.spec("retry: 1").job(),
            9,
            "stop attempt 1"));
  }

  static Stream<Row> timeToLive() {
    World done = empty().recorded(SUCCESS);
    // The end was five seconds after the start.
    return Stream.of(
        row("a job without a time to live is kept", done, 1_000_000, "rest"),
        row("one with is kept so long", done.spec("ttlSecondsAfterFinished: 60"), 5, "wait 60 s"),
        row(
            "and then deleted",
            done.spec("ttlSecondsAfterFinished: 60"),
            65,
            "delete the LayoutJob"),
        row(
            "at once where it is 0",
            done.spec("ttlSecondsAfterFinished: 0"),
            5,
            "delete the LayoutJob"),
        row(
            "a time that was set later is acknowledged first",
            done.spec("ttlSecondsAfterFinished: 60").generation(2),
            5,
            "acknowledge"),
        row(
            "a failed job goes too",
            empty().recorded(FAILED).spec("ttlSecondsAfterFinished: 1"),
            6,
            "delete the LayoutJob"),
        row(
            "unless it is to run again",
            empty().recorded(FAILED).spec("ttlSecondsAfterFinished: 1\nretry: 1"),
            6,
            "attempt 2 pending: RetryRequested"),
        row(
            "an open job has no end to count from",
            empty().spec("ttlSecondsAfterFinished: 0").job().pod(RUNNING),
            60,
            "attempt 1 running"));
  }

  static Stream<Row> finals() {
    World failed = empty().recorded(FAILED);
    return Stream.of(
        row("a success is final, with its Job gone", empty().recorded(SUCCESS), 99, "rest"),
        row("a failure is final, with its Job gone", failed, 99, "rest"),
        row(
            "a failure stays one when a Pod succeeds later",
            failed.jobOver(JOB_FAILED).pod(SUCCEEDED),
            99,
            "rest"),
        row(
            "a final job's Job is stopped, not followed",
            failed.job().pod(RUNNING),
            99,
            "stop attempt 1"),
        row(
            "one whose Pod is over ends by itself and keeps its log",
            failed.job().pod(STOPPED),
            99,
            "rest"),
        row(
            "unless Kueue holds it and would start another",
            failed.jobHeld().pod(STOPPED),
            99,
            "stop attempt 1"),
        row(
            "one that is newer than the record is left alone",
            failed.attempt(2).job().pod(RUNNING),
            99,
            "rest"),
        row("one that is being deleted is left to it", failed.jobGoes(9).pod(RUNNING), 99, "rest"),
        row(
            "a final job stays so when its spec does not fit any more",
            empty().recorded(SUCCESS).spec(LayoutJobSpec.unreadable("walls")),
            99,
            "rest"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"suspend", "resume", "cancel", "retry", "timeToLive", "finals"})
  void decides(Row row) {
    row.check();
  }

  @Test
  void an_attempt_that_was_held_is_not_counted() {
    Ledger used = new Ledger(3, new AttemptBudget(0, 2, 1), null, "2Gi", List.of(), World.START);
    World held =
        empty().attempt(3).spec("suspend: true").recorded(AT_WORK, used).job().pod(RUNNING);

    assertThat(held.decide(3))
        .extracting("ledger")
        .isEqualTo(used.next(used.budget(), null, "2Gi"));
  }

  @Test
  void a_job_that_runs_again_has_a_new_budget_and_its_usual_memory() {
    Ledger used = new Ledger(3, new AttemptBudget(1, 2, 1), null, "2Gi", List.of(), World.START);
    World failed = empty().recorded(FAILED, used).spec("retry: 4");

    assertThat(failed.decide(9))
        .extracting("ledger")
        .isEqualTo(used.next(AttemptBudget.unused(4), null, null));
  }

  @Test
  void a_job_that_waits_for_its_end_is_looked_at_when_that_comes() {
    assertThat(empty().recorded(SUCCESS).spec("ttlSecondsAfterFinished: 60").decide(35))
        .isEqualTo(new Decision.Wait(Duration.ofSeconds(30)));
  }
}
