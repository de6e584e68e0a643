package dev.groma.operator.attempt;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobCondition;
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
 * @param deletedAt when its deletion was asked for; null until then
 * @param end how the Job controller ended it; null until then
 */
public record RunnerJob(
    String name,
    String uid,
    Instant createdAt,
    boolean suspended,
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

  /** Reads a Job as the API server gives it. */
  public static RunnerJob of(Job job) {
    Instant createdAt = Instant.parse(job.getMetadata().getCreationTimestamp());
    String deletedAt = job.getMetadata().getDeletionTimestamp();
    return new RunnerJob(
        job.getMetadata().getName(),
        job.getMetadata().getUid(),
        createdAt,
        Boolean.TRUE.equals(job.getSpec().getSuspend()),
        deletedAt == null ? null : Instant.parse(deletedAt),
        end(job, createdAt));
  }

  private static @Nullable End end(Job job, Instant createdAt) {
    List<JobCondition> conditions =
        job.getStatus() == null ? List.of() : job.getStatus().getConditions();
    Optional<JobCondition> complete = find(conditions, "Complete");
    return complete
        .or(() -> find(conditions, "Failed"))
        .map(condition -> new End(complete.isPresent(), at(condition, createdAt), words(condition)))
        .orElse(null);
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
