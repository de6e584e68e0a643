package dev.groma.bench.load;

import dev.groma.cluster.ControlPlane;
import dev.groma.cluster.ControlPlaneOptions;
import dev.groma.cluster.SourceTree;
import dev.groma.cluster.operator.OperatorRights;
import dev.groma.cluster.operator.OperatorSettings;
import dev.groma.cluster.scripted.ScriptedPods;
import java.io.PrintStream;
import java.util.Locale;

/**
 * Measures and prints Markdown tables. Arguments: {@code throughput [JOBS [PAIRS]]} or {@code
 * memory [JOBS]}; further arguments of the operator's JVM are taken from the system property {@code
 * groma.bench.jvm}, separated by spaces.
 */
public final class Load {

  private static final int JOBS = 1_000;
  private static final int PAIRS = 3;
  private static final int FINISHED = 10_000;
  private static final int USAGE = 64;

  /** A short-lived burst of work among long waits: C2 would cost more than it gives back. */
  private static final String JVM = "-Xmx300m -XX:+UseSerialGC -XX:TieredStopAtLevel=1";

  private Load() {}

  /** See the class. */
  public static void main(String[] arguments) {
    String what = arguments.length == 0 ? "" : arguments[0];
    switch (what) {
      case "throughput" ->
          withCluster((cluster, settings) ->
              new Throughput(cluster, settings, number(arguments, 1, JOBS), System.out)
                  .run(number(arguments, 2, PAIRS)));
      case "memory" ->
          withCluster((cluster, settings) ->
              new Memory(cluster, settings, number(arguments, 1, FINISHED), System.out).run());
      default -> {
        System.err.println("arguments: throughput [JOBS [PAIRS]] | memory [JOBS]");
        System.exit(USAGE);
      }
    }
  }

  private static int number(String[] arguments, int index, int otherwise) {
    return arguments.length > index ? Integer.parseInt(arguments[index]) : otherwise;
  }

  private interface Measurement {
    void in(ControlPlane cluster, OperatorSettings settings);
  }

  private static void withCluster(Measurement measurement) {
    ControlPlaneOptions options =
        ControlPlaneOptions.defaults().withCrds(SourceTree.root().resolve("crds"));
    try (ControlPlane cluster = ControlPlane.start(options);
        ScriptedPods pods = ScriptedPods.start(cluster)) {
      pods.otherwise().thenEach(Runners::runAndSucceed);
      OperatorSettings settings =
          OperatorSettings.of(OperatorRights.everywhere(cluster))
              .withJvm(System.getProperty("groma.bench.jvm", JVM).split(" "));
      measurement.in(cluster, settings);
    }
  }

  /** A line at once, for whoever waits. */
  static void line(PrintStream out, String format, Object... arguments) {
    out.printf(Locale.ROOT, format + "%n", arguments);
    out.flush();
  }
}
