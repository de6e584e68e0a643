package dev.groma.cluster.dev;

import dev.groma.cluster.ControlPlane;
import dev.groma.cluster.ControlPlaneException;
import dev.groma.cluster.ControlPlaneOptions;
import dev.groma.cluster.local.ProcessPods;
import dev.groma.cluster.process.Child;
import dev.groma.cluster.process.ChildCommand;
import dev.groma.cluster.process.Leash;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Runs a control plane, process pods and the operator until Ctrl-C, SIGTERM, or the operator's end.
 *
 * <p>Exit codes: 64 for wrong arguments, 69 when there is no control plane to be had, 70 when the
 * operator ended by itself, else that of the signal.
 */
public final class DevCluster {
  private static final int USAGE = 64;
  private static final int UNAVAILABLE = 69;
  private static final int SOFTWARE = 70;
  private static final Duration OPERATOR_GRACE = Duration.ofSeconds(15);

  /** On a busy machine the HTTP client warns of threads that are merely slow. */
  private static final Logger QUIET = Logger.getLogger("io.vertx");

  private final PrintStream out;

  private DevCluster(PrintStream out) {
    this.out = out;
  }

  /** See {@link DevArguments#USAGE}. */
  public static void main(String[] words) throws InterruptedException {
    var dev = new DevCluster(System.out);
    try {
      System.exit(dev.run(DevArguments.parse(List.of(words))));
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(USAGE);
    } catch (ControlPlaneException e) {
      System.err.println(e.getMessage());
      System.exit(UNAVAILABLE);
    }
  }

  private int run(DevArguments arguments) throws InterruptedException {
    QUIET.setLevel(Level.SEVERE);
    Leash leash = Leash.ofThisJvm();
    out.println("groma | starting a Kubernetes control plane ...");
    ControlPlane cluster =
        ControlPlane.start(ControlPlaneOptions.defaults().withCrds(arguments.crds()));
    leash.beforeEnd(cluster::close);
    ProcessPods pods = ProcessPods.start(cluster, arguments.images());
    leash.beforeEnd(pods::close);
    var follower = new LogFollower(pods.logFolder(), out);
    Thread.ofVirtual().start(follower::follow);
    greet(cluster);
    if (arguments.operator().isEmpty()) {
      Thread.currentThread().join();
    }
    Child operator = start(arguments.operator(), cluster, pods.logFolder());
    leash.beforeEnd(() -> stop(operator));
    int exitCode = awaitEnd(operator);
    if (leash.isEnding()) {
      Thread.currentThread().join();
    }
    follower.copyNew();
    out.println("groma | the operator ended with " + exitCode);
    return SOFTWARE;
  }

  private void greet(ControlPlane cluster) {
    out.println(
        """
        groma | Kubernetes %s is ready. In another terminal:

          export KUBECONFIG=%s
          kubectl apply -f examples/apartment.yaml
          kubectl get layoutjobs --watch
          kubectl describe layoutjob apartment

        groma | Pods run as processes of this machine; what they print appears below.
        groma | Ctrl-C ends everything and leaves nothing behind.
        """
            .formatted(
                cluster.client().getKubernetesVersion().getGitVersion(),
                cluster.kubeconfig().path()));
    out.flush();
  }

  private static Child start(List<String> command, ControlPlane cluster, Path logs) {
    var environment = new HashMap<>(System.getenv());
    environment.put("KUBECONFIG", cluster.kubeconfig().path().toString());
    return Leash.ofThisJvm()
        .start(
            new ChildCommand(
                command, environment, Path.of("").toAbsolutePath(), logs.resolve("operator.log")));
  }

  private static int awaitEnd(Child operator) throws InterruptedException {
    try {
      return operator.exit().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void stop(Child operator) {
    try {
      operator.stop(OPERATOR_GRACE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
