package dev.groma.api.reason;

/**
 * Why a condition is as it is. The constants are spelled as they stand in the resource.
 *
 * <p>Each has a meaning and a next step; both are for the person who reads {@code kubectl
 * describe}. Each also says what it means for the attempt that ends with it.
 */
public enum Reason {
  WaitingForOperator(
      Ending.NONE,
      "The job is stored and the operator has not seen it yet.",
      "Nothing, if this lasts seconds. Otherwise check that the operator runs and watches this namespace."),
  Accepted(Ending.NONE, "The operator has taken the job on.", "Nothing."),
  PodPending(
      Ending.NONE, "The runner's Pod is not running yet.", "Nothing, if this lasts seconds."),
  WaitingForQuota(
      Ending.NONE,
      "Kueue holds the runner's Job until its queue has room.",
      "Look at the LocalQueue that spec.execution.queueName names: kubectl describe localqueue."),
  QuotaExceeded(
      Ending.NONE,
      "A ResourceQuota of the namespace has no room for the runner.",
      "Wait for other jobs to end, ask for less in spec.execution.resources, or raise the quota."),
  WaitingForTurn(
      Ending.NONE,
      "As many runners as the operator's setting groma.jobs.max-concurrent allows are at work.",
      "Nothing: older jobs go first. To have more at the same time raise jobs.maxConcurrent in the chart's values."),
  WaitingForPreviousAttempt(
      Ending.NONE,
      "The runner of an earlier attempt has not ended yet, so the next one waits.",
      "Nothing, if this lasts less than the grace period. A node that is gone for good has to be deleted: kubectl delete node."),
  BackingOff(
      Ending.NONE,
      "An attempt failed and the next one waits for its time.",
      "Nothing; status.nextAttemptTime says when, status.pastAttempts what happened."),
  Unschedulable(
      Ending.COUNTED,
      "No node can take the runner's Pod.",
      "Read the scheduler's words in the message; free or add a node that fits."),
  ImageUnavailable(
      Ending.COUNTED,
      "The runner's image cannot be pulled.",
      "Check the image's name and the node's access to its registry."),
  VolumeUnavailable(
      Ending.COUNTED,
      "A volume of the runner cannot be attached or mounted.",
      "Check that the PersistentVolumeClaim that the message names exists, is bound, and can be used on that node."),
  ContainerNotStarting(
      Ending.COUNTED,
      "The runner's container cannot be created, often because a ConfigMap or key is missing.",
      "Create what the message names; the Pod starts by itself then."),
  StartDeadlineExceeded(
      Ending.COUNTED,
      "The runner did not start within spec.execution.startDeadlineSeconds.",
      "Read in the message what it waited for; allow more time or make room."),
  RunnerRunning(Ending.NONE, "The runner is at work.", "Nothing."),
  Completed(Ending.FINAL, "The engine answered; summary and artifacts are recorded.", "Nothing."),
  Reused(
      Ending.FINAL,
      "Another job with the same input had the answer already; status.reusedFrom names it.",
      "Nothing. Leave out spec.reuse to have a job run in any case."),
  Suspended(
      Ending.NONE,
      "spec.suspend holds the job; no runner runs.",
      "Set spec.suspend to false to go on."),
  Resumed(Ending.NONE, "spec.suspend is false again and the job goes on.", "Nothing."),
  Cancelled(
      Ending.FINAL, "spec.cancel ended the job.", "Create another LayoutJob to run it after all."),
  RetryRequested(
      Ending.NONE,
      "spec.retry was raised: the failed job runs again with a new budget of attempts.",
      "Nothing."),
  BadParameters(
      Ending.PERMANENT,
      "A parameter is out of its range or does not fit another.",
      "Mend the parameter that the message names and submit the job under another name."),
  BadData(
      Ending.PERMANENT,
      "The input cannot be understood or breaks a limit.",
      "Mend the place that the message names. Raise spec.retry where the input lies outside the manifest, else submit the job under another name."),
  InputTooLarge(
      Ending.PERMANENT,
      "An inline input is longer than 192 KiB in UTF-8, or all of them together than 224 KiB.",
      "Put the text into a ConfigMap, S3 or a volume and name it there."),
  ResultTooLarge(
      Ending.PERMANENT,
      "The artifacts are larger than the 900 KiB that a ConfigMap holds.",
      "Name S3 or a volume under spec.output and submit the job under another name."),
  InputUnreachable(
      Ending.COUNTED,
      "An input cannot be read or an output cannot be written.",
      "Check that what the message names exists and that the runner may reach it."),
  EngineBug(
      Ending.PERMANENT,
      "The engine broke one of its own rules: the fault is Groma's.",
      "Please report it with the input; the runner's log has the details."),
  EngineTimeout(
      Ending.PERMANENT,
      "The engine did not answer within spec.execution.timeoutSeconds.",
      "Allow more time, or give it less work, and submit the job under another name."),
  TransferTimeout(
      Ending.COUNTED,
      "Inputs or artifacts were still on their way at the end of spec.execution.timeoutSeconds.",
      "Nothing, while attempts are left. Allow more time if it goes on."),
  TransientFailure(
      Ending.COUNTED,
      "Something outside the job failed that may work the next time.",
      "Nothing, while attempts are left. Afterwards raise spec.retry."),
  Stopped(
      Ending.DISRUPTION,
      "The runner was asked to stop before it had an answer, and not by the operator.",
      "Nothing: it is tried again."),
  OutOfMemory(
      Ending.OUT_OF_MEMORY,
      "The runner used more memory than its limit allows and was killed.",
      "Nothing, while attempts are left: each gets more. Otherwise raise spec.execution.resources.outOfMemory.limit and submit the job under another name."),
  RunnerCrashed(
      Ending.COUNTED,
      "The runner ended without a word of its own, or could not be started.",
      "Read the exit code and the runner's log."),
  Evicted(
      Ending.DISRUPTION,
      "The kubelet evicted the Pod because its node ran short of something.",
      "Nothing: it is tried again. Ask for what the job needs in spec.execution.resources if it goes on."),
  Disrupted(
      Ending.DISRUPTION,
      "The cluster took the Pod away: a drain, a preemption, a node that is reclaimed.",
      "Nothing: it is tried again."),
  NodeLost(
      Ending.DISRUPTION,
      "The node of the Pod is gone or does not answer any more.",
      "Nothing: it is tried again."),
  RunnerGone(
      Ending.DISRUPTION,
      "The runner's Job or Pod was deleted before its end could be recorded.",
      "Nothing: it is tried again. Find out who deletes Jobs if it goes on."),
  RunnerProtocolError(
      Ending.PERMANENT,
      "The runner's last word is not for this attempt, not in the contract's form, or not true.",
      "Check that operator and runner image are of the same version."),
  NameTaken(
      Ending.PERMANENT,
      "A Job or ConfigMap of the name that this attempt needs exists and belongs to another owner.",
      "Delete it and raise spec.retry, or submit this job under another name."),
  JobRefused(
      Ending.PERMANENT,
      "The API server refuses to create the runner's Job.",
      "Read its words in the message; admission policies are the usual cause. Raise spec.retry when that is mended."),
  Unreadable(
      Ending.PERMANENT,
      "The stored object does not fit this version of the CRD.",
      "Replace it by one that does; the message names the member.");

  private final Ending ending;
  private final String meaning;
  private final String nextStep;

  Reason(Ending ending, String meaning, String nextStep) {
    this.ending = ending;
    this.meaning = meaning;
    this.nextStep = nextStep;
  }

  /** What follows for an attempt that ends for this reason. */
  public Ending ending() {
    return ending;
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
