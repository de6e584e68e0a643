package dev.groma.operator.layoutjob;

import dev.groma.api.reason.Reason;
import dev.groma.api.status.JobState;
import dev.groma.api.status.Ledger;
import dev.groma.operator.layoutjob.Cluster.Announcement;
import java.util.Locale;
import java.util.Optional;

/**
 * Which records people are told of by an event: what went wrong and what was asked for. A success
 * is told by the status alone, so that it costs no further write.
 *
 * <p>At most ten for each job: the first three attempts that fail, and one each for being held,
 * going on, running again, failing, failing again, being cancelled, and being set aside.
 */
final class Announcements {

  /** How many attempts are told of one by one. */
  private static final int ATTEMPTS_MAX = 3;

  private Announcements() {}

  /** What to tell of this record. */
  static Optional<Announcement> of(JobState state, Ledger ledger) {
    return switch (state) {
      case JobState.Pending(Reason reason, String message) -> pending(reason, message, ledger);
      case JobState.Suspended() ->
          Optional.of(told(Reason.Suspended, "the job is held by spec.suspend"));
      case JobState.Failed failed ->
          Optional.of(
              new Announcement(
                  true,
                  ledger.budget().retry() == 0 ? "failed" : "failed-again",
                  failed.reason().name(),
                  failed.message()));
      case JobState.Cancelled cancelled ->
          Optional.of(told(Reason.Cancelled, "spec.cancel ended the job"));
      case JobState.Queued queued -> Optional.empty();
      case JobState.Running running -> Optional.empty();
      case JobState.Succeeded succeeded -> Optional.empty();
    };
  }

  private static Optional<Announcement> pending(Reason reason, String message, Ledger ledger) {
    if (reason == Reason.Resumed || reason == Reason.RetryRequested) {
      return Optional.of(told(reason, message));
    }
    int ended = ledger.attempt() - 1;
    if (reason != Reason.BackingOff || ended > ATTEMPTS_MAX || ledger.past().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Announcement(true, "attempt-" + ended, ledger.past().getLast().reason(), message));
  }

  private static Announcement told(Reason reason, String note) {
    return new Announcement(false, reason.name().toLowerCase(Locale.ROOT), reason.name(), note);
  }
}
