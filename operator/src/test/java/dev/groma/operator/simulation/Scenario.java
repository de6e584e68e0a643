package dev.groma.operator.simulation;

import dev.groma.api.layoutjob.ConfigMapSink;
import dev.groma.api.layoutjob.LayoutJobSpec;
import dev.groma.api.layoutjob.Output;
import dev.groma.api.runner.JobReference;
import dev.groma.operator.LayoutJobs;
import dev.groma.operator.attempt.AttemptName;
import dev.groma.operator.life.Defaults;
import dev.groma.operator.life.Order;
import dev.groma.operator.life.Timing;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * The LayoutJob of a schedule.
 *
 * @param reference of it
 * @param order what its spec asks for
 */
record Scenario(JobReference reference, Order.Runnable order) {

  static final Duration GRACE_PERIOD = Duration.ofSeconds(30);
  static final Timing TIMING = Timing.usual();
  static final Defaults DEFAULTS =
      new Defaults(
          "runner:1",
          "1Gi",
          "4Gi",
          new Output(new ConfigMapSink(), null, null),
          null,
          GRACE_PERIOD);

  private static final List<Order.Runnable> ORDERS =
      Stream.of("configMap: {}", "s3: {bucket: results, prefix: plans}")
          .flatMap(sink -> Stream.of(1, 2, 3).map(attempts -> order(sink, attempts)))
          .toList();

  /** One of a few. */
  static Scenario of(Chance chance) {
    String uid = "%08x-0000-4000-8000-000000000000".formatted(chance.between(0, 1L << 32));
    return new Scenario(new JobReference("plans", "flat", uid), chance.oneOf(ORDERS));
  }

  private static Order.Runnable order(String sink, int maxAttempts) {
    LayoutJobSpec spec =
        LayoutJobs.spec(
            """
            output: {%s}
            execution:
              timeoutSeconds: 60
              startDeadlineSeconds: 90
              maxAttempts: %d
              backoff: {initialSeconds: 60, maxSeconds: 120}
            """
                .formatted(sink, maxAttempts));
    return (Order.Runnable) Order.of(spec, DEFAULTS);
  }

  /** Name of an attempt's Job. */
  String jobName(int attempt) {
    return AttemptName.of(reference.name(), reference.uid(), attempt);
  }

  /** Whether artifacts go into a ConfigMap. */
  boolean usesConfigMap() {
    return order.output().configMap() != null;
  }

  /** What the artifact of an attempt has as its SHA-256: each attempt's is another. */
  static String digest(int attempt) {
    return "%064x".formatted(attempt);
  }
}
