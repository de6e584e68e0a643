package dev.groma.bench.bridge;

import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.cluster.ControlPlane;
import dev.groma.cluster.ControlPlaneOptions;
import dev.groma.cluster.Kubeconfig;
import dev.groma.cluster.SourceTree;
import dev.groma.cluster.await.Await;
import dev.groma.cluster.operator.BridgeRights;
import dev.groma.cluster.packaged.PackagedProgram;
import dev.groma.cluster.sqs.ElasticMq;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * Measures and prints Markdown tables. Arguments: {@code [JOBS [PAIRS [ROUNDS]]]}; further
 * arguments of the bridge's JVM are taken from the system property {@code groma.bench.jvm}.
 */
public final class BridgeLoad {

  private static final int JOBS = 2_000;
  private static final int PAIRS = 3;
  private static final int ROUNDS = 5;

  /** As many as the bridge works on at the same time by default. */
  private static final int CONCURRENCY = 10;

  private static final Duration LIMIT = Duration.ofMinutes(10);

  private final ControlPlane cluster;
  private final ElasticMq mq;

  private BridgeLoad(ControlPlane cluster, ElasticMq mq) {
    this.cluster = cluster;
    this.mq = mq;
  }

  /** See the class. */
  public static void main(String[] arguments) {
    ControlPlaneOptions options =
        ControlPlaneOptions.defaults().withCrds(SourceTree.root().resolve("crds"));
    try (ControlPlane cluster = ControlPlane.start(options);
        ElasticMq mq = ElasticMq.start()) {
      BridgeLoad load = new BridgeLoad(cluster, mq);
      load.throughput(number(arguments, 0, JOBS), number(arguments, 1, PAIRS));
      load.memory(number(arguments, 0, JOBS), number(arguments, 2, ROUNDS));
    }
  }

  private static int number(String[] arguments, int index, int otherwise) {
    return arguments.length > index ? Integer.parseInt(arguments[index]) : otherwise;
  }

  private void throughput(int jobs, int pairs) {
    line("| pair | jobs | bridge, jobs/s | create loop, jobs/s | bridge/loop |");
    line("|---|---|---|---|---|");
    List<Double> ratios = new ArrayList<>();
    for (int pair = 1; pair <= pairs; pair++) {
      // Whoever is second finds a server that is warmer, so they take turns.
      double bridge = pair % 2 == 1 ? bridge(jobs) : 0;
      double loop = loop(jobs);
      bridge = pair % 2 == 1 ? bridge : bridge(jobs);
      ratios.add(bridge / loop);
      line("| %d | %,d | %.0f | %.0f | %.2f |", pair, jobs, bridge, loop, bridge / loop);
    }
    line("median ratio: %.2f", ratios.stream().sorted().toList().get(ratios.size() / 2));
  }

  /** Jobs per second of one bridge, from the second to the last tenth of the messages. */
  private double bridge(int jobs) {
    String namespace = cluster.createNamespace("bridge");
    Intake intake = new Intake(cluster, mq, namespace);
    intake.send(jobs);
    try (PackagedProgram bridge = start(namespace)) {
      intake.consume();
      // Its compiler and the server's caches warm up on the first tenth.
      await(intake, jobs / 10);
      long before = intake.jobs();
      long start = System.nanoTime();
      await(intake, jobs);
      return perSecond(jobs - before, start);
    }
  }

  /** Jobs per second of as many threads that do nothing else. */
  private double loop(int jobs) {
    String namespace = cluster.createNamespace("loop");
    Kubeconfig rights = BridgeRights.production(cluster, namespace);
    try (KubernetesClient client = rights.newClient("loop");
        ExecutorService threads = Executors.newFixedThreadPool(CONCURRENCY)) {
      create(client, threads, namespace, 0, jobs / 10);
      long start = System.nanoTime();
      create(client, threads, namespace, jobs / 10, jobs);
      return perSecond(jobs - jobs / 10, start);
    }
  }

  private static void create(
      KubernetesClient client, ExecutorService threads, String namespace, int from, int to) {
    IntStream.range(from, to)
        .mapToObj(number ->
            threads.submit(() ->
                client
                    .resource(
                        client
                            .getKubernetesSerialization()
                            .unmarshal(manifest(namespace, number), LayoutJob.class))
                    .create()))
        .toList()
        .forEach(created -> {
          try {
            created.get();
          } catch (ExecutionException e) {
            throw new IllegalStateException(e);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  private static String manifest(String namespace, int number) {
    return "{\"apiVersion\": \"groma.dev/v1alpha1\", \"kind\": \"LayoutJob\", \"metadata\": {\"name\":"
        + " \"loop-%d\", \"namespace\": \"%s\"}, \"spec\": %s}"
            .formatted(number, namespace, Intake.spec(number));
  }

  /** Live heap of a bridge after each round of messages, whose jobs are deleted in between. */
  private void memory(int jobs, int rounds) {
    String namespace = cluster.createNamespace("memory");
    Intake intake = new Intake(cluster, mq, namespace);
    line("| messages so far | live heap, MiB |");
    line("|---|---|");
    try (PackagedProgram bridge = start(namespace)) {
      intake.consume();
      for (int round = 1; round <= rounds; round++) {
        intake.send(jobs);
        await(intake, jobs);
        intake.deleteJobs();
        await(intake, 0);
        line("| %,d | %.0f |", round * jobs, liveHeap(bridge.pid()));
      }
    }
  }

  private PackagedProgram start(String namespace) {
    PackagedProgram bridge =
        PackagedProgram.launch(
            "bridge",
            new PackagedProgram.Launch(
                BridgeRights.production(cluster, namespace),
                Map.of(
                    "GROMA_WATCH_NAMESPACES", namespace,
                    "AWS_ACCESS_KEY_ID", "x",
                    "AWS_SECRET_ACCESS_KEY", "x"),
                List.of(
                    System.getProperty("groma.bench.jvm", "-Xmx200m -XX:+UseSerialGC")
                        .split(" "))));
    bridge.awaitReady();
    return bridge;
  }

  private static void await(Intake intake, long jobs) {
    Await.value(jobs + " jobs", LIMIT, intake::jobs, seen -> jobs == 0 ? seen == 0 : seen >= jobs);
  }

  /** After a collection, as jcmd's histogram counts it. */
  private static double liveHeap(long pid) {
    String jcmd = System.getProperty("java.home") + "/bin/jcmd";
    try {
      Process process =
          new ProcessBuilder(jcmd, Long.toString(pid), "GC.class_histogram")
              .redirectErrorStream(true)
              .start();
      String histogram =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      String total =
          histogram.lines().filter(it -> it.startsWith("Total")).findFirst().orElseThrow();
      return Long.parseLong(total.trim().split("\\s+")[2]) / 1024.0 / 1024.0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double perSecond(long jobs, long startNanos) {
    return jobs * 1e9 / (System.nanoTime() - startNanos);
  }

  /** A line at once, for whoever waits. */
  private static void line(String format, Object... arguments) {
    System.out.printf(Locale.ROOT, format + "%n", arguments);
    System.out.flush();
  }
}
