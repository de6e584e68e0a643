package dev.groma.api.reason;

/**
 * Why a request from outside can never become a LayoutJob; as a message's attribute {@code
 * failureReason} in the dead-letter queue.
 */
public enum RefusalReason {
  NotJson("The body is not JSON in UTF-8.", "Mend the sender."),
  UnknownShape(
      "The body is none of the shapes that are known.",
      "The detail names the nearest shape and what is missing from it; mend the sender."),
  MappingMissing(
      "The shape is known, but the LayoutQueue does not say how it becomes a job.",
      "Declare it under spec.mappings of the LayoutQueue, then redrive the message."),
  InvalidJob(
      "The job that the message asks for breaks the CRD's schema or rules.",
      "Mend the sender at the place that the detail names; `groma validate` says the same."),
  EngineUnknown("There is no such engine.", "Ask for another engine, or update Groma."),
  EngineNotAccepted(
      "The LayoutQueue does not take jobs for this engine.",
      "Add the engine to spec.engines of the LayoutQueue and redrive the message, or send it to another queue."),
  NamespaceNotServed(
      "The message asks for another namespace than that of the queue's jobs.",
      "Leave out metadata.namespace, or send to the queue of that namespace."),
  ReservedName(
      "The message sets a label or annotation under groma.dev/, which only Groma sets.",
      "Leave it out."),
  ReplyNotAllowed(
      "The message asks for a reply to a queue that the LayoutQueue does not allow.",
      "Add the queue's url to spec.replies.allowed and redrive the message, or name another."),
  OutputLoop(
      "The object lies where jobs of this queue write their artifacts: a job would make jobs.",
      "Restrict the bucket's notifications to the prefix of the inputs."),
  InlineTooLong(
      "An input in the message is longer than a job may hold in its manifest.",
      "Put it into S3 and name it there."),
  DigestMismatch(
      "The object that the message points to does not have the SHA-256 that it states.",
      "Find out who overwrote it; name its versionId, and send the message again."),
  PointerUnreachable(
      "The object that the message points to is not there, or the bridge may not read it.",
      "Create it, or give the bridge the right, and redrive the message."),
  IdempotencyConflict(
      "A job of the same key exists, and it was asked for something else.",
      "Send other requests under other keys."),
  JobRefused(
      "The API server refuses this one job, by an admission policy.",
      "Read its words in the detail; mend the message or the policy, then redrive."),
  JobFailed(
      "The job ran and failed; the detail has its reason. Only with spec.deadLetter.onJobFailure.",
      "Mend what the reason names and raise spec.retry of the job. A redrive finds the failed job and makes no second one.");

  private final String meaning;
  private final String nextStep;

  RefusalReason(String meaning, String nextStep) {
    this.meaning = meaning;
    this.nextStep = nextStep;
  }

  /** What has happened, in one sentence. */
  public String meaning() {
    return meaning;
  }

  /** What a person can do about it. */
  public String nextStep() {
    return nextStep;
  }
}
