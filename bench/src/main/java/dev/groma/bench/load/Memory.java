package dev.groma.bench.load;

import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.layoutjob.LayoutJobStatus;
import dev.groma.cluster.ControlPlane;
import dev.groma.cluster.await.Await;
import dev.groma.cluster.operator.OperatorProcess;
import dev.groma.cluster.operator.OperatorSettings;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * How much memory many finished LayoutJobs take in the operator, and how soon a new operator gets
 * to a new job beside them.
 */
final class Memory {

  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final int WRITERS = 16;

  private final ControlPlane cluster;
  private final KubernetesClient client;
  private final OperatorSettings settings;
  private final int jobs;
  private final PrintStream out;
  private final String namespace;

  Memory(ControlPlane cluster, OperatorSettings settings, int jobs, PrintStream out) {
    this.cluster = cluster;
    this.client = cluster.client();
    this.settings = settings;
    this.jobs = jobs;
    this.out = out;
    this.namespace = cluster.createNamespace("finished");
  }

  void run() {
    LayoutJobStatus end = aRealEnd();
    fill(end);
    try (OperatorProcess operator = OperatorProcess.start(settings)) {
      Load.line(
          out, "| finished LayoutJobs | live heap | restart to a new job's Job |%n|---|---|---|");
      long live = LiveHeap.bytes(operator.pid()) / 1024;
      operator.kill();
      Duration restart = restart();
      Load.line(
          out, "| %,d | %.0f MiB | %.1f s |", jobs, live / 1024.0, restart.toMillis() / 1000.0);
    }
  }

  private LayoutJobStatus aRealEnd() {
    try (OperatorProcess operator = OperatorProcess.start(settings)) {
      submit("pattern");
      LayoutJob over =
          Await.value(
              "the first job of process " + operator.pid() + " to end",
              LIMIT,
              () -> get("pattern"),
              Contender.layoutJobs(client)::isOver);
      return Objects.requireNonNull(over.getStatus());
    }
  }

  private void fill(LayoutJobStatus end) {
    try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
      IntStream.range(1, jobs)
          .forEach(i ->
              threads.execute(() -> {
                LayoutJob job = submit("finished-" + i);
                job.setStatus(end);
                client.resource(job).subresource("status").patch();
              }));
    }
  }

  /** From the start of a new operator until it has created the Job of a LayoutJob that waits. */
  private Duration restart() {
    submit("new");
    long start = System.nanoTime();
    try (OperatorProcess operator = OperatorProcess.launch(settings)) {
      Await.until(
          "process " + operator.pid() + " to create a Job",
          LIMIT,
          () ->
              cluster
                      .auditLog()
                      .requests()
                      .inNamespace(namespace)
                      .verbs("create")
                      .on("jobs")
                      .answered(201)
                      .count()
                  == 2);
      return Duration.ofNanos(System.nanoTime() - start);
    }
  }

  private LayoutJob submit(String name) {
    return client.resource(Contender.layoutJobs(client).named(name, namespace)).create();
  }

  private LayoutJob get(String name) {
    return client.resources(LayoutJob.class).inNamespace(namespace).withName(name).require();
  }
}
