package dev.groma.api.reason;

/**
 * Why a condition of a LayoutQueue is as it is. The constants are spelled as they stand in the
 * resource.
 */
public enum QueueReason {
  WaitingForBridge(
      "The LayoutQueue is stored and no bridge has seen it yet.",
      "Nothing, if this lasts seconds. Otherwise check that the bridge runs and watches this namespace."),
  Receiving("Messages are received and become LayoutJobs.", "Nothing."),
  QueueSuspended("spec.suspend stops the receiving.", "Set spec.suspend to false to go on."),
  TooManyPendingJobs(
      "As many jobs of this queue wait or run as spec.maxPendingJobs allows, so messages stay in the queue.",
      "Nothing, if jobs end. Otherwise see what holds them: kubectl get lj; or raise spec.maxPendingJobs."),
  ApiServerUnavailable(
      "The API server does not store LayoutJobs at the moment, so nothing is received and no message is lost.",
      "Nothing: it goes on by itself. See the API server if it lasts."),
  JobQuotaExceeded(
      "A ResourceQuota of the jobs' namespace has no room for another LayoutJob, so messages stay in the queue.",
      "Wait for jobs to end, let them be deleted sooner by spec.jobs.ttlSecondsAfterFinished, or raise the quota."),
  JobsForbidden(
      "The bridge may not create LayoutJobs in the jobs' namespace, or an admission policy refuses all of them.",
      "Read the API server's words in the message; give the bridge the right, or mend the policy. It is tried again by itself."),
  QueueUnreachable(
      "SQS does not answer.",
      "Nothing, if it passes. Otherwise check spec.queue.endpoint, the region and the network."),
  QueueAbsent(
      "There is no such queue.",
      "Create it, or create a LayoutQueue with the right url; the url of this one cannot change."),
  QueueAccessDenied(
      "SQS refuses the bridge.",
      "Give it the rights of examples/aws/bridge-policy.json, or mend the credentials."),
  CredentialsMissing(
      "The Secret that spec.credentials names is not there or lacks a key.",
      "Create it with AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY."),
  NamespaceAbsent(
      "The namespace that spec.jobs.namespace names is not there.", "Create it, or name another."),
  NamespaceNotAllowed(
      "The namespace that spec.jobs.namespace names does not allow jobs of this LayoutQueue.",
      "Let its owner list this LayoutQueue in the annotation groma.dev/layout-queues of the Namespace, as NAMESPACE/NAME."),
  QueueTaken(
      "Another LayoutQueue reads the same queue.", "Delete one of the two: the older one goes on."),
  MappingInvalid(
      "A mapping of spec.mappings cannot give a valid LayoutJob.",
      "Mend the place that the message names."),
  QueueUnreadable(
      "The stored object does not fit this version of the CRD.",
      "Replace it by one that does; the message names the member.");

  private final String meaning;
  private final String nextStep;

  QueueReason(String meaning, String nextStep) {
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
