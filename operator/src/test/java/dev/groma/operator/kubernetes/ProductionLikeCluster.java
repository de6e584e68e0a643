package dev.groma.operator.kubernetes;

import dev.groma.cluster.ControlPlane;
import dev.groma.cluster.ControlPlaneOptions;
import dev.groma.cluster.Kubeconfig;
import dev.groma.cluster.SourceTree;
import dev.groma.cluster.faults.SilentProxy;
import dev.groma.cluster.operator.OperatorRights;
import dev.groma.cluster.scripted.ScriptedPods;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A control plane of its own for the operator as Quarkus puts it together: it sees all namespaces
 * with exactly the rights of the chart, through a proxy that can lose connections.
 *
 * <p>Test and resource live in different class loaders, so they talk by system properties.
 */
public final class ProductionLikeCluster implements QuarkusTestResourceLifecycleManager {

  /** System property: path of the admin's kubeconfig. */
  static final String ADMIN = "groma.test.admin-kubeconfig";

  /** System property: connections opened before this {@link System#nanoTime()} are lost. */
  static final String SILENT_BEFORE = "groma.test.silent-before";

  private @Nullable ControlPlane cluster;
  private @Nullable ScriptedPods pods;
  private @Nullable SilentProxy proxy;

  @Override
  public Map<String, String> start() {
    ControlPlane started =
        ControlPlane.start(
            ControlPlaneOptions.defaults()
                .withCrds(SourceTree.root().resolve("crds"))
                .withApiServerFlag(
                    "--enable-admission-plugins=NodeRestriction,OwnerReferencesPermissionEnforcement"));
    cluster = started;
    pods = ScriptedPods.start(started);
    proxy =
        new SilentProxy(
            URI.create(started.server()).getPort(),
            () -> Long.getLong(SILENT_BEFORE, Long.MIN_VALUE));
    System.setProperty(ADMIN, started.kubeconfig().path().toString());
    Kubeconfig operator =
        OperatorRights.everywhere(started).at("https://127.0.0.1:" + proxy.port());
    System.setProperty("kubeconfig", operator.path().toString());
    return Map.of(
        "groma.runner.image", "registry.example/groma-runner:1",
        "groma.api.read-idle-timeout", "2s");
  }

  @Override
  public void stop() {
    try {
      if (proxy != null) {
        proxy.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      if (pods != null) {
        pods.close();
      }
      if (cluster != null) {
        cluster.close();
      }
    }
  }
}
