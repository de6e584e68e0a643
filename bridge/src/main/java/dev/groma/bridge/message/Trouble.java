package dev.groma.bridge.message;

import dev.groma.api.reason.QueueReason;

/**
 * Why a job could not be stored though nothing is wrong with its message.
 *
 * @param kind what is wrong
 * @param words of the API server or the network, for people
 */
public record Trouble(Kind kind, String words) {

  /** What is wrong. */
  public enum Kind {
    /** No answer, or one that says that the API server or etcd does not work. */
    UNREACHABLE(true, QueueReason.ApiServerUnavailable),
    /** The API server asks for patience. */
    OVERLOADED(true, QueueReason.ApiServerUnavailable),
    /** The namespace is full. */
    QUOTA(true, QueueReason.JobQuotaExceeded),
    /** The bridge may not. */
    FORBIDDEN(true, QueueReason.JobsForbidden),
    /** The namespace is gone or goes. */
    NO_NAMESPACE(true, QueueReason.NamespaceAbsent),
    /** Admission refuses one message after another. */
    DENIED(false, QueueReason.JobsForbidden),
    /** An error that may be this one job's. */
    FAULT(false, QueueReason.ApiServerUnavailable);

    private final boolean ours;
    private final QueueReason reason;

    Kind(boolean ours, QueueReason reason) {
      this.ours = ours;
      this.reason = reason;
    }

    /** Whether it is certain that another message would fare no better. */
    public boolean ours() {
      return ours;
    }

    /** How the LayoutQueue's condition names it. */
    public QueueReason reason() {
      return reason;
    }
  }
}
