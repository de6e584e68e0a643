package dev.groma.bench.bridge;

import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.bench.load.ServerCpu;
import dev.groma.cluster.ControlPlane;
import dev.groma.cluster.await.Await;
import dev.groma.cluster.sqs.ElasticMq;
import java.time.Duration;

/** Takes the times between the first half and the last tenth of a contender's jobs. */
final class Meter {

  private static final Duration LIMIT = Duration.ofMinutes(10);

  /** Each look costs the API server as much as a job. */
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

  private final ControlPlane cluster;
  private final ProcessHandle queue;

  Meter(ControlPlane cluster, ElasticMq mq) {
    this.cluster = cluster;
    this.queue = ProcessHandle.of(mq.pid()).orElseThrow();
  }

  /** What was measured. */
  record Rate(double jobsPerSecond, Cpu cpu) {}

  /** Milliseconds of CPU for each job: of the contender, the SQS server, and the control plane. */
  record Cpu(double contender, double queue, double server) {
    double together() {
      return contender + queue + server;
    }
  }

  /** How many jobs there were at a moment, and what was used until then. */
  private record Moment(
      long jobs, long nanos, Duration contender, Duration queue, Duration server) {

    Rate until(Moment later) {
      double made = later.jobs - jobs;
      return new Rate(
          made * 1e9 / (later.nanos - nanos),
          new Cpu(
              later.contender.minus(contender).toNanos() / made / 1e6,
              later.queue.minus(queue).toNanos() / made / 1e6,
              later.server.minus(server).toNanos() / made / 1e6));
    }
  }

  /**
   * From the sixth tenth, when compilers and caches are warm, to the end of the ninth, while there
   * is still enough to do for all hands.
   */
  Rate measure(Contender contender, int jobs) {
    try (Contender.Run run = contender.begin(jobs)) {
      Moment start = await(run, jobs / 2);
      Moment end = await(run, jobs - jobs / 10);
      await(run, jobs);
      return start.until(end);
    }
  }

  private Moment await(Contender.Run run, int jobs) {
    return Await.value(
        jobs + " jobs", LIMIT, BETWEEN_LOOKS, () -> look(run), seen -> seen.jobs() >= jobs);
  }

  private Moment look(Contender.Run run) {
    long jobs = cluster.count(LayoutJob.class, run.namespace());
    return new Moment(jobs, System.nanoTime(), cpu(run.process()), cpu(queue), ServerCpu.used());
  }

  private static Duration cpu(ProcessHandle process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }
}
