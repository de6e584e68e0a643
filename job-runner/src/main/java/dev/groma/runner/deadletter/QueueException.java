package dev.groma.runner.deadletter;

/** A queue did not do what it was asked to; the message is for the user. */
public final class QueueException extends Exception {

  private static final long serialVersionUID = 1L;

  QueueException(String message) {
    super(message);
  }
}
