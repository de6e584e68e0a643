package dev.groma.api.status;

/** The conditions of a LayoutJob; all of them stand in every status that the operator writes. */
public enum ConditionType {
  Accepted("The operator has taken the job on; False when the spec cannot be run at all."),
  Running("A runner is at work."),
  Suspended("spec.suspend holds the job."),
  Complete("There is an answer. Final."),
  Failed("There is no answer and there will be none. Final until spec.retry is raised."),
  ResultRecorded("The artifacts are stored where status.artifacts says."),
  Ready("True exactly when Complete is: for tools that know kstatus."),
  Reconciling("True until the job has its end: for tools that know kstatus."),
  Stalled("True when the job failed or was cancelled: for tools that know kstatus.");

  private final String meaning;

  ConditionType(String meaning) {
    this.meaning = meaning;
  }

  /** One sentence for the documentation. */
  public String meaning() {
    return meaning;
  }
}
