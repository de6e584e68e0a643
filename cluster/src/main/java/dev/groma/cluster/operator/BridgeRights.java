package dev.groma.cluster.operator;

import dev.groma.cluster.ControlPlane;
import dev.groma.cluster.Kubeconfig;
import dev.groma.cluster.charts.Release;

/** The rights that the chart gives the bridge. */
public final class BridgeRights {

  private static final String ACCOUNT = "groma-bridge";
  private static final String VALUES =
      "rbac: {aggregateClusterRoles: false}\n"
          + "bridge: {enabled: true, credentialsSecrets: [sqs-keys]}\n";

  private BridgeRights() {}

  /**
   * Exactly what the chart grants a bridge that lives in this namespace and watches no other, and
   * may read the Secret {@code sqs-keys} there.
   */
  public static Kubeconfig production(ControlPlane cluster, String namespace) {
    return OperatorRights.grant(
        cluster,
        Release.groma(namespace, VALUES + "watchNamespaces: [%s]".formatted(namespace)),
        ACCOUNT);
  }

  /** The user that the audit log knows the production bridge of a namespace by. */
  public static String productionUser(String namespace) {
    return "system:serviceaccount:" + namespace + ":" + ACCOUNT;
  }
}
