package dev.groma.operator.layoutjob;

import dev.groma.api.layoutjob.EngineBlock.NamedInput;
import dev.groma.api.layoutjob.InputSource;
import dev.groma.api.layoutjob.LayoutJobStatus;
import dev.groma.api.reason.Reason;
import dev.groma.api.status.JobState;
import java.time.Instant;

/**
 * Decides what to do about a LayoutJob: a pure function.
 *
 * <p>The rules, the first that applies:
 *
 * <ol>
 *   <li>a status that cannot be read may be final: set the object aside
 *   <li>a final phase is final, whatever became of the Job and its Pod
 *   <li>a spec that cannot be read ends the job
 *   <li>otherwise the attempt decides: {@link AttemptDecider}
 * </ol>
 */
public final class Decider {

  private Decider() {}

  /** What to do, given what is known, how patient the operator is, and the time. */
  public static Decision decide(Snapshot seen, Timing timing, Instant now) {
    LayoutJobStatus recorded = seen.recorded();
    if (recorded != null && recorded.unreadable() != null) {
      return new Decision.SetAside("the status does not fit: " + recorded.unreadable());
    }
    if (seen.isFinal()) {
      return new Decision.Ignore();
    }
    return switch (seen.order()) {
      case Order.Unreadable(String why) ->
          new Decision.Report(neverRun(now, Reason.Unreadable, why));
      case Order.Runnable order -> new AttemptDecider(seen, order, timing.patience(), now).decide();
    };
  }

  /** The end of a job whose inline input does not fit. */
  static JobState.Failed tooLarge(NamedInput input, Instant now) {
    return neverRun(
        now,
        Reason.InputTooLarge,
        "the inline input %s is %d bytes long in UTF-8 and may have %d; put it into a ConfigMap and name it under configMap"
            .formatted(input.name(), Order.Runnable.bytes(input), InputSource.INLINE_MAX_BYTES));
  }

  /** The end of a job that no runner was made for. */
  static JobState.Failed neverRun(Instant now, Reason reason, String message) {
    return new JobState.Failed(null, null, now, reason, Message.of(message), null);
  }
}
