package dev.groma.bench.bridge;

import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.bench.load.Command;
import dev.groma.bench.load.LiveHeap;
import dev.groma.cluster.ControlPlane;
import dev.groma.cluster.await.Await;
import dev.groma.cluster.packaged.PackagedProgram;
import dev.groma.cluster.sqs.ElasticMq;
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
            "| %,d | %.1f | %.0f |",
            round * jobs, LiveHeap.bytes(bridge.pid()) / 1024.0 / 1024.0, resident(bridge.pid()));
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

  private static double resident(long pid) {
    String kibibytes = Command.output("ps", "-o", "rss=", "-p", Long.toString(pid));
    return Long.parseLong(kibibytes.trim()) / 1024.0;
  }
}
