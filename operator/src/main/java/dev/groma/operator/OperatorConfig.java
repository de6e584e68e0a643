package dev.groma.operator;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The operator's settings. A property {@code groma.runner.image} is the environment variable {@code
 * GROMA_RUNNER_IMAGE}.
 */
@ConfigMapping(prefix = "groma")
public interface OperatorConfig {

  /** What the operator watches. */
  Watch watch();

  /** How the operator talks to the API server. */
  Api api();

  /** Which of several operators works. */
  LeaderElection leaderElection();

  /** The Pods that run engines. */
  Runner runner();

  /** What the operator watches. */
  interface Watch {
    /**
     * Namespaces to watch, separated by commas, fixed until the operator restarts. Absent: all
     * namespaces, which needs a ClusterRole.
     */
    Optional<List<String>> namespaces();
  }

  /** How the operator talks to the API server. */
  interface Api {
    /**
     * A connection to the API server that is silent for this long is taken for dead and opened
     * again. The API server sends a bookmark down every watch about once a minute, so less than two
     * minutes would cut live connections.
     */
    @WithDefault("120s")
    Duration readIdleTimeout();
  }

  /** Which of several operators works. */
  interface LeaderElection {
    /**
     * Whether operators agree on one that works while the others stand by. Needed for more than one
     * replica. An operator that loses its place ends with exit code 1.
     */
    @WithDefault("false")
    boolean enabled();

    /** Namespace of the Lease {@code groma-operator}. Absent: the operator's own. */
    Optional<String> namespace();
  }

  /** The Pods that run engines. */
  interface Runner {
    /** Image of the runner. */
    String image();

    /** When the kubelet pulls the image: Always, IfNotPresent or Never. Absent: as the tag says. */
    Optional<String> imagePullPolicy();

    /** Names of Secrets in the job's namespace with credentials for the image's registry. */
    Optional<List<String>> imagePullSecrets();

    /** Time that a runner has between SIGTERM and SIGKILL. */
    @WithDefault("30s")
    Duration terminationGracePeriod();

    /** Compute resources of the runner's container. */
    Resources resources();
  }

  /** Compute resources of the runner's container, as Kubernetes quantities. */
  interface Resources {
    /** CPU that is reserved. There is no limit: an idle node's CPU may be used. */
    @WithDefault("250m")
    String cpu();

    /** Memory that is reserved, and the limit beyond which the runner is killed. */
    @WithDefault("1Gi")
    String memory();

    /** Size limit of the folder that artifacts are written to. */
    @WithDefault("1Gi")
    String output();

    /** Size limit of the folder for temporary files. */
    @WithDefault("256Mi")
    String scratch();
  }
}
