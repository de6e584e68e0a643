package dev.groma.operator.kubernetes;

import dev.groma.api.layoutjob.ConfigMapSink;
import dev.groma.api.layoutjob.Output;
import dev.groma.api.layoutjob.S3Prefix;
import dev.groma.operator.OperatorConfig;
import dev.groma.operator.attempt.Memory;
import dev.groma.operator.life.Defaults;
import java.time.Duration;
import java.util.Optional;

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

  private static Output output(OperatorConfig.Jobs jobs) {
    return jobs.outputBucket()
        .map(bucket ->
            new Output(null, new S3Prefix(bucket, jobs.outputPrefix().orElse(null)), null))
        .orElseGet(() -> new Output(new ConfigMapSink(), null, null));
  }
}
