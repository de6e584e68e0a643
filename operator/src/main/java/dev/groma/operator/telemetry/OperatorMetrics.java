package dev.groma.operator.telemetry;

import dev.groma.api.reason.Reason;
import dev.groma.api.status.JobState;
import dev.groma.api.status.Ledger;
import dev.groma.operator.life.Snapshot;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * The operator's own metrics. Every label has a fixed set of values: kinds of decisions, engines,
 * reasons of the catalogue; never a name of an object.
 */
public final class OperatorMetrics {

  private static final int TOO_MANY_REQUESTS = 429;

  private final MeterRegistry registry;

  /** Registers in this registry. */
  public OperatorMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  /** Counts a reconcile in {@code groma_reconciles_total} by what was decided first. */
  public void decided(Class<?> decision) {
    registry.counter("groma.reconciles", "decision", decision.getSimpleName()).increment();
  }

  /**
   * Counts a reconcile that went wrong and is tried again in {@code
   * groma_reconcile_failures_total}.
   */
  public void failed() {
    registry.counter("groma.reconcile.failures").increment();
  }

  /**
   * Makes a request that changes something and counts it in {@code groma_api_writes_total}, by
   * outcome: done; conflict or refused; error where there was a fault or no answer.
   *
   * @param object job, status, event, progress, result, job-deletion or layoutjob-deletion
   * @param request to make
   * @return what the request gives
   * @throws KubernetesClientException as the request does
   */
  public <T> T write(String object, Supplier<T> request) {
    String outcome = "done";
    try {
      return request.get();
    } catch (KubernetesClientException e) {
      outcome = outcome(e.getCode());
      throw e;
    } finally {
      registry.counter("groma.api.writes", "object", object, "outcome", outcome).increment();
    }
  }

  /** Of an HTTP status: what the API server means, so far as anyone can do something about it. */
  private static String outcome(int code) {
    if (code == HttpURLConnection.HTTP_CONFLICT) {
      return "conflict";
    }
    boolean refused = code >= 400 && code < 500 && code != TOO_MANY_REQUESTS;
    return refused ? "refused" : "error";
  }

  /** Counts a read of the API server beside the caches in {@code groma_api_reads_total}. */
  public void lookedCloser() {
    registry.counter("groma.api.reads").increment();
  }

  /**
   * Counts a report of a runner in {@code groma_reports_total}.
   *
   * @param kind progress, artifacts or unknown
   * @param outcome recorded or dropped; stored or repeated; or the word of a refusal
   */
  public void reported(String kind, String outcome) {
    registry.counter("groma.reports", "kind", kind, "outcome", outcome).increment();
  }

  /**
   * Measures a state that has just been recorded: {@code groma_jobs_finished_total} by engine and
   * reason, {@code groma_attempts_failed_total} by engine and reason, {@code
   * groma_job_queue_seconds} from the creation of the LayoutJob to the start of its first runner.
   *
   * @param seen what was known before
   */
  public void recorded(JobState state, Ledger ledger, Snapshot seen) {
    String engine = seen.description().engine();
    Ledger before = Ledger.of(seen.recorded());
    if (before.startedAt() == null && ledger.startedAt() != null) {
      started(engine, seen.createdAt(), ledger.startedAt());
    }
    if (!ledger.past().equals(before.past())) {
      attemptFailed(engine, ledger.past().getLast().reason());
    }
    switch (state) {
      case JobState.Pending pending -> {}
      case JobState.Queued queued -> {}
      case JobState.Running running -> {}
      case JobState.Suspended suspended -> {}
      case JobState.Succeeded succeeded ->
          finished(
              engine, succeeded.answer().reusedFrom() == null ? Reason.Completed : Reason.Reused);
      case JobState.Failed failed -> finished(engine, failed.reason());
      case JobState.Cancelled cancelled -> finished(engine, Reason.Cancelled);
    }
  }

  private void attemptFailed(String engine, String reason) {
    registry
        .counter("groma.attempts.failed", "engine", label(engine), "reason", reason)
        .increment();
  }

  private void started(String engine, Instant createdAt, Instant startedAt) {
    // Two clocks: the API server's and the node's.
    Duration queued = Duration.between(createdAt, startedAt);
    Timer.builder("groma.job.queue")
        .description("From the creation of a LayoutJob to the start of its runner")
        .tag("engine", label(engine))
        .publishPercentileHistogram()
        .minimumExpectedValue(Duration.ofMillis(100))
        .maximumExpectedValue(Duration.ofHours(1))
        .register(registry)
        .record(queued.isNegative() ? Duration.ZERO : queued);
  }

  private void finished(String engine, Reason reason) {
    registry
        .counter("groma.jobs.finished", "engine", label(engine), "reason", reason.name())
        .increment();
  }

  private static String label(String engine) {
    return engine.isEmpty() ? "unknown" : engine;
  }
}
