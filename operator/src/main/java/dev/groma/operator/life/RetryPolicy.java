package dev.groma.operator.life;

import dev.groma.api.layoutjob.AttemptBudget;
import dev.groma.api.layoutjob.PastAttempt;
import dev.groma.api.layoutjob.Runner;
import dev.groma.api.reason.Reason;
import dev.groma.api.status.JobState;
import dev.groma.api.status.Ledger;
import dev.groma.operator.attempt.Memory;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a job is tried again after an attempt without an answer, when, and with how much
 * memory.
 *
 * @param uid of the LayoutJob
 * @param policy of its attempts
 * @param now the time
 */
record RetryPolicy(String uid, ExecutionPolicy policy, Instant now) {

  /**
   * How often the cluster may take attempts away before the job fails. Chosen: a spot node that is
   * reclaimed every time would otherwise be tried for ever.
   */
  static final int DISRUPTIONS_MAX = 10;

  /** What is to be recorded, and the ledger that goes with it. */
  record Verdict(JobState state, Ledger ledger) {}

  /**
   * The verdict on an attempt that ended without an answer.
   *
   * @param before the ledger whose current attempt ended
   * @param runner of the attempt; null where none was made
   */
  Verdict after(Ledger before, Ended.Without end, @Nullable Runner runner) {
    Ledger ledger = before.started(end.startedAt()).ended(past(before, end, runner));
    AttemptBudget budget = ledger.budget();
    return switch (end.reason().ending()) {
      case PERMANENT -> failed(ledger, end, runner, "");
      case COUNTED -> counted(ledger, failure(budget), end, runner, ledger.memory());
      case OUT_OF_MEMORY -> outOfMemory(ledger, failure(budget), end, runner);
      case DISRUPTION -> disrupted(ledger, disruption(budget), end, runner);
      case NONE, FINAL ->
          throw new IllegalStateException("an attempt does not end by " + end.reason());
    };
  }

  /** The same as a decision. */
  Decision.Report decide(Ledger before, Ended.Without end, @Nullable Runner runner) {
    Verdict verdict = after(before, end, runner);
    return new Decision.Report(verdict.state(), verdict.ledger(), Duration.ZERO);
  }

  /**
   * The end of an attempt whose runner did not start in time.
   *
   * @param why it did not
   */
  Ended.Without startedTooLate(Reason reason, String why) {
    return new Ended.Without(
        null,
        now,
        reason,
        Message.of(
            "the runner did not start within %d s: %s"
                .formatted(policy.startDeadline().toSeconds(), why)),
        null);
  }

  private Verdict counted(
      Ledger ledger,
      AttemptBudget used,
      Ended.Without end,
      @Nullable Runner runner,
      @Nullable String memory) {
    return used.failures() >= policy.maxAttempts()
        ? failed(
            with(ledger, used),
            end,
            runner,
            "; all %d attempts of spec.execution.maxAttempts have failed"
                .formatted(policy.maxAttempts()))
        : again(ledger, used, used.failures(), end, memory);
  }

  private Verdict outOfMemory(
      Ledger ledger, AttemptBudget used, Ended.Without end, @Nullable Runner runner) {
    Memory had = Memory.parse(ledger.memory() == null ? policy.memory() : ledger.memory());
    Memory next = had.times(policy.memoryFactor()).atMost(Memory.parse(policy.memoryLimit()));
    return next.isMoreThan(had)
        ? counted(ledger, used, end, runner, next.toString())
        : failed(
            with(ledger, used),
            end,
            runner,
            "; it had %s, and %s is the most that spec.execution.resources.outOfMemory allows"
                .formatted(had, Memory.parse(policy.memoryLimit())));
  }

  private Verdict disrupted(
      Ledger ledger, AttemptBudget used, Ended.Without end, @Nullable Runner runner) {
    return used.disruptions() > DISRUPTIONS_MAX
        ? failed(
            with(ledger, used),
            end,
            runner,
            "; the cluster has taken %d attempts away".formatted(used.disruptions()))
        : again(ledger, used, 1, end, ledger.memory());
  }

  private Verdict again(
      Ledger ledger, AttemptBudget used, int failures, Ended.Without end, @Nullable String memory) {
    int next = ledger.attempt() + 1;
    Duration wait = Backoffs.before(uid, next, failures, policy);
    Instant at = now.plus(wait).truncatedTo(ChronoUnit.SECONDS);
    String message =
        Message.of(
            "attempt %d ended with %s: %s".formatted(ledger.attempt(), end.reason(), end.message()),
            "; attempt %d begins at %s".formatted(next, at));
    return new Verdict(
        new JobState.Pending(Reason.BackingOff, message), ledger.next(used, at, memory));
  }

  private static Verdict failed(
      Ledger ledger, Ended.Without end, @Nullable Runner runner, String addition) {
    return new Verdict(
        new JobState.Failed(
            runner,
            end.endedAt(),
            end.reason(),
            Message.of(end.message(), addition),
            end.exitCode()),
        ledger);
  }

  private static Ledger with(Ledger ledger, AttemptBudget used) {
    return new Ledger(
        ledger.attempt(),
        used,
        ledger.notBefore(),
        ledger.memory(),
        ledger.past(),
        ledger.startedAt());
  }

  private static AttemptBudget failure(AttemptBudget budget) {
    return new AttemptBudget(budget.retry(), budget.failures() + 1, budget.disruptions());
  }

  private static AttemptBudget disruption(AttemptBudget budget) {
    return new AttemptBudget(budget.retry(), budget.failures(), budget.disruptions() + 1);
  }

  private static PastAttempt past(Ledger ledger, Ended.Without end, @Nullable Runner runner) {
    Instant start = end.startedAt();
    return new PastAttempt(
        ledger.attempt(),
        end.reason().name(),
        runner == null ? null : runner.node(),
        start == null ? null : rfc3339(start),
        rfc3339(end.endedAt()),
        end.exitCode());
  }

  private static String rfc3339(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
