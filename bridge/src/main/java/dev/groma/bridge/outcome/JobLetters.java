package dev.groma.bridge.outcome;

import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.layoutqueue.DeadLetter;
import dev.groma.api.layoutqueue.QueuedJob;
import dev.groma.api.reason.RefusalReason;
import dev.groma.bridge.jobs.QueuedJobs;
import dev.groma.bridge.queue.Letter;
import dev.groma.bridge.queue.Received.Attribute;
import dev.groma.intake.LetterContent;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Writes dead letters of jobs that failed. The message is gone; what it asked for is in the job.
 *
 * @param serialization writes jobs
 * @param version of the bridge
 */
public record JobLetters(KubernetesSerialization serialization, String version) {

  /**
   * The letter about a job. Sent back it is the same request, whatever the LayoutQueue has filled
   * in.
   *
   * @param job as it is stored
   * @param words why it failed
   * @param id of the end
   */
  Letter of(String queueUrl, LayoutJob job, String words, String id) {
    Map<String, Object> manifest = new LinkedHashMap<>();
    manifest.put("apiVersion", LayoutJob.API_VERSION);
    manifest.put("kind", LayoutJob.KIND);
    manifest.put("spec", job.getSpec());
    Map<String, Attribute> attributes = new LinkedHashMap<>();
    attributes.put(DeadLetter.FAILURE_REASON, Attribute.of(RefusalReason.JobFailed.name()));
    attributes.put(
        DeadLetter.FAILURE_DETAIL,
        Attribute.of("LayoutJob %s failed: %s".formatted(QueuedJobs.key(job), words)));
    attributes.put(
        DeadLetter.ORIGINAL_MESSAGE_ID,
        Attribute.of(
            Objects.requireNonNullElse(Outcome.annotation(job, QueuedJob.MESSAGE_ID), "-")));
    Optional.ofNullable(Outcome.annotation(job, QueuedJob.REQUEST_KEY))
        .ifPresent(key -> attributes.put(DeadLetter.ORIGINAL_REQUEST_KEY, Attribute.of(key)));
    Optional.ofNullable(Outcome.annotation(job, QueuedJob.CONTENT_HASH))
        .map(request -> LetterContent.of(job.getSpec(), request))
        .ifPresent(content ->
            attributes.put(DeadLetter.ORIGINAL_CONTENT_HASH, Attribute.of(content.text())));
    attributes.put(DeadLetter.RECEIVED_AT, Attribute.of(job.getMetadata().getCreationTimestamp()));
    attributes.put(DeadLetter.BRIDGE_VERSION, Attribute.of(version));
    return new Letter(
        queueUrl, serialization.asJson(manifest), attributes, job.getMetadata().getUid(), id);
  }
}
