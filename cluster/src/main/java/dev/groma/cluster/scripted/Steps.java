package dev.groma.cluster.scripted;

import java.util.List;

/** The vocabulary of scripts. Reasons and messages are those of Kubernetes 1.35. */
public final class Steps {
  private static final int SIGKILL = 137;

  private Steps() {}

  /** No node suits the Pod; it has none until a later step gives it one. */
  public static Step unschedulable() {
    return new Step.LeaveUnscheduled("0/1 nodes are available: 1 Insufficient memory.");
  }

  /** The Pod has a node, and its container is never started. */
  public static Step neverStart() {
    return new Step.Wait("ContainerCreating", "");
  }

  /**
   * The containers wait for this reason.
   *
   * @param reason for example {@code CreateContainerConfigError}
   * @param message for a person
   */
  public static Step waiting(String reason, String message) {
    return new Step.Wait(reason, message);
  }

  /** The first try to pull the image failed. */
  public static Step imagePullError() {
    return new Step.Wait("ErrImagePull", "failed to pull and unpack image: not found");
  }

  /** The image could not be pulled, and the kubelet takes its time to try again. */
  public static Step imagePullBackOff() {
    return new Step.Wait("ImagePullBackOff", "Back-off pulling image: ErrImagePull: not found");
  }

  /** The kubelet waits for a volume that it cannot mount, and says why. */
  public static List<Step> volumeMissing(String message) {
    return List.of(neverStart(), new Step.Warn("FailedMount", message));
  }

  /** The Pod asks for a claim that no volume is bound to, so no node suits it. */
  public static Step claimUnbound() {
    return new Step.LeaveUnscheduled(
        "0/1 nodes are available: pod has unbound immediate PersistentVolumeClaims.");
  }

  /** All containers run. */
  public static Step run() {
    return new Step.Run();
  }

  /** All containers end with 0. */
  public static Step succeed() {
    return succeed("");
  }

  /**
   * All containers end with 0.
   *
   * @param terminationMessage what the container wrote to its termination log
   */
  public static Step succeed(String terminationMessage) {
    return exit(0, terminationMessage);
  }

  /**
   * All containers end.
   *
   * @param exitCode 0 to 255
   * @param terminationMessage what the container wrote to its termination log
   */
  public static Step exit(int exitCode, String terminationMessage) {
    return new Step.Finish(exitCode, exitCode == 0 ? "Completed" : "Error", terminationMessage);
  }

  /** The kernel kills the container for using more memory than its limit. */
  public static Step outOfMemory() {
    return new Step.Finish(SIGKILL, "OOMKilled", "");
  }

  /** The kubelet evicts the Pod because the node runs out of memory. */
  public static Step evict() {
    return evict("The node was low on resource: memory.");
  }

  /** The kubelet evicts the Pod, with this message in the Pod's status. */
  public static Step evict(String message) {
    return new Step.Evict(message);
  }

  /** A drain evicts the Pod through the eviction API. */
  public static Step drain() {
    return new Step.Disrupt("EvictionByEvictionAPI", "Eviction API: evicting");
  }

  /** The scheduler makes room for a Pod of higher priority. */
  public static Step preempt() {
    return new Step.Disrupt(
        "PreemptionByScheduler",
        "default-scheduler: preempting to accommodate a higher priority pod");
  }

  /**
   * The node stops talking and the taint manager asks for the Pod's deletion. The Pod stays, marked
   * for deletion, until {@link #nodeRemoved()}.
   */
  public static List<Step> loseNode() {
    return List.of(
        new Step.FallSilent(),
        new Step.Disrupt(
            "DeletionByTaintManager", "Taint manager: deleting due to NoExecute taint"));
  }

  /** The lost node's object is gone, and the garbage collector of Pods removes the Pod. */
  public static Step nodeRemoved() {
    return new Step.Collect();
  }

  /**
   * The Pod's object is gone, finalizers or not, and its end was never reported: as if someone had
   * deleted it by force, or etcd was restored from yesterday. Its Job makes another.
   */
  public static Step vanish() {
    return new Step.Vanish();
  }

  /** The containers ignore SIGTERM: a deletion changes nothing until a later step ends them. */
  public static Step ignoreDeletion() {
    return new Step.FallSilent();
  }
}
