package dev.groma.operator.report.answer;

/** A report is refused; the message says what is wrong here and what to do. */
public final class RefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Refusal refusal;

  /**
   * A refusal.
   *
   * @param refusal its kind
   * @param detail for the person who reads the runner's log
   */
  public RefusedException(Refusal refusal, String detail) {
    super(detail);
    this.refusal = refusal;
  }

  /** The same, of something that went wrong. */
  public RefusedException(Refusal refusal, String detail, Throwable cause) {
    super(detail, cause);
    this.refusal = refusal;
  }

  /** Its kind. */
  public Refusal refusal() {
    return refusal;
  }

  /** What is wrong here and what to do. */
  public String detail() {
    return String.valueOf(getMessage());
  }
}
