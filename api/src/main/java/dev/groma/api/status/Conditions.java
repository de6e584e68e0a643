package dev.groma.api.status;

import dev.groma.api.layoutjob.Condition;
import dev.groma.api.layoutjob.JobIdentity;
import dev.groma.api.reason.Reason;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of a job, all of them for each state.
 *
 * @param generation of the spec that they are about
 * @param before the conditions that are recorded
 * @param now for transitions that happen here, RFC 3339
 */
record Conditions(long generation, List<Condition> before, String now) {

  /** Of a job whose runner does not run yet. */
  List<Condition> open(Reason reason, String message) {
    return all(reason, message, ConditionType.Accepted, ConditionType.Reconciling);
  }

  /** Of a job whose runner runs. */
  List<Condition> running(int attempt) {
    return all(
        Reason.RunnerRunning,
        "attempt %d is running".formatted(attempt),
        ConditionType.Accepted,
        ConditionType.Running,
        ConditionType.Reconciling);
  }

  /** Of a job that is held. */
  List<Condition> suspended() {
    return all(
        Reason.Suspended,
        "spec.suspend holds the job; set it to false to go on",
        ConditionType.Accepted,
        ConditionType.Suspended,
        ConditionType.Reconciling);
  }

  /** Of a job that has its answer, of its own or another job's. */
  List<Condition> complete(@Nullable JobIdentity reusedFrom) {
    return all(
        reusedFrom == null ? Reason.Completed : Reason.Reused,
        reusedFrom == null
            ? "the engine answered; see status.summary"
            : "the answer is that of LayoutJob " + reusedFrom.name() + "; see status.summary",
        ConditionType.Accepted,
        ConditionType.Complete,
        ConditionType.ResultRecorded,
        ConditionType.Ready);
  }

  /** Of a job that has no answer; accepted where an attempt was made. */
  List<Condition> failed(Reason reason, String message, boolean tried) {
    return tried
        ? all(reason, message, ConditionType.Accepted, ConditionType.Failed, ConditionType.Stalled)
        : all(reason, message, ConditionType.Failed, ConditionType.Stalled);
  }

  /** Of a job that somebody ended. */
  List<Condition> cancelled() {
    return all(
        Reason.Cancelled,
        "spec.cancel ended the job; create another LayoutJob to run it after all",
        ConditionType.Accepted,
        ConditionType.Stalled);
  }

  private List<Condition> all(
      Reason reason, String message, ConditionType first, ConditionType... others) {
    Set<ConditionType> isTrue = EnumSet.of(first, others);
    return Arrays.stream(ConditionType.values())
        .map(type -> condition(type, isTrue.contains(type), reason, message))
        .toList();
  }

  private Condition condition(ConditionType type, boolean isTrue, Reason reason, String message) {
    String status = isTrue ? "True" : "False";
    boolean accepted = type == ConditionType.Accepted && isTrue;
    return new Condition(
        type.name(),
        status,
        accepted ? Reason.Accepted.name() : reason.name(),
        accepted ? "the operator runs this job" : message,
        transitionTime(type, status),
        generation);
  }

  private String transitionTime(ConditionType type, String status) {
    return before.stream()
        // The status that the CRD gives a new object has no time of its own.
        .filter(condition -> !condition.reason().equals(Reason.WaitingForOperator.name()))
        .filter(condition -> condition.type().equals(type.name()))
        .filter(condition -> condition.status().equals(status))
        .map(Condition::lastTransitionTime)
        .findFirst()
        .orElse(now);
  }
}
