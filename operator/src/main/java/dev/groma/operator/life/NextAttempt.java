package dev.groma.operator.life;

import dev.groma.api.layoutjob.EngineBlock.NamedInput;
import dev.groma.api.layoutjob.InputSource;
import dev.groma.api.reason.Reason;
import dev.groma.api.status.JobState;
import dev.groma.api.status.Ledger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Decides about an attempt that has not begun.
 *
 * <p>It begins when its time has come and no runner of an earlier attempt can be at work any more.
 * The first need not begin where inline inputs do not fit, or where the answer is there already.
 */
record NextAttempt(Snapshot seen, Ledger ledger, Order.Runnable order, Timing timing, Instant now) {

  Decision decide() {
    Optional<NamedInput> tooLarge = order.tooLarge();
    if (tooLarge.isPresent()) {
      return report(tooLarge(tooLarge.get()), Duration.ZERO);
    }
    List<NamedInput> together = order.tooLargeTogether();
    if (!together.isEmpty()) {
      return report(tooLargeTogether(together), Duration.ZERO);
    }
    Optional<Decision> reused = reuse();
    if (reused.isPresent()) {
      return reused.get();
    }
    Instant notBefore = ledger.notBefore();
    if (notBefore != null && now.isBefore(notBefore)) {
      return new Decision.Wait(Duration.between(now, notBefore));
    }
    Instant lostBefore = now.minus(timing.lostAfter());
    Optional<Attempt> earlier =
        seen.attempts().stream().filter(attempt -> attempt.lives(lostBefore)).findFirst();
    if (earlier.isEmpty()) {
      return new Decision.CreateJob(ledger, order);
    }
    return earlier.get().endsByItself()
        ? new Decision.Wait(timing.patience())
        : report(waiting(earlier.get().number()), timing.recheck());
  }

  private Optional<Decision> reuse() {
    Reusable reusable = seen.reusable();
    Duration atMost = order.reusableFor();
    boolean untried = ledger.attempt() == 1 && ledger.past().isEmpty();
    if (reusable == null || atMost == null || !untried) {
      return Optional.empty();
    }
    Duration age = Duration.between(reusable.completedAt(), now);
    return age.compareTo(atMost) > 0
        ? Optional.empty()
        : Optional.of(report(new JobState.Succeeded(null, now, reusable.answer()), Duration.ZERO));
  }

  static JobState waiting(int earlier) {
    return new JobState.Pending(
        Reason.WaitingForPreviousAttempt,
        "the runner of attempt %d has not ended yet".formatted(earlier));
  }

  private JobState tooLarge(NamedInput input) {
    return Decider.neverRun(
        now,
        Reason.InputTooLarge,
        "the inline input %s is %d bytes long in UTF-8 and may have %d; put it into a ConfigMap, S3 or a volume and name it there"
            .formatted(input.name(), Order.Runnable.bytes(input), InputSource.INLINE_MAX_BYTES));
  }

  private JobState tooLargeTogether(List<NamedInput> inputs) {
    return Decider.neverRun(
        now,
        Reason.InputTooLarge,
        "the inline inputs %s are together %d bytes long in UTF-8 and may have %d; put one into a ConfigMap, S3 or a volume and name it there"
            .formatted(
                inputs.stream()
                    .map(it -> "%s (%d)".formatted(it.path(), Order.Runnable.bytes(it)))
                    .collect(Collectors.joining(", ")),
                inputs.stream().mapToInt(Order.Runnable::bytes).sum(),
                InputSource.INLINE_TOTAL_MAX_BYTES));
  }

  private Decision report(JobState state, Duration lookAgain) {
    return new Decision.Report(state, ledger, lookAgain);
  }
}
