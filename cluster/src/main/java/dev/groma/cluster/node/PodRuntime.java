package dev.groma.cluster.node;

/** Stands for the containers of the Pods of one node. */
@FunctionalInterface
public interface PodRuntime {

  /**
   * Plays one Pod, in a thread of its own: binds it, reports its statuses, and returns when there
   * is nothing more to report. After that the node removes the Pod as soon as its deletion is asked
   * for.
   *
   * @throws InterruptedException when the node is closed
   * @throws PodGoneException when the Pod was removed by someone else; the node expects it
   */
  void run(NodePod pod) throws InterruptedException;
}
