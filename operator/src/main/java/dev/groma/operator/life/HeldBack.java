package dev.groma.operator.life;

import dev.groma.api.layoutjob.LayoutJobStatus;
import dev.groma.api.layoutjob.Phase;
import dev.groma.api.layoutjob.Runner;
import dev.groma.api.reason.Reason;
import dev.groma.api.status.JobState;
import dev.groma.api.status.Ledger;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * Decides about an attempt whose Job cannot be there yet.
 *
 * <p>One that the API server does not take now (a quota is used up, a right is missing, a policy is
 * against it) waits for as long as one whose Job is there may, counted from the first refusal,
 * which the status keeps as the time of the next attempt. One that waits for its turn waits for as
 * long as it takes.
 *
 * @param seen before the Job was refused
 * @param create what was refused
 */
public record HeldBack(Snapshot seen, Decision.CreateJob create, Timing timing, Instant now) {

  /**
   * What to record.
   *
   * @param words of the API server
   */
  public Decision.Report report(String words) {
    Runner runner = new Runner(null, null, null, create.ledger().attempt());
    Instant since = since();
    Ledger ledger = create.ledger().begins(since);
    ExecutionPolicy policy = create.order().policy();
    String message = "the API server does not take the runner's Job now: " + words;
    Duration left = Duration.between(now, since.plus(policy.startDeadline()));
    if (!left.isPositive()) {
      RetryPolicy retries = new RetryPolicy(seen.reference().uid(), policy, now);
      return retries.decide(
          ledger, retries.startedTooLate(Reason.StartDeadlineExceeded, message), runner);
    }
    // A quota stays used up for a while. An API server that has just started refuses everything
    // until it has read its roles, which takes seconds.
    boolean quota = words.contains("exceeded quota");
    Duration again = quota ? timing.recheck() : timing.patience();
    return new Decision.Report(
        new JobState.Queued(
            quota ? Reason.QuotaExceeded : Reason.JobRefused, Message.of(message), runner),
        ledger,
        left.compareTo(again) < 0 ? left : again);
  }

  /**
   * What to record where as many attempts as may be are at work.
   *
   * @param atWork how many that is
   */
  public Decision.Report withoutTurn(int atWork) {
    return new Decision.Report(
        new JobState.Queued(
            Reason.WaitingForTurn,
            "%d runners are at work, which is as many as may be; older jobs go first"
                .formatted(atWork),
            new Runner(null, null, null, create.ledger().attempt())),
        create.ledger(),
        timing.recheck());
  }

  private Instant since() {
    LayoutJobStatus recorded = seen.recorded();
    Runner runner = recorded == null ? null : recorded.runner();
    boolean refusedBefore =
        seen.phase() == Phase.QUEUED
            && runner != null
            && runner.jobName() == null
            && runner.attempt() == create.ledger().attempt()
            && seen.recordedMessage(Reason.WaitingForTurn).isEmpty();
    return refusedBefore ? Objects.requireNonNullElse(create.ledger().notBefore(), now) : now;
  }
}
