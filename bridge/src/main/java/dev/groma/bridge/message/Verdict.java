package dev.groma.bridge.message;

import dev.groma.api.layoutjob.Phase;
import dev.groma.api.layoutqueue.Acknowledge;
import dev.groma.api.reason.RefusalReason;
import java.util.List;
import java.util.Optional;

/** What is to become of a message. */
public sealed interface Verdict {

  /** Delete it: all of its jobs are stored, or there is nothing to do. */
  record Delete() implements Verdict {}

  /** Send it to the dead-letter queue, then delete it. */
  record DeadLetter(RefusalReason reason, String detail) implements Verdict {}

  /** Keep it in hand until these jobs have ended. */
  record AwaitEnds(List<JobKey> jobs) implements Verdict {
    /** Copies the list. */
    public AwaitEnds {
      jobs = List.copyOf(jobs);
    }
  }

  /** Let it come back later, and later each time. */
  record BackOff() implements Verdict {}

  /** Let it come back at once: another bridge is to have it. */
  record HandBack() implements Verdict {}

  /**
   * Of a message all of whose requests have an answer. One that is refused takes the whole message
   * along; the jobs of the others are stored all the same, and a redrive finds them.
   */
  static Verdict of(List<Stored> stored, Acknowledge mode) {
    Optional<Stored.Refused> refused =
        stored.stream()
            .filter(Stored.Refused.class::isInstance)
            .map(Stored.Refused.class::cast)
            .findFirst();
    if (refused.isPresent()) {
      return new DeadLetter(refused.get().reason(), refused.get().detail());
    }
    List<JobKey> open = stored.stream().flatMap(it -> open(it).stream()).toList();
    return switch (mode) {
      case OnStored -> new Delete();
      case OnCompleted -> open.isEmpty() ? new Delete() : new AwaitEnds(open);
    };
  }

  private static Optional<JobKey> open(Stored stored) {
    return switch (stored) {
      case Stored.Created created -> Optional.of(created.job());
      case Stored.Duplicate there -> there.gone() ? Optional.empty() : Optional.of(there.job());
      case Stored.Refused refused -> Optional.empty();
    };
  }

  /**
   * Of a message whose jobs have ended. Where one failed, the message comes back until the queue's
   * redrive policy has enough of it, or goes to the dead-letter queue at once.
   *
   * @param onJobFailure whether it goes at once
   */
  static Verdict ofEnds(List<JobEnd> ends, boolean onJobFailure) {
    Optional<JobEnd> failed = ends.stream().filter(end -> end.phase() == Phase.FAILED).findFirst();
    if (failed.isEmpty()) {
      return new Delete();
    }
    return onJobFailure
        ? new DeadLetter(
            RefusalReason.JobFailed,
            "LayoutJob %s failed: %s".formatted(failed.get().job(), failed.get().words()))
        : new BackOff();
  }
}
