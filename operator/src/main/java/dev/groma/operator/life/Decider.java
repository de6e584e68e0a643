package dev.groma.operator.life;

import dev.groma.api.layoutjob.AttemptBudget;
import dev.groma.api.layoutjob.LayoutJobStatus;
import dev.groma.api.layoutjob.Phase;
import dev.groma.api.layoutjob.Runner;
import dev.groma.api.reason.Reason;
import dev.groma.api.status.JobState;
import dev.groma.api.status.Ledger;
import dev.groma.operator.life.Snapshot.Sight;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides what to do about a LayoutJob: a pure function.
 *
 * <p>The rules, the first that applies:
 *
 * <ol>
 *   <li>a status that cannot be read may be final: set the object aside
 *   <li>an attempt that must not run is stopped: any before the current one, and the current one of
 *       a job that is over
 *   <li>a final phase is final, whatever became of the Job and its Pod, until a failed job is asked
 *       to run again or its time to live is over
 *   <li>a spec that cannot be read ends the job
 *   <li>a wish to end the job, then one to hold it, is recorded; the attempt is stopped afterwards
 *   <li>otherwise the current attempt decides: {@link AttemptDecider}
 * </ol>
 */
public final class Decider {

  private final Snapshot seen;
  private final Defaults defaults;
  private final Timing timing;
  private final Instant now;
  private final Ledger ledger;

  private Decider(Snapshot seen, Defaults defaults, Timing timing, Instant now) {
    this.seen = seen;
    this.defaults = defaults;
    this.timing = timing;
    this.now = now;
    this.ledger = Ledger.of(seen.recorded());
  }

  /** What to do, given what is known, how patient the operator is, and the time. */
  public static Decision decide(Snapshot seen, Defaults defaults, Timing timing, Instant now) {
    return new Decider(seen, defaults, timing, now).decide();
  }

  private Decision decide() {
    LayoutJobStatus recorded = seen.recorded();
    if (recorded != null && recorded.unreadable() != null) {
      return new Decision.SetAside("the status does not fit: " + recorded.unreadable());
    }
    Optional<Attempt> stray = stray();
    if (stray.isPresent()) {
      return stop(stray.get());
    }
    if (recorded != null && seen.isFinal()) {
      return over(recorded);
    }
    return switch (seen.order()) {
      case Order.Unreadable(String why) -> report(neverRun(now, Reason.Unreadable, why));
      case Order.Runnable order -> open(order);
    };
  }

  /**
   * An attempt that is newer than the record is never one: then the record is not the newest, and
   * what it says of others is old news.
   */
  private Optional<Attempt> stray() {
    int newest = seen.isFinal() ? ledger.attempt() : ledger.attempt() - 1;
    return seen.attempts().stream()
        .filter(Attempt::canBeStopped)
        .filter(attempt -> attempt.number() <= newest)
        .findFirst();
  }

  private Decision stop(Attempt stray) {
    boolean cached = seen.sight() instanceof Sight.Cached;
    return cached && stray.lacksItsPod()
        ? new Decision.LookCloser("the Job has a Pod that is not in the cache")
        : new Decision.StopJob(Objects.requireNonNull(stray.job()));
  }

  private Decision open(Order.Runnable order) {
    AttemptDecider attempt =
        new AttemptDecider(seen, ledger, order, defaults.gracePeriod(), timing, now);
    if (seen.wishes().cancel()) {
      return attempt
          .end()
          .filter(Decider::isAnswer)
          .orElseGet(() -> report(new JobState.Cancelled(lastRunner(), now)));
    }
    if (seen.wishes().suspend()) {
      return hold(attempt);
    }
    if (seen.phase() == Phase.SUSPENDED) {
      return report(
          new JobState.Pending(Reason.Resumed, "the job is no longer held"), beyondAllSeen(ledger));
    }
    return seen.newestSeen() > ledger.attempt() ? recordIsBehind() : attempt.decide();
  }

  /** Whether the record is old news or was lost, the write tells: old news cannot be written on. */
  private Decision recordIsBehind() {
    Instant lostBefore = now.minus(timing.lostAfter());
    int waitedFor =
        seen.attempts().stream()
            .filter(attempt -> attempt.lives(lostBefore))
            .map(Attempt::number)
            .findFirst()
            .orElseGet(seen::newestSeen);
    return report(NextAttempt.waiting(waitedFor), beyondAllSeen(ledger));
  }

  /** The next attempt gets another number, so that the one that is stopped can be told from it. */
  private Decision hold(AttemptDecider attempt) {
    if (seen.phase() == Phase.SUSPENDED) {
      return seen.newestSeen() >= ledger.attempt()
          ? report(new JobState.Suspended(), beyondAllSeen(ledger))
          : acknowledged();
    }
    Optional<Decision> end = attempt.end();
    if (end.isPresent()) {
      return end.get();
    }
    if (seen.hasExisted(ledger.attempt()) || !seen.attempt(ledger.attempt()).isUnseen()) {
      return report(new JobState.Suspended(), ledger.next(ledger.budget(), null, ledger.memory()));
    }
    return report(new JobState.Suspended());
  }

  private static boolean isAnswer(Decision decision) {
    return decision instanceof Decision.Report report
        && report.state() instanceof JobState.Succeeded;
  }

  private Ledger beyondAllSeen(Ledger of) {
    Ledger beyond = of;
    while (beyond.attempt() <= seen.newestSeen()) {
      beyond = beyond.next(beyond.budget(), null, beyond.memory());
    }
    return beyond;
  }

  private Decision over(LayoutJobStatus recorded) {
    if (isAskedToRunAgain(recorded)) {
      AttemptBudget budget = AttemptBudget.unused(seen.wishes().retry());
      return report(
          new JobState.Pending(Reason.RetryRequested, "spec.retry was raised: the job runs again"),
          beyondAllSeen(ledger.next(budget, null, null)));
    }
    Instant end = completion(recorded);
    Duration kept = seen.wishes().timeToLive();
    if (kept == null || end == null) {
      return acknowledged();
    }
    Duration left = Duration.between(now, end.plus(kept));
    if (!left.isPositive()) {
      return new Decision.Delete();
    }
    return acknowledged() instanceof Decision.Rest ? new Decision.Wait(left) : acknowledged();
  }

  private boolean isAskedToRunAgain(LayoutJobStatus recorded) {
    return recorded.phase() == Phase.FAILED
        && seen.wishes().retry() > ledger.budget().retry()
        && !seen.wishes().cancel()
        && seen.order() instanceof Order.Runnable;
  }

  /** Tools that know kstatus take a status about an older spec for unfinished. */
  private Decision acknowledged() {
    Long observed = seen.recorded() == null ? null : seen.recorded().observedGeneration();
    return Objects.equals(observed, seen.generation())
        ? new Decision.Rest()
        : new Decision.Acknowledge();
  }

  private @Nullable Runner lastRunner() {
    LayoutJobStatus recorded = seen.recorded();
    return recorded == null ? null : recorded.runner();
  }

  private Decision report(JobState state) {
    return report(state, ledger);
  }

  private Decision report(JobState state, Ledger next) {
    return new Decision.Report(state, next, Duration.ZERO);
  }

  private static @Nullable Instant completion(LayoutJobStatus recorded) {
    String time = recorded.completionTime();
    try {
      return time == null ? null : Instant.parse(time);
    } catch (DateTimeException foreign) {
      return null;
    }
  }

  /** The end of a job that no runner was made for. */
  public static JobState.Failed neverRun(Instant now, Reason reason, String message) {
    return new JobState.Failed(null, now, reason, Message.of(message), null);
  }
}
