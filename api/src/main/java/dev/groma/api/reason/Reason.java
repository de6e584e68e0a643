package dev.groma.api.reason;

/**
 * Why a condition is as it is. The constants are spelled as they stand in the resource.
 *
 * <p>Each has a meaning and a next step; both are for the person who reads {@code kubectl
 * describe}.
 */
public enum Reason {
  WaitingForOperator(
      "The job is stored and the operator has not seen it yet.",
      "Nothing, if this lasts seconds. Otherwise check that the operator runs and watches this"
          + " namespace."),
  Accepted("The operator has taken the job on.", "Nothing."),
  PodPending("The runner's Pod is not running yet.", "Nothing, if this lasts seconds."),
  Unschedulable(
      "No node can take the runner's Pod.",
      "Read the scheduler's words in the message; free or add a node that fits."),
  ImageUnavailable(
      "The runner's image cannot be pulled.",
      "Check the image's name and the node's access to its registry."),
  ContainerNotStarting(
      "The runner's container cannot be created, often because a ConfigMap or key is missing.",
      "Create what the message names; the Pod starts by itself then."),
  RunnerRunning("The runner is at work.", "Nothing."),
  Completed("The engine answered; summary and artifacts are recorded.", "Nothing."),
  BadParameters(
      "A parameter is out of its range or does not fit another.",
      "Mend the parameter that the message names and submit the job under another name."),
  BadData(
      "The input cannot be understood or breaks a limit.",
      "Mend the place that the message names and submit the job under another name."),
  InputTooLarge(
      "An inline input is longer than 192 KiB in UTF-8.",
      "Put the text into a ConfigMap and name it under configMap."),
  InputUnreachable(
      "An input cannot be read or an output cannot be written.",
      "Check that what the message names exists and that the runner may reach it."),
  EngineBug(
      "The engine broke one of its own rules: the fault is Groma's.",
      "Please report it with the input; the runner's log has the details."),
  TransientFailure(
      "Something outside the job failed that may work the next time.",
      "Submit the job again under another name."),
  Stopped(
      "The runner was asked to stop before it had an answer.",
      "Submit the job again under another name."),
  RunnerCrashed(
      "The runner ended without a word of its own: killed, out of memory, or never started.",
      "Read the exit code and the runner's log; give it more memory if it was killed with 137."),
  RunnerProtocolError(
      "The runner's last word is not for this attempt, or not in the contract's form.",
      "Check that operator and runner image are of the same version."),
  RunnerGone(
      "The runner's Job or Pod was deleted before its end could be recorded.",
      "Submit the job again under another name."),
  NameTaken(
      "A Job of the name that this attempt needs exists and belongs to another owner.",
      "Delete that Job, or submit this job under another name."),
  JobRefused(
      "The API server refuses to create the runner's Job.",
      "Read its words in the message; quota and admission policies are the usual causes."),
  Unreadable(
      "The stored object does not fit this version of the CRD.",
      "Replace it by one that does; the message names the member.");

  private final String meaning;
  private final String nextStep;

  Reason(String meaning, String nextStep) {
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
