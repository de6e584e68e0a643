package dev.groma.api.layoutqueue;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.groma.api.layoutjob.Condition;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a queue does. Counts are of all replicas of the bridge since the LayoutQueue was created.
 *
 * <p>Times are RFC 3339 in UTC with whole seconds, as Kubernetes writes them.
 *
 * @param unreadable why the stored status does not fit this type; null when it does; never stored
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record LayoutQueueStatus(
    @JsonPropertyDescription("The metadata.generation that this status is about.") @Min(0) @Nullable Long observedGeneration,
    @JsonPropertyDescription(
            "Receiving, and the kstatus trio Ready, Reconciling, Stalled; each reason is explained in"
                + " docs/reference/reasons.md.")
        @Size(max = 16) @Nullable List<Condition> conditions,
    @JsonPropertyDescription("Messages received, redeliveries included.") @Min(0) @Nullable Long received,
    @JsonPropertyDescription("LayoutJobs created.") @Min(0) @Nullable Long accepted,
    @JsonPropertyDescription("Requests whose LayoutJob was there already.") @Min(0) @Nullable Long duplicate,
    @JsonPropertyDescription("Messages that can never become a job.") @Min(0) @Nullable Long rejected,
    @JsonPropertyDescription("Messages sent to the dead-letter queue by the bridge.") @Min(0) @Nullable Long deadLettered,
    @JsonPropertyDescription("Messages in the queue, as SQS counts them: approximately.")
        @Nullable QueueDepth depth,
    @JsonPropertyDescription("Age of the oldest message last received, in seconds.") @Min(0) @Nullable Long oldestMessageAgeSeconds,
    @JsonPropertyDescription("When a receive call last came back, with messages or without.")
        @Size(max = 32) @Nullable String lastReceiveTime,
    @JsonPropertyDescription("What is unwise about the attributes of the queue, at most 10.")
        @Size(max = 10) @Nullable List<@Size(max = 1024) String> warnings,
    @JsonIgnore @Nullable String unreadable) {

  /** A status in the place of one that could not be read. */
  public static LayoutQueueStatus unreadable(String why) {
    return new LayoutQueueStatus(
        null, null, null, null, null, null, null, null, null, null, null, why);
  }
}
