package dev.groma.bench.bridge;

import dev.groma.cluster.ControlPlane;
import dev.groma.cluster.ControlPlaneOptions;
import dev.groma.cluster.SourceTree;
import dev.groma.cluster.sqs.ElasticMq;
import java.util.Locale;
import java.util.Optional;

/**
 * Measures and prints Markdown tables. Arguments: {@code [JOBS [TURNS [ROUNDS]]]}; the arguments of
 * the bridge's JVM are taken from the system property {@code groma.bench.jvm}, the core that is the
 * control plane's alone from {@code groma.bench.server-core}.
 */
public final class BridgeLoad {

  private static final int JOBS = 6_000;
  private static final int TURNS = 3;

  /** Rounds of as many messages: together an hour of ten messages a second. */
  private static final int ROUNDS = 6;

  private BridgeLoad() {}

  /** See the class. */
  public static void main(String[] arguments) {
    int jobs = number(arguments, 0, JOBS);
    ControlPlaneOptions options =
        ControlPlaneOptions.defaults().withCrds(SourceTree.root().resolve("crds"));
    try (ControlPlane cluster = ControlPlane.start(options);
        ElasticMq mq = ElasticMq.start()) {
      Optional.ofNullable(System.getProperty("groma.bench.server-core"))
          .ifPresent(OwnCore::ofControlPlane);
      int turns = number(arguments, 1, TURNS);
      if (turns > 0) {
        new Throughput(cluster, mq, jobs).run(turns);
      }
      int rounds = number(arguments, 2, ROUNDS);
      if (rounds > 0) {
        new Memory(cluster, mq, jobs).run(rounds);
      }
    }
  }

  private static int number(String[] arguments, int index, int otherwise) {
    return arguments.length > index ? Integer.parseInt(arguments[index]) : otherwise;
  }

  /** A line at once, for whoever waits. */
  static void line(String format, Object... arguments) {
    System.out.printf(Locale.ROOT, format + "%n", arguments);
    System.out.flush();
  }
}
