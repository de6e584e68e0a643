package dev.groma.api.layoutjob;

/** Whether an answer that is there already will do. */
public enum ReusePolicy {
  /** Take the answer of a job of this namespace that asked for the same with the same input. */
  IfSameInput,
  /** Run. */
  Never
}
