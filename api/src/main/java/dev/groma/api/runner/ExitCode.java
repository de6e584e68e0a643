package dev.groma.api.runner;

import dev.groma.api.reason.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How a runner's process ends, after sysexits.h, and timeout(1) for a time-out; also the exit codes
 * of the command {@code groma}.
 */
public enum ExitCode {
  DONE(0, "The engine answered."),
  BAD_PARAMETERS(
      64,
      "A parameter or option is wrong, or the result does not fit its sink. Permanent.",
      Reason.BadParameters,
      Reason.ResultTooLarge),
  BAD_DATA(65, "The input is wrong. Permanent.", Reason.BadData),
  UNREACHABLE(69, "An input cannot be read or an output not written.", Reason.InputUnreachable),
  BUG(70, "The engine broke one of its own rules. Permanent.", Reason.EngineBug),
  TRANSIENT(
      75,
      "Something failed that may work the next time.",
      Reason.TransientFailure,
      Reason.TransferTimeout),
  TIMED_OUT(124, "The engine did not answer in time. Permanent.", Reason.EngineTimeout),
  STOPPED(143, "Asked to stop by SIGTERM.", Reason.Stopped);

  private final int code;
  private final String meaning;
  private final List<Reason> reasons;

  ExitCode(int code, String meaning, Reason... reasons) {
    this.code = code;
    this.meaning = meaning;
    this.reasons = List.of(reasons);
  }

  /** The number, 0 to 255. */
  public int code() {
    return code;
  }

  /** The reason that a job failed with this code has, unless the runner says it more exactly. */
  public Optional<Reason> reason() {
    return reasons.stream().findFirst();
  }

  /** All reasons that a runner may give with this code; none for {@link #DONE}. */
  public List<Reason> reasons() {
    return reasons;
  }

  /** One sentence for the documentation. */
  public String meaning() {
    return meaning;
  }

  /** The member of this number, where there is one. */
  public static Optional<ExitCode> of(int code) {
    return Arrays.stream(values()).filter(exit -> exit.code == code).findFirst();
  }

  /** The code that goes with a runner's reason; none where no runner may give it. */
  public static Optional<ExitCode> of(Reason reason) {
    return Arrays.stream(values()).filter(exit -> exit.reasons.contains(reason)).findFirst();
  }
}
