package dev.groma.bridge.queue;

import dev.groma.api.reason.QueueReason;

/** SQS could not be asked, or refused. */
public final class QueueException extends Exception {

  private static final long serialVersionUID = 1L;

  private final QueueReason reason;

  /**
   * With what is wrong.
   *
   * @param reason as the LayoutQueue's condition names it
   */
  public QueueException(QueueReason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** As the LayoutQueue's condition names it. */
  public QueueReason reason() {
    return reason;
  }
}
