package dev.groma.cluster.scripted;

import io.fabric8.kubernetes.api.model.Pod;
import java.util.Map;
import java.util.function.Predicate;

/** Which Pods are meant. */
public final class PodMatchers {
  private PodMatchers() {}

  /** All of them. */
  public static Predicate<Pod> any() {
    return pod -> true;
  }

  /** Those with this label. */
  public static Predicate<Pod> label(String key, String value) {
    return pod -> labels(pod).getOrDefault(key, "").equals(value);
  }

  /** The one of this name. */
  public static Predicate<Pod> named(String name) {
    return pod -> pod.getMetadata().getName().equals(name);
  }

  /** Those whose name starts so. */
  public static Predicate<Pod> nameStarting(String start) {
    return pod -> pod.getMetadata().getName().startsWith(start);
  }

  /** Those of the Job of this name. */
  public static Predicate<Pod> ofJob(String name) {
    return label("batch.kubernetes.io/job-name", name);
  }

  private static Map<String, String> labels(Pod pod) {
    Map<String, String> labels = pod.getMetadata().getLabels();
    return labels == null ? Map.of() : labels;
  }
}
