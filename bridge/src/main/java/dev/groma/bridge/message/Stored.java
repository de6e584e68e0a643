package dev.groma.bridge.message;

import dev.groma.api.reason.RefusalReason;

/** What came of the wish to store a job. */
public sealed interface Stored {

  /** There is a job now that was not there before. */
  record Created(JobKey job) implements Stored {}

  /**
   * The same request has had its job already.
   *
   * @param gone whether the job has ended and been deleted since
   */
  record Duplicate(JobKey job, boolean gone) implements Stored {}

  /**
   * It can never be stored.
   *
   * @param detail what is wrong and what would be right
   */
  record Refused(RefusalReason reason, String detail) implements Stored {}
}
