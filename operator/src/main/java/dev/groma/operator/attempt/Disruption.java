package dev.groma.operator.attempt;

import dev.groma.api.reason.Reason;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * That the cluster takes a Pod away, and why: its condition DisruptionTarget.
 *
 * @param reason of the catalogue
 * @param words of whoever takes it
 */
public record Disruption(Reason reason, String words) {

  /** The node does not answer, or is gone; pkg/controller/{tainteviction,podgc}. */
  private static final Set<String> NODE_LOST = Set.of("DeletionByTaintManager", "DeletionByPodGC");

  /**
   * A disruption in the words of Kubernetes.
   *
   * @param conditionReason such as {@code EvictionByEvictionAPI}
   * @param podReason of the Pod's status, such as {@code Evicted}
   */
  static Disruption of(@Nullable String conditionReason, @Nullable String podReason, String words) {
    if (Objects.equals(podReason, "Evicted")) {
      return new Disruption(Reason.Evicted, words);
    }
    boolean lost = conditionReason != null && NODE_LOST.contains(conditionReason);
    return new Disruption(lost ? Reason.NodeLost : Reason.Disrupted, words);
  }
}
