package dev.groma.operator.attempt;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobCondition;
import io.fabric8.kubernetes.api.model.batch.v1.JobStatus;
import io.fabric8.kubernetes.api.model.batch.v1.UncountedTerminatedPods;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the cluster shows of an attempt's Job.
 *
 * @param name of the Job
 * @param uid of the Job
 * @param createdAt when the API server stored it
 * @param suspended whether Kueue holds it
 * @param waitsSince since when Kueue holds it, or holds it no more; its creation where Kueue never
 *     has; null where that has just changed and the Job controller has not said when
 * @param counted what the Job controller has counted of its Pods
 * @param deletedAt when its deletion was asked for; null until then
 * @param end how the Job controller ended it; null until then
 */
public record RunnerJob(
    String name,
    String uid,
    Instant createdAt,
    boolean suspended,
    @Nullable Instant waitsSince,
    Counted counted,
    @Nullable Instant deletedAt,
    @Nullable End end) {

  /**
   * How the Job controller ended a Job.
   *
   * @param complete whether a Pod succeeded
   * @param at when
   * @param words the controller's reason and message
   */
  public record End(boolean complete, Instant at, String words) {}

  /** What the Job controller has counted of a Job's Pods. */
  public enum Counted {
    /** None has come to be. */
    NONE,
    /** One is not over. */
    ACTIVE,
    /**
     * One is over. The Job is about to be, too; the Pod, if somebody has deleted it, is let go
     * before that.
     */
    OVER
  }

  /** Reads a Job as the API server gives it. */
  public static RunnerJob of(Job job) {
    Instant createdAt = Instant.parse(job.getMetadata().getCreationTimestamp());
    String deletedAt = job.getMetadata().getDeletionTimestamp();
    return new RunnerJob(
        job.getMetadata().getName(),
        job.getMetadata().getUid(),
        createdAt,
        isSuspended(job),
        waitsSince(job, createdAt),
        counted(job.getStatus()),
        deletedAt == null ? null : Instant.parse(deletedAt),
        end(job, createdAt));
  }

  private static boolean isSuspended(Job job) {
    return Boolean.TRUE.equals(job.getSpec().getSuspend());
  }

  /** The Job controller writes the condition Suspended when it sees that the spec has changed. */
  private static @Nullable Instant waitsSince(Job job, Instant createdAt) {
    Optional<JobCondition> suspended =
        conditions(job).stream()
            .filter(condition -> "Suspended".equals(condition.getType()))
            .findFirst();
    if (suspended.isEmpty()) {
      boolean hasRun = job.getStatus() != null && job.getStatus().getStartTime() != null;
      return isSuspended(job) && hasRun ? null : createdAt;
    }
    boolean known = "True".equals(suspended.get().getStatus()) == isSuspended(job);
    return known ? at(suspended.get(), createdAt) : null;
  }

  /**
   * Pods lie in uncountedTerminatedPods until their finalizers are removed; then in the numbers.
   */
  private static Counted counted(@Nullable JobStatus status) {
    if (status == null) {
      return Counted.NONE;
    }
    UncountedTerminatedPods uncounted = status.getUncountedTerminatedPods();
    boolean over =
        isPositive(status.getFailed())
            || isPositive(status.getSucceeded())
            || (uncounted != null
                && !(uncounted.getFailed().isEmpty() && uncounted.getSucceeded().isEmpty()));
    if (over) {
      return Counted.OVER;
    }
    return isPositive(status.getActive()) ? Counted.ACTIVE : Counted.NONE;
  }

  private static boolean isPositive(@Nullable Integer number) {
    return number != null && number > 0;
  }

  private static @Nullable End end(Job job, Instant createdAt) {
    List<JobCondition> conditions = conditions(job);
    Optional<JobCondition> complete = find(conditions, "Complete");
    return complete
        .or(() -> find(conditions, "Failed"))
        .map(condition -> new End(complete.isPresent(), at(condition, createdAt), words(condition)))
        .orElse(null);
  }

  private static List<JobCondition> conditions(Job job) {
    return job.getStatus() == null ? List.of() : job.getStatus().getConditions();
  }

  private static Optional<JobCondition> find(List<JobCondition> conditions, String type) {
    return conditions.stream()
        .filter(condition -> type.equals(condition.getType()))
        .filter(condition -> "True".equals(condition.getStatus()))
        .findFirst();
  }

  private static Instant at(JobCondition condition, Instant createdAt) {
    String time = condition.getLastTransitionTime();
    return time == null ? createdAt : Instant.parse(time);
  }

  private static String words(JobCondition condition) {
    return Words.join(
        Objects.requireNonNullElse(condition.getReason(), condition.getType()),
        condition.getMessage());
  }
}
