package dev.groma.operator.layoutjob;

import dev.groma.api.layoutjob.JobIdentity;
import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.layoutjob.LayoutJobStatus;
import dev.groma.api.layoutjob.Phase;
import dev.groma.api.status.JobState.RecordedAnswer;
import dev.groma.operator.life.Defaults;
import dev.groma.operator.life.Order;
import dev.groma.operator.life.Reusable;
import io.javaoperatorsdk.operator.api.reconciler.IndexedResourceCache;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds answers of other jobs of the same namespace that were asked the same.
 *
 * @param cache of LayoutJobs, with {@link #INDEX}
 * @param defaults of whatever a spec leaves open
 */
record ReusableAnswers(IndexedResourceCache<LayoutJob> cache, Defaults defaults) {

  /** Name of the index by {@link #keys}. */
  static final String INDEX = "answers";

  /** What a job that succeeded by itself is found under. */
  static List<String> keys(LayoutJob job) {
    LayoutJobStatus status = job.getStatus();
    if (status == null || !isAnswer(status)) {
      return List.of();
    }
    String inputHash = status.inputHash();
    return inputHash == null ? List.of() : List.of(key(job, inputHash));
  }

  private static boolean isAnswer(LayoutJobStatus status) {
    return status.phase() == Phase.SUCCEEDED
        && status.reusedFrom() == null
        && status.completionTime() != null
        && status.summary() != null;
  }

  /** The newest answer that the job could take; null where there is none, or it wants none. */
  @Nullable Reusable find(LayoutJob wanting) {
    if (wanting.getStatus() != null && wanting.getStatus().runner() != null) {
      return null;
    }
    return Order.of(wanting.getSpec(), defaults) instanceof Order.Runnable order
            && order.reusableFor() != null
        ? cache.byIndex(INDEX, key(wanting, order.inputHash())).stream()
            .filter(job -> job.getMetadata().getDeletionTimestamp() == null)
            .map(ReusableAnswers::reusable)
            .max(Comparator.comparing(Reusable::completedAt))
            .orElse(null)
        : null;
  }

  private static Reusable reusable(LayoutJob job) {
    LayoutJobStatus status = Objects.requireNonNull(job.getStatus());
    return new Reusable(
        new RecordedAnswer(
            Objects.requireNonNull(status.summary()),
            status.resultLocation(),
            Objects.requireNonNullElse(status.artifacts(), List.of()),
            new JobIdentity(job.getMetadata().getName(), job.getMetadata().getUid())),
        Instant.parse(Objects.requireNonNull(status.completionTime())));
  }

  private static String key(LayoutJob job, String inputHash) {
    return job.getMetadata().getNamespace() + "/" + inputHash;
  }
}
