package dev.groma.operator.attempt;

import java.util.Map;

/** The labels and annotations by which an attempt's objects are known. */
public final class AttemptLabels {

  /** Label with the LayoutJob's UID; its presence selects every object that the operator made. */
  public static final String LAYOUT_JOB_UID = "groma.dev/layoutjob-uid";

  /** Label with the attempt's number. */
  public static final String ATTEMPT = "groma.dev/attempt";

  /** Annotation with the LayoutJob's name, which may be too long for a label. */
  public static final String LAYOUT_JOB = "groma.dev/layoutjob";

  /** Annotation of the Pod with the runner's request. */
  static final String REQUEST = "groma.dev/request";

  /** Start of the annotations of the Pod with inline inputs; the input's name follows. */
  static final String INPUT_PREFIX = "groma.dev/input.";

  /** Annotation of the Pod with the certificates that the runner is to trust. */
  static final String REPORT_CA = "groma.dev/report-ca";

  /** Label by which Kueue knows which queue is to admit a Job. */
  static final String KUEUE_QUEUE = "kueue.x-k8s.io/queue-name";

  private static final String MANAGED_BY = "app.kubernetes.io/managed-by";
  private static final String NAME = "app.kubernetes.io/name";

  private AttemptLabels() {}

  /** All labels of an attempt's objects. */
  static Map<String, String> of(String uid, int attempt) {
    return Map.of(
        NAME,
        "groma-runner",
        MANAGED_BY,
        "groma-operator",
        LAYOUT_JOB_UID,
        uid,
        ATTEMPT,
        Integer.toString(attempt));
  }

  /** Selects the objects of one LayoutJob. */
  public static Map<String, String> selector(String uid) {
    return Map.of(LAYOUT_JOB_UID, uid);
  }
}
