package dev.groma.runner.transfer;

import dev.groma.api.reason.Reason;
import dev.groma.api.runner.ExitCode;

/** An input could not be fetched, or artifacts could not be stored. */
public final class TransferException extends Exception {

  private static final long serialVersionUID = 1L;

  private final ExitCode exitCode;
  private final Reason reason;

  /**
   * A failure of this kind.
   *
   * @param message what failed, where, and what to do
   */
  public TransferException(ExitCode exitCode, Reason reason, String message) {
    super(message);
    this.exitCode = exitCode;
    this.reason = reason;
  }

  /** What is named is not there, or may not be read or written. */
  public static TransferException unreachable(String message) {
    return new TransferException(ExitCode.UNREACHABLE, Reason.InputUnreachable, message);
  }

  /** It may work the next time. */
  public static TransferException ofTheMoment(String message) {
    return new TransferException(ExitCode.TRANSIENT, Reason.TransientFailure, message);
  }

  /** An input is more than is read. */
  public static TransferException badData(String message) {
    return new TransferException(ExitCode.BAD_DATA, Reason.BadData, message);
  }

  /** The job asks for what cannot be meant. */
  public static TransferException refused(String message) {
    return new TransferException(ExitCode.BAD_PARAMETERS, Reason.BadParameters, message);
  }

  /** The artifacts are more than their destination takes. */
  public static TransferException tooLarge(String message) {
    return new TransferException(ExitCode.BAD_PARAMETERS, Reason.ResultTooLarge, message);
  }

  /** The exit code of a runner that ends for this. */
  public ExitCode exitCode() {
    return exitCode;
  }

  /** The reason of a job that fails for this. */
  public Reason reason() {
    return reason;
  }

  /** What failed, where, and what to do. */
  public String words() {
    return String.valueOf(getMessage());
  }
}
