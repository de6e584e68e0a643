package dev.groma.intake;

import dev.groma.api.layoutjob.S3Object;
import dev.groma.api.reason.RefusalReason;
import java.util.List;

/** What a message turned out to be. */
public sealed interface Reading {

  /**
   * Requests for jobs.
   *
   * @param requests at least one, in the message's order
   */
  record Jobs(List<JobRequest> requests) implements Reading {
    public Jobs {
      requests = List.copyOf(requests);
    }
  }

  /**
   * The content lies in S3: fetch it and hand it to {@link Envelopes#readFetched}.
   *
   * @param object with its digest
   * @param provenance what the message said besides
   */
  record Pointer(S3Object object, Provenance provenance) implements Reading {}

  /**
   * Nothing to do, and nothing wrong.
   *
   * @param why for the log
   */
  record Ignored(String why) implements Reading {}

  /**
   * It can never become a job.
   *
   * @param reason of the catalogue
   * @param detail what is wrong, where, and what would be right; at most 1000 characters
   */
  record Refused(RefusalReason reason, String detail) implements Reading {}
}
