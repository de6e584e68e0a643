package dev.groma.bench.load;

import dev.groma.cluster.ControlPlane;
import dev.groma.cluster.operator.OperatorProcess;
import dev.groma.cluster.operator.OperatorSettings;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** LayoutJobs against plain Jobs of the same Pod template, in pairs whose order alternates. */
final class Throughput {

  /**
   * The first jobs of a JVM are slow ones; the table has a row for each pair, so it can be seen.
   */
  private static final int WARM_UP = 20;

  private final ControlPlane cluster;
  private final OperatorSettings settings;
  private final int jobs;
  private final PrintStream out;

  Throughput(ControlPlane cluster, OperatorSettings settings, int jobs, PrintStream out) {
    this.cluster = cluster;
    this.settings = settings;
    this.jobs = jobs;
    this.out = out;
  }

  private record Pair(Race.Times layoutJobs, Race.Times plainJobs) {

    double ratio(Function<Race.Times, Duration> time) {
      return (double) time.apply(layoutJobs).toNanos() / time.apply(plainJobs).toNanos();
    }
  }

  void run(int pairs) {
    try (OperatorProcess operator = OperatorProcess.start(settings)) {
      Race<?> first = new Race<>(cluster, Contender.layoutJobs(cluster.client()));
      first.run(WARM_UP);
      Job pattern = first.anyJob();
      new Race<>(cluster, Contender.plainJobs(pattern)).run(WARM_UP);
      Load.line(out, "%,d each; the operator is process %d", jobs, operator.pid());
      Load.line(
          out,
          "| pair | LayoutJobs | plain Jobs | ratio | to running, p50 | plain, p50 | ratio"
              + " | control plane, CPU | plain, CPU | ratio |%n"
              + "|---|---|---|---|---|---|---|---|---|---|");
      List<Pair> measured = new ArrayList<>();
      for (int i = 1; i <= pairs; i++) {
        Pair pair = i % 2 == 1 ? layoutJobsFirst(pattern) : plainJobsFirst(pattern);
        measured.add(pair);
        print(Integer.toString(i), pair);
      }
      Load.line(
          out,
          "| median | | | %.2f | | | %.2f | | | %.2f |",
          median(measured, Race.Times::all),
          median(measured, Race.Times::toRunning),
          median(measured, Race.Times::serverCpu));
    }
  }

  private Pair layoutJobsFirst(Job pattern) {
    Race.Times ours = layoutJobs();
    return new Pair(ours, plainJobs(pattern));
  }

  private Pair plainJobsFirst(Job pattern) {
    Race.Times plain = plainJobs(pattern);
    return new Pair(layoutJobs(), plain);
  }

  private Race.Times layoutJobs() {
    return new Race<>(cluster, Contender.layoutJobs(cluster.client())).run(jobs);
  }

  private Race.Times plainJobs(Job pattern) {
    return new Race<>(cluster, Contender.plainJobs(pattern)).run(jobs);
  }

  private void print(String name, Pair pair) {
    Load.line(
        out,
        "| %s | %.1f s | %.1f s | %.2f | %.0f ms | %.0f ms | %.2f | %.1f s | %.1f s | %.2f |",
        name,
        seconds(pair.layoutJobs().all()),
        seconds(pair.plainJobs().all()),
        pair.ratio(Race.Times::all),
        1000 * seconds(pair.layoutJobs().toRunning()),
        1000 * seconds(pair.plainJobs().toRunning()),
        pair.ratio(Race.Times::toRunning),
        seconds(pair.layoutJobs().serverCpu()),
        seconds(pair.plainJobs().serverCpu()),
        pair.ratio(Race.Times::serverCpu));
  }

  private static double seconds(Duration time) {
    return time.toNanos() / 1e9;
  }

  private static double median(List<Pair> pairs, Function<Race.Times, Duration> time) {
    List<Double> ratios = pairs.stream().map(pair -> pair.ratio(time)).sorted().toList();
    return ratios.get(ratios.size() / 2);
  }
}
