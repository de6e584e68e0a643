package dev.groma.cluster.await;

/** What was waited for did not come. */
public final class AwaitException extends RuntimeException {
  private static final long serialVersionUID = 1;

  AwaitException(String message) {
    super(message);
  }
}
