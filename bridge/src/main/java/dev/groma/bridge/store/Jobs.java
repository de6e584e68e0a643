package dev.groma.bridge.store;

import dev.groma.api.reason.RefusalReason;
import dev.groma.bridge.message.JobKey;
import dev.groma.bridge.message.TroubledException;
import java.util.Optional;

/** The LayoutJobs of the API server. */
public interface Jobs {

  /** What the API server says to a new job. */
  sealed interface Answer {

    /** It is stored. */
    record Created(String uid) implements Answer {}

    /** One of this name was there. */
    record Exists() implements Answer {}

    /** It breaks the schema, or is too large. */
    record Invalid(String detail) implements Answer {}

    /** Admission refuses it. */
    record Denied(String detail) implements Answer {}

    /** As a refusal of the message. */
    default RefusalReason reason() {
      return this instanceof Denied ? RefusalReason.JobRefused : RefusalReason.InvalidJob;
    }
  }

  /** Creates a job. */
  Answer create(NewJob job) throws TroubledException;

  /**
   * The content hash of a job as it is stored; empty text where it has none, because somebody else
   * made it.
   *
   * @return empty where there is no such job
   */
  Optional<String> contentHash(JobKey job) throws TroubledException;

  /** Deletes a job, if it is still this one. */
  void delete(JobKey job, String uid) throws TroubledException;
}
