package dev.groma.operator.kubernetes;

import dev.groma.api.layoutjob.ConfigMapSink;
import dev.groma.api.layoutjob.Output;
import dev.groma.api.layoutjob.S3Prefix;
import dev.groma.operator.OperatorConfig;
import dev.groma.operator.attempt.Memory;
import dev.groma.operator.layoutjob.Turns;
import dev.groma.operator.life.Defaults;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads what holds for jobs that say nothing else. */
final class JobDefaults {

  private JobDefaults() {}

  /**
   * The defaults.
   *
   * @throws IllegalArgumentException when a setting makes no sense; the message names it
   */
  static Defaults of(OperatorConfig.Runner runner, OperatorConfig.Jobs jobs) {
    String memory = runner.resources().memory();
    String limit = runner.resources().memoryLimit();
    if (Memory.parse(memory).isMoreThan(Memory.parse(limit))) {
      throw new IllegalArgumentException(
          "groma.runner.resources.memory-limit must not be less than memory, were %s and %s"
              .formatted(limit, memory));
    }
    Optional<Duration> timeToLive = jobs.timeToLive();
    if (timeToLive.filter(Duration::isNegative).isPresent()) {
      throw new IllegalArgumentException("groma.jobs.time-to-live must not be negative");
    }
    return new Defaults(
        runner.image(),
        memory,
        limit,
        output(jobs),
        timeToLive.orElse(null),
        runner.terminationGracePeriod());
  }

  /**
   * How many attempts may be at work.
   *
   * @throws IllegalArgumentException when a setting makes no sense; the message names it
   */
  static Turns turns(OperatorConfig.Jobs jobs, InstantSource clock) {
    OptionalInt atMost = jobs.maxConcurrent();
    if (atMost.isEmpty()) {
      return Turns.unbounded();
    }
    if (atMost.getAsInt() < 1) {
      throw new IllegalArgumentException(
          "groma.jobs.max-concurrent must be at least 1, was %d; leave it out for no bound"
              .formatted(atMost.getAsInt()));
    }
    return new Turns(atMost.getAsInt(), clock);
  }

  private static Output output(OperatorConfig.Jobs jobs) {
    return jobs.outputBucket()
        .map(bucket ->
            new Output(null, new S3Prefix(bucket, jobs.outputPrefix().orElse(null)), null))
        .orElseGet(() -> new Output(new ConfigMapSink(), null, null));
  }
}
