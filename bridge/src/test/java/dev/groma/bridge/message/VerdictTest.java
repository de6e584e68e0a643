package dev.groma.bridge.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.api.layoutjob.Phase;
import dev.groma.api.layoutqueue.Acknowledge;
import dev.groma.api.reason.RefusalReason;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {

  private static final JobKey FLAT = new JobKey("plans", "lj-flat");
  private static final JobKey HOUSE = new JobKey("plans", "lj-house");
  private static final Stored CREATED = new Stored.Created(FLAT);
  private static final Stored THERE = new Stored.Duplicate(HOUSE, false);
  private static final Stored GONE = new Stored.Duplicate(HOUSE, true);
  private static final Stored REFUSED =
      new Stored.Refused(RefusalReason.IdempotencyConflict, "another content");

  @Test
  void a_message_is_deleted_when_all_of_its_jobs_are_stored() {
    assertThat(Verdict.of(List.of(CREATED, THERE, GONE), Acknowledge.OnStored))
        .isEqualTo(new Verdict.Delete());
  }

  @Test
  void one_refused_request_takes_the_whole_message_to_the_dead_letters() {
    assertThat(Verdict.of(List.of(CREATED, REFUSED), Acknowledge.OnStored))
        .isEqualTo(new Verdict.DeadLetter(RefusalReason.IdempotencyConflict, "another content"));
  }

  @Test
  void on_completed_it_waits_for_the_jobs_that_stand_and_not_for_those_that_are_gone() {
    assertThat(Verdict.of(List.of(CREATED, THERE, GONE), Acknowledge.OnCompleted))
        .isEqualTo(new Verdict.AwaitEnds(List.of(FLAT, HOUSE)));
    assertThat(Verdict.of(List.of(GONE), Acknowledge.OnCompleted)).isEqualTo(new Verdict.Delete());
  }

  @Test
  void a_message_whose_jobs_succeeded_or_were_cancelled_is_deleted() {
    List<JobEnd> ends =
        List.of(new JobEnd(FLAT, Phase.SUCCEEDED, ""), new JobEnd(HOUSE, Phase.CANCELLED, ""));

    assertThat(Verdict.ofEnds(ends, true)).isEqualTo(new Verdict.Delete());
  }

  @Test
  void a_message_whose_job_failed_comes_back_or_is_dead_at_once_with_the_jobs_reason() {
    List<JobEnd> ends = List.of(new JobEnd(FLAT, Phase.FAILED, "InvalidInput: no walls"));

    assertThat(Verdict.ofEnds(ends, false)).isEqualTo(new Verdict.BackOff());
    assertThat(Verdict.ofEnds(ends, true))
        .isEqualTo(
            new Verdict.DeadLetter(
                RefusalReason.JobFailed, "LayoutJob plans/lj-flat failed: InvalidInput: no walls"));
  }
}
