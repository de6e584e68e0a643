package dev.groma.cluster.local;

/** Something that a container needs is not there yet; a later try may find it. */
final class NotReadyException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final boolean worthAnEvent;

  private NotReadyException(String message, boolean worthAnEvent) {
    super(message);
    this.worthAnEvent = worthAnEvent;
  }

  /** Whoever made the Pod should hear of it. */
  static NotReadyException missing(String message) {
    return new NotReadyException(message, true);
  }

  /** It passes by itself: the API server has not caught up with itself. */
  static NotReadyException soon(String message) {
    return new NotReadyException(message, false);
  }

  boolean isWorthAnEvent() {
    return worthAnEvent;
  }
}
