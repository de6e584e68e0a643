package dev.groma.cluster.node;

import java.util.List;

/**
 * What a kubelet says about one Pod.
 *
 * @param phase phase
 * @param reason reason of the Pod itself, for example {@code Evicted}; mostly empty
 * @param message message of the Pod itself; mostly empty
 * @param containers one report per container, in the order of the spec
 * @param initContainers one report per init container, in the order of the spec
 */
public record PodReport(
    Phase phase,
    String reason,
    String message,
    List<ContainerReport> containers,
    List<ContainerReport> initContainers) {

  /** The phases that a kubelet reports. */
  public enum Phase {
    /** Bound, and not every container has been started. */
    PENDING("Pending"),
    /** At least one container runs or is about to be restarted. */
    RUNNING("Running"),
    /** All containers ended with 0 and will not be restarted. */
    SUCCEEDED("Succeeded"),
    /** All containers ended, at least one not with 0, and will not be restarted. */
    FAILED("Failed");

    private final String value;

    Phase(String value) {
      this.value = value;
    }

    /** As it stands in a Pod's status. */
    public String value() {
      return value;
    }
  }

  /** Copies the lists. */
  public PodReport {
    containers = List.copyOf(containers);
    initContainers = List.copyOf(initContainers);
  }

  /** A Pod without init containers that has nothing to say for itself. */
  public PodReport(Phase phase, List<ContainerReport> containers) {
    this(phase, "", "", containers, List.of());
  }
}
