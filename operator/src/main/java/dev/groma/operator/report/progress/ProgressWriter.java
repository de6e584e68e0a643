package dev.groma.operator.report.progress;

import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.layoutjob.LayoutJobStatus;
import dev.groma.api.layoutjob.Progress;
import dev.groma.api.runner.ProgressReport;
import dev.groma.operator.report.answer.Refusal;
import dev.groma.operator.report.answer.RefusedException;
import dev.groma.operator.telemetry.OperatorMetrics;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.net.HttpURLConnection;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code status.progress}, at most once in {@link #INTERVAL} for a job, whichever replicas
 * its reports reach.
 *
 * <p>The write is bound to the resource version whose progress was looked at: of two replicas, or
 * of this and the main writer of the status, one gets a conflict and drops what it had.
 */
public final class ProgressWriter {

  /** The owner of the field. */
  public static final String FIELD_MANAGER = "groma-report";

  /** The least time between two writes. */
  public static final Duration INTERVAL = Duration.ofSeconds(5);

  private static final PatchContext APPLY =
      new PatchContext.Builder()
          .withPatchType(PatchType.SERVER_SIDE_APPLY)
          .withFieldManager(FIELD_MANAGER)
          .withForce(true)
          .build();

  private final KubernetesClient client;
  private final OperatorMetrics metrics;

  /** Writes with this client, and counts it. */
  public ProgressWriter(KubernetesClient client, OperatorMetrics metrics) {
    this.client = client;
    this.metrics = metrics;
  }

  /**
   * Writes, unless it is too soon or somebody else writes at the same time.
   *
   * @param job as it was admitted
   * @param attempt its current one
   * @return whether it was written
   * @throws RefusedException when the job is gone or the API server does not answer
   */
  public boolean write(LayoutJob job, int attempt, ProgressReport report, Instant now) {
    if (isTooSoon(job.getStatus(), now)) {
      return false;
    }
    LayoutJob fresh = new LayoutJob();
    fresh.setMetadata(
        new ObjectMetaBuilder()
            .withNamespace(job.getMetadata().getNamespace())
            .withName(job.getMetadata().getName())
            .withUid(job.getMetadata().getUid())
            .withResourceVersion(job.getMetadata().getResourceVersion())
            .build());
    fresh.setStatus(
        LayoutJobStatus.of(
            new Progress(
                report.percent(),
                report.stage(),
                now.truncatedTo(ChronoUnit.MILLIS).toString(),
                attempt)));
    try {
      metrics.write("progress", () -> client.resource(fresh).subresource("status").patch(APPLY));
      return true;
    } catch (KubernetesClientException e) {
      return switch (e.getCode()) {
        case HttpURLConnection.HTTP_CONFLICT -> false;
        case HttpURLConnection.HTTP_NOT_FOUND ->
            throw new RefusedException(
                Refusal.JobGone, "LayoutJob %s is gone".formatted(job.getMetadata().getName()), e);
        default ->
            throw new RefusedException(
                Refusal.Unavailable,
                "the API server does not take the progress (HTTP %d)".formatted(e.getCode()),
                e);
      };
    }
  }

  private static boolean isTooSoon(@Nullable LayoutJobStatus status, Instant now) {
    Progress last = status == null ? null : status.progress();
    if (last == null) {
      return false;
    }
    try {
      // A time in the future is that of a replica whose clock is ahead, or of a person.
      return Duration.between(Instant.parse(last.updatedAt()), now).abs().compareTo(INTERVAL) < 0;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
