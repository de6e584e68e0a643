package dev.groma.operator.layoutjob;

import static dev.groma.operator.life.World.START;
import static dev.groma.operator.life.World.podA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.api.layoutjob.AttemptBudget;
import dev.groma.api.layoutjob.PastAttempt;
import dev.groma.api.layoutjob.Runner;
import dev.groma.api.layoutjob.Summary;
import dev.groma.api.reason.Reason;
import dev.groma.api.status.JobState;
import dev.groma.api.status.JobState.RecordedAnswer;
import dev.groma.api.status.Ledger;
import dev.groma.operator.layoutjob.Cluster.Announcement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What people are told by events. */
class AnnouncementsTest {

  private static final int MOST = 10;

  @Test
  void there_are_never_more_than_ten_whatever_happens() {
    Set<String> keys = new TreeSet<>();
    for (Reason reason : Reason.values()) {
      for (int attempt = 1; attempt < 200; attempt++) {
        for (int retry = 0; retry < 4; retry++) {
          for (JobState state : states(reason)) {
            Announcements.of(state, ledger(attempt, retry))
                .map(Announcement::key)
                .ifPresent(keys::add);
          }
        }
      }
    }

    // The last is of an object that has to be set aside.
    assertThat(keys).hasSizeLessThanOrEqualTo(MOST - 1);
  }

  @Test
  void a_success_is_told_by_the_status_alone() {
    assertThat(Announcements.of(succeeded(), ledger(1, 0))).isEmpty();
    assertThat(Announcements.of(new JobState.Running(podA(1)), ledger(1, 0))).isEmpty();
    assertThat(
            Announcements.of(
                new JobState.Queued(Reason.Unschedulable, "0/1 nodes", podA(1)), ledger(1, 0)))
        .isEmpty();
  }

  @Test
  void an_attempt_that_failed_is_told_with_its_own_reason() {
    JobState pending = new JobState.Pending(Reason.BackingOff, "attempt 1 ended with Evicted");

    assertThat(Announcements.of(pending, ledger(2, 0)))
        .contains(new Announcement(true, "attempt-1", "Evicted", "attempt 1 ended with Evicted"));
  }

  @Test
  void wishes_are_told_as_what_they_are() {
    assertThat(told(new JobState.Suspended())).isEqualTo("Normal Suspended");
    assertThat(told(new JobState.Pending(Reason.Resumed, "goes on"))).isEqualTo("Normal Resumed");
    assertThat(told(new JobState.Pending(Reason.RetryRequested, "again")))
        .isEqualTo("Normal RetryRequested");
    assertThat(told(new JobState.Cancelled(null, START))).isEqualTo("Normal Cancelled");
    assertThat(told(failed(Reason.EngineBug))).isEqualTo("Warning EngineBug");
  }

  private static String told(JobState state) {
    Announcement told = Announcements.of(state, ledger(2, 0)).orElseThrow();
    return (told.warning() ? "Warning " : "Normal ") + told.reason();
  }

  private static List<JobState> states(Reason reason) {
    List<JobState> states = new ArrayList<>();
    states.add(new JobState.Pending(reason, "words"));
    states.add(new JobState.Queued(reason, "words", new Runner(null, null, null, 1)));
    states.add(new JobState.Running(podA(1)));
    states.add(new JobState.Suspended());
    states.add(succeeded());
    states.add(failed(reason));
    states.add(new JobState.Cancelled(null, START));
    return states;
  }

  private static JobState failed(Reason reason) {
    return new JobState.Failed(null, START, reason, "words", null);
  }

  private static JobState succeeded() {
    return new JobState.Succeeded(
        podA(1), START, new RecordedAnswer(new Summary(null, null, null), null, List.of(), null));
  }

  private static Ledger ledger(int attempt, int retry) {
    List<PastAttempt> past =
        attempt == 1
            ? List.of()
            : List.of(new PastAttempt(attempt - 1, "Evicted", null, null, START.toString(), null));
    return new Ledger(attempt, AttemptBudget.unused(retry), null, null, past, null);
  }
}
