package dev.groma.api.runner;

import dev.groma.api.reason.Reason;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a runner's process ends, after sysexits.h; also the exit codes of the command {@code groma}.
 */
public enum ExitCode {
  DONE(0, null, "The engine answered."),
  BAD_PARAMETERS(64, Reason.BadParameters, "A parameter or option is wrong. Permanent."),
  BAD_DATA(65, Reason.BadData, "The input is wrong. Permanent."),
  UNREACHABLE(69, Reason.InputUnreachable, "An input cannot be read or an output not written."),
  BUG(70, Reason.EngineBug, "The engine broke one of its own rules. Permanent."),
  TRANSIENT(75, Reason.TransientFailure, "Something failed that may work the next time."),
  STOPPED(143, Reason.Stopped, "Asked to stop by SIGTERM.");

  private final int code;
  private final @Nullable Reason reason;
  private final String meaning;

  ExitCode(int code, @Nullable Reason reason, String meaning) {
    this.code = code;
    this.reason = reason;
    this.meaning = meaning;
  }

  /** The number, 0 to 255. */
  public int code() {
    return code;
  }

  /** The reason that a job failed with this code has; none for {@link #DONE}. */
  public Optional<Reason> reason() {
    return Optional.ofNullable(reason);
  }

  /** One sentence for the documentation. */
  public String meaning() {
    return meaning;
  }

  /** The member of this number, where there is one. */
  public static Optional<ExitCode> of(int code) {
    return Arrays.stream(values()).filter(exit -> exit.code == code).findFirst();
  }
}
