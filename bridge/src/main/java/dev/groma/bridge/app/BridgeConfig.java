package dev.groma.bridge.app;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The bridge's settings. A property {@code groma.jobs.time-to-live} is the environment variable
 * {@code GROMA_JOBS_TIME_TO_LIVE}.
 */
@ConfigMapping(prefix = "groma")
public interface BridgeConfig {

  /** What the bridge watches. */
  Watch watch();

  /** How the bridge talks to the API server. */
  Api api();

  /** Which of several bridges leads. */
  LeaderElection leaderElection();

  /** What holds for jobs that say nothing else. */
  Jobs jobs();

  /** How objects are reached that messages point to. */
  S3 s3();

  /**
   * Time for what is in hand to be finished when the bridge is asked to stop; what is not by then
   * is handed back. A receive call that is under way takes up to 20 s of it.
   */
  @WithDefault("60s")
  Duration stopGrace();

  /** A bridge whose receive calls do not come back for this long is not alive. */
  @WithDefault("2m")
  Duration stuckAfter();

  /** What the bridge watches. */
  interface Watch {
    /**
     * Namespaces of LayoutQueues and their jobs, separated by commas, fixed until the bridge
     * restarts. Absent: all namespaces, which needs a ClusterRole.
     */
    Optional<List<String>> namespaces();
  }

  /** How the bridge talks to the API server. */
  interface Api {
    /**
     * A connection to the API server that is silent for this long is taken for dead and opened
     * again. The API server sends a bookmark down every watch about once a minute, so less than two
     * minutes would cut live connections.
     */
    @WithDefault("120s")
    Duration readIdleTimeout();
  }

  /** Which of several bridges leads. */
  interface LeaderElection {
    /**
     * Whether bridges agree on one that tells of ends, deletes jobs and writes conditions. All of
     * them consume. Needed for more than one replica.
     */
    @WithDefault("false")
    boolean enabled();

    /** Namespace of the Lease. Absent: the bridge's own. */
    Optional<String> namespace();

    /** Name of the Lease; bridges that watch different namespaces need different ones. */
    @WithDefault("groma-bridge")
    String lease();
  }

  /** What holds for jobs that say nothing else. */
  interface Jobs {
    /**
     * A finished job that came out of a queue is deleted after this time; to be the same as the
     * operator's setting of this name. Absent: never.
     */
    Optional<Duration> timeToLive();
  }

  /** How objects are reached that messages point to. */
  interface S3 {
    /** Address of another store than AWS, such as https://object-store.storage.svc:9000. */
    Optional<String> endpoint();

    /** Region of the buckets. Absent: as the Pod's environment says. */
    Optional<String> region();

    /** Whether buckets stand in the path instead of the host name. */
    @WithDefault("false")
    boolean pathStyle();
  }
}
