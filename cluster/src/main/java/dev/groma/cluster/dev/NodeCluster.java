package dev.groma.cluster.dev;

import dev.groma.cluster.ControlPlaneException;
import dev.groma.cluster.charts.GoTool;
import dev.groma.cluster.platform.Platform;
import dev.groma.cluster.process.Leash;
import dev.groma.cluster.realnode.RealNode;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Runs a real node with Groma on it until Ctrl-C or SIGTERM.
 *
 * <p>Exit code 69 when there can be no node here.
 */
public final class NodeCluster {
  private static final int UNAVAILABLE = 69;

  /** On a busy machine the HTTP client warns of threads that are merely slow. */
  private static final Logger QUIET = Logger.getLogger("io.vertx");

  private NodeCluster() {}

  /** Takes no arguments. */
  public static void main(String[] words) throws InterruptedException {
    QUIET.setLevel(Level.SEVERE);
    try {
      System.out.println("groma | starting a Kubernetes node ...");
      RealNode node = RealNode.start();
      Leash.ofThisJvm().beforeEnd(node::close);
      System.out.println("groma | installing Groma ...");
      Platform.on(node);
      greet(node);
    } catch (ControlPlaneException e) {
      System.err.println(e.getMessage());
      System.exit(UNAVAILABLE);
    }
    Thread.currentThread().join();
  }

  private static void greet(RealNode node) {
    System.out.println(
        """
        groma | Kubernetes %s with Groma is ready. In another terminal:

          export KUBECONFIG=%s
          kubectl apply -n %s -f examples/apartment.yaml
          kubectl get layoutjobs -n %3$s --watch
          kubectl get pods -A

        groma | The kubectl that this was tested with: %s
        groma | Logs of the node: %s
        groma | Ctrl-C removes everything.
        """
            .formatted(
                node.cluster().client().getKubernetesVersion().getGitVersion(),
                node.cluster().kubeconfig().path(),
                Platform.JOBS,
                GoTool.KUBECTL.path(),
                node.folder()));
    System.out.flush();
  }
}
