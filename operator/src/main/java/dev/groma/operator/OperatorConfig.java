package dev.groma.operator;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

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

  /** Where runners report. */
  Report report();

  /** What holds for jobs that say nothing else. */
  Jobs jobs();

  /** How runners reach S3. */
  S3 s3();

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

    /** Namespace of the Lease. Absent: the operator's own. */
    Optional<String> namespace();

    /** Name of the Lease; operators that watch different namespaces need different ones. */
    @WithDefault("groma-operator")
    String lease();
  }

  /** The Pods that run engines. */
  interface Runner {
    /** Image of the runner. */
    String image();

    /** When the kubelet pulls the image: Always, IfNotPresent or Never. Absent: as the tag says. */
    Optional<String> imagePullPolicy();

    /** Names of Secrets in the job's namespace with credentials for the image's registry. */
    Optional<List<String>> imagePullSecrets();

    /** ServiceAccount of the Pods, in the job's namespace. Absent: default. */
    Optional<String> serviceAccount();

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

    /** The most memory that an attempt gets after one ran out of it, unless the job says more. */
    @WithDefault("8Gi")
    String memoryLimit();

    /** Size limit of the folder that artifacts are written to. */
    @WithDefault("1Gi")
    String output();

    /** Size limit of the folder for temporary files. */
    @WithDefault("256Mi")
    String scratch();
  }

  /** Where runners report. */
  interface Report {
    /** Port of the report endpoint, HTTPS; 0 for any that is free. */
    @WithDefault("8443")
    int port();

    /** Address to listen on. Absent: all in a Pod, 127.0.0.1 elsewhere. */
    Optional<String> host();

    /**
     * URL of the endpoint as runners reach it. Absent: that of the Service groma-report in the
     * operator's namespace, or of this machine.
     */
    Optional<URI> url();

    /**
     * The operator's own namespace, whose Secret groma-report-tls keeps the certificate authority
     * that all replicas share. Absent: the Pod's; outside a Pod it is kept in memory.
     */
    Optional<String> namespace();

    /** File with the certificate as PEM, read again every minute. Absent: one is issued. */
    Optional<Path> certificate();

    /** File with the certificate's key as PEM. */
    Optional<Path> key();

    /** File with the certificates that runners are to trust, as PEM. */
    Optional<Path> ca();

    /** Reports with artifacts that may be in memory at the same time, a few MiB each. */
    @WithDefault("8")
    int concurrentUploads();
  }

  /** What holds for jobs that say nothing else. */
  interface Jobs {
    /**
     * Attempts that may be at work at the same time, in all namespaces together; the oldest job
     * goes first. Absent: as many as there are.
     */
    OptionalInt maxConcurrent();

    /** A finished job is deleted, with everything that it owns, after this time. Absent: never. */
    Optional<Duration> timeToLive();

    /** Bucket that artifacts go to. Absent: they go into a ConfigMap beside the job. */
    Optional<String> outputBucket();

    /** Start of the artifacts' keys in that bucket. */
    Optional<String> outputPrefix();
  }

  /** How runners reach S3. */
  interface S3 {
    /** Address of another store than AWS, such as https://object-store.storage.svc:9000. */
    Optional<String> endpoint();

    /** Region of the buckets. Absent: as the Pod's environment says. */
    Optional<String> region();

    /** Whether buckets stand in the path instead of the host name. */
    @WithDefault("false")
    boolean pathStyle();

    /**
     * Secret in the job's namespace whose keys become the runner's environment, such as
     * AWS_ACCESS_KEY_ID. Absent: the identity of the Pod's ServiceAccount.
     */
    Optional<String> credentialsSecret();
  }
}
