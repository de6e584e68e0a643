package dev.groma.cluster.scripted;

/** What happens to a Pod next; made by {@link Steps}. */
public sealed interface Step {

  /** The Pod has no node. */
  record LeaveUnscheduled(String message) implements Step {}

  /** The Pod has a node, and its containers wait. */
  record Wait(String reason, String message) implements Step {}

  /** All containers run. */
  record Run() implements Step {}

  /** All containers have ended, and with them the Pod. */
  record Finish(int exitCode, String reason, String message) implements Step {}

  /** The kubelet has ended the Pod for want of a resource. */
  record Evict(String message) implements Step {}

  /** Something asks for the Pod's deletion, for no fault of its own. */
  record Disrupt(String reason, String message) implements Step {}

  /** A component complains of the Pod in a Warning event. */
  record Warn(String reason, String message) implements Step {}

  /** From now on the kubelet says nothing and ends nothing. */
  record FallSilent() implements Step {}

  /** The garbage collector of Pods removes a Pod whose node is gone. */
  record Collect() implements Step {}

  /** The Pod's object is gone, and no one has said how it ended. */
  record Vanish() implements Step {}
}
