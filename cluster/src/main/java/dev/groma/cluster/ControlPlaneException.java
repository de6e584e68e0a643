package dev.groma.cluster;

import org.jspecify.annotations.Nullable;

/** The control plane cannot be started; the message says what to do, or ends with its log. */
public final class ControlPlaneException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** With a message that says what to do. */
  public ControlPlaneException(String message) {
    this(message, null);
  }

  /** With a message that says what to do, and what it comes from. */
  public ControlPlaneException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
