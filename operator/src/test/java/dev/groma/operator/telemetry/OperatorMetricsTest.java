package dev.groma.operator.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groma.api.layoutjob.JobIdentity;
import dev.groma.api.layoutjob.PastAttempt;
import dev.groma.api.layoutjob.Summary;
import dev.groma.api.reason.Reason;
import dev.groma.api.status.JobState;
import dev.groma.api.status.JobState.RecordedAnswer;
import dev.groma.api.status.Ledger;
import dev.groma.operator.life.World;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperatorMetricsTest {

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final OperatorMetrics metrics = new OperatorMetrics(registry);

  @Test
  void a_write_gives_what_the_request_gives() {
    assertThat(metrics.write("status", () -> "stored")).isEqualTo("stored");
    assertThat(writes("done")).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "409, conflict",
    "400, refused",
    "403, refused",
    "404, refused",
    "422, refused",
    "429, error",
    "500, error",
    "503, error",
    "0, error"
  })
  void a_write_that_fails_is_counted_by_who_can_do_something_about_it(int code, String outcome) {
    KubernetesClientException failure = new KubernetesClientException("no", code, null);

    assertThatThrownBy(() ->
            metrics.write(
                "status",
                () -> {
                  throw failure;
                }))
        .isSameAs(failure);
    assertThat(writes(outcome)).isEqualTo(1);
  }

  @Test
  void the_queue_is_measured_once_for_each_job_and_is_never_negative() {
    Ledger started = Ledger.fresh(0).started(World.START.plusSeconds(2));
    JobState running = new JobState.Running(World.podA(1));

    metrics.recorded(running, started, World.empty().snapshot());
    metrics.recorded(running, started, World.empty().recorded(running).snapshot());
    metrics.recorded(
        running, Ledger.fresh(0).started(World.START.minusSeconds(1)), World.empty().snapshot());

    Timer queue = registry.get("groma.job.queue").timer();
    assertThat(queue.count()).isEqualTo(2);
    assertThat(queue.totalTime(TimeUnit.SECONDS)).isEqualTo(2);
  }

  @Test
  void ends_of_jobs_and_of_attempts_are_counted_by_their_reason() {
    PastAttempt crash =
        new PastAttempt(1, "RunnerCrashed", "node-1", null, World.START.toString(), 1);

    metrics.recorded(
        new JobState.Failed(null, World.START, Reason.RunnerCrashed, "words", 1),
        Ledger.fresh(0).ended(crash),
        World.empty().snapshot());
    metrics.recorded(
        new JobState.Succeeded(
            null,
            World.START,
            new RecordedAnswer(
                new Summary(null, null, null),
                null,
                List.of(),
                new JobIdentity("other", "uid-other"))),
        Ledger.fresh(0),
        World.empty().snapshot());

    assertThat(counted("groma.attempts.failed", "RunnerCrashed")).isEqualTo(1);
    assertThat(counted("groma.jobs.finished", "RunnerCrashed")).isEqualTo(1);
    assertThat(counted("groma.jobs.finished", "Reused")).isEqualTo(1);
  }

  private double counted(String counter, String reason) {
    return registry
        .get(counter)
        .tag("engine", "roomDetection")
        .tag("reason", reason)
        .counter()
        .count();
  }

  private double writes(String outcome) {
    return registry
        .get("groma.api.writes")
        .tag("object", "status")
        .tag("outcome", outcome)
        .counter()
        .count();
  }
}
