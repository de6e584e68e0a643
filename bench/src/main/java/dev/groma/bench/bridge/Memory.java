package dev.groma.bench.bridge;

import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.cluster.ControlPlane;
import dev.groma.cluster.await.Await;
import dev.groma.cluster.packaged.PackagedProgram;
import dev.groma.cluster.sqs.ElasticMq;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Live objects of a bridge after each round of messages, whose jobs are deleted in between. */
record Memory(ControlPlane cluster, ElasticMq mq, int jobs) {

  private static final Duration LIMIT = Duration.ofMinutes(10);

  /** Each look costs the API server as much as a job. */
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

  void run(int rounds) {
    String namespace = cluster.createNamespace("memory");
    Intake intake = new Intake(cluster, mq, namespace);
    BridgeLoad.line("| messages so far | live objects, MiB | resident, MiB |");
    BridgeLoad.line("|---|---|---|");
    try (PackagedProgram bridge = new BridgeProcess(cluster, mq).start(namespace)) {
      intake.consume();
      for (int round = 1; round <= rounds; round++) {
        intake.send(jobs);
        await(jobs, namespace);
        intake.deleteJobs();
        await(0, namespace);
        BridgeLoad.line(
            "| %,d | %.1f | %.0f |", round * jobs, liveHeap(bridge.pid()), resident(bridge.pid()));
      }
    }
  }

  private void await(long jobs, String namespace) {
    Await.value(
        jobs + " jobs",
        LIMIT,
        BETWEEN_LOOKS,
        () -> cluster.count(LayoutJob.class, namespace),
        seen -> seen == jobs);
  }

  /** After a collection, as jcmd's histogram counts it. */
  private static double liveHeap(long pid) {
    String jcmd = System.getProperty("java.home") + "/bin/jcmd";
    String histogram = output(jcmd, Long.toString(pid), "GC.class_histogram");
    String total = histogram.lines().filter(it -> it.startsWith("Total")).findFirst().orElseThrow();
    return Long.parseLong(total.trim().split("\\s+")[2]) / 1024.0 / 1024.0;
  }

  private static double resident(long pid) {
    return Long.parseLong(output("ps", "-o", "rss=", "-p", Long.toString(pid)).trim()) / 1024.0;
  }

  private static String output(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
