package dev.groma.bridge.layoutqueue;

import dev.groma.api.reason.QueueReason;

/**
 * How a LayoutQueue does, in one word and its explanation.
 *
 * @param words more for people; may be empty
 */
record Situation(QueueReason reason, String words) {

  /** What a status may hold of it. */
  private static final int MOST_CHARACTERS = 1024;

  String message() {
    String all =
        words.isEmpty()
            ? reason.meaning() + " " + reason.nextStep()
            : reason.meaning() + " " + reason.nextStep() + " (" + words + ")";
    return all.length() <= MOST_CHARACTERS ? all : all.substring(0, MOST_CHARACTERS - 3) + "...";
  }

  /** What its kstatus is: in order, on the way there, or waiting for a person. */
  enum Standing {
    READY,
    RECONCILING,
    STALLED
  }

  Standing standing() {
    return switch (reason) {
      case Receiving, QueueSuspended -> Standing.READY;
      case WaitingForBridge,
          TooManyPendingJobs,
          ApiServerUnavailable,
          JobQuotaExceeded,
          QueueUnreachable ->
          Standing.RECONCILING;
      case JobsForbidden,
          QueueAbsent,
          QueueAccessDenied,
          CredentialsMissing,
          NamespaceAbsent,
          NamespaceNotAllowed,
          QueueTaken,
          MappingInvalid,
          QueueUnreadable ->
          Standing.STALLED;
    };
  }
}
