package dev.groma.cluster.local;

import java.time.Duration;

/**
 * Why and how gently the containers of a Pod are to end.
 *
 * @param grace time between SIGTERM and SIGKILL
 * @param reason reason for the Pod's status; empty when it was deleted
 * @param message message for the Pod's status; empty when it was deleted
 */
record PodStop(Duration grace, String reason, String message) {
  static PodStop deleted(Duration grace) {
    return new PodStop(grace, "", "");
  }

  /** The Pod's {@code activeDeadlineSeconds} have passed; in the kubelet's words. */
  static PodStop deadline(Duration grace) {
    return new PodStop(
        grace, "DeadlineExceeded", "Pod was active on the node longer than the specified deadline");
  }
}
