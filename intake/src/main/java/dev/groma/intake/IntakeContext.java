package dev.groma.intake;

import dev.groma.api.layoutjob.EngineName;
import dev.groma.api.layoutjob.S3Prefix;
import dev.groma.api.layoutqueue.JobDefaults;
import dev.groma.api.layoutqueue.LayoutQueueSpec;
import dev.groma.api.layoutqueue.Mappings;
import dev.groma.api.layoutqueue.Replies;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the owner of a queue says about its requests.
 *
 * @param namespace of the jobs
 * @param engines that may be asked for
 * @param mappings how shapes become jobs
 * @param output where jobs write in S3 unless they say otherwise; null where that is elsewhere
 * @param repliesAllowed URLs of queues that a request may name for its reply
 * @param replyTo URL of the queue for replies to requests that name none; null: no reply
 */
public record IntakeContext(
    String namespace,
    Set<EngineName> engines,
    Mappings mappings,
    @Nullable S3Prefix output,
    List<String> repliesAllowed,
    @Nullable String replyTo) {

  public IntakeContext {
    engines = Set.copyOf(engines);
    repliesAllowed = List.copyOf(repliesAllowed);
  }

  /**
   * What a LayoutQueue says.
   *
   * @param namespace of the LayoutQueue
   */
  public static IntakeContext of(String namespace, LayoutQueueSpec queue) {
    JobDefaults jobs = queue.jobDefaults();
    Replies replies = queue.replies();
    return new IntakeContext(
        Objects.requireNonNullElse(jobs.namespace(), namespace),
        queue.acceptedEngines(),
        queue.declaredMappings(),
        jobs.output() == null ? null : jobs.output().s3(),
        replies == null ? List.of() : Objects.requireNonNullElse(replies.allowed(), List.of()),
        replies == null ? null : replies.url());
  }

  /** Whether a request may name this queue for its reply. */
  boolean mayBeTold(String url) {
    return repliesAllowed.contains(url) || url.equals(replyTo);
  }

  /** Whether an object lies where the queue's jobs write. */
  boolean isOutput(String bucket, String key) {
    return output != null
        && output.bucket().equals(bucket)
        && key.startsWith(Objects.requireNonNullElse(output.prefix(), ""));
  }
}
