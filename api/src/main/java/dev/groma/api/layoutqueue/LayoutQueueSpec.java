package dev.groma.api.layoutqueue;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.groma.api.layoutjob.EngineName;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which queue, how it is read, and what becomes of its messages.
 *
 * @param unreadable why the stored spec does not fit this type; null when it does; never stored
 */
@ValidationRule(
    value =
        "!has(self.acknowledge) || self.acknowledge != 'OnCompleted'"
            + " || (has(self.heartbeatSeconds) ? self.heartbeatSeconds : 45)"
            + " < (has(self.receive) && has(self.receive.visibilitySeconds)"
            + " ? self.receive.visibilitySeconds : 300)",
    message =
        "heartbeatSeconds must be less than receive.visibilitySeconds, or a message comes back while"
            + " its job runs")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LayoutQueueSpec(
    @JsonPropertyDescription("The queue. Required.") @Required SqsQueue queue,
    @JsonPropertyDescription(
            "Who reads the queue. Default: the identity of the bridge's ServiceAccount.")
        @Nullable QueueCredentials credentials,
    @JsonPropertyDescription("How messages are received. Default: as each field says.")
        @Nullable Receive receive,
    @JsonPropertyDescription(
            "When a message is deleted. OnStored: as soon as its LayoutJob is stored. OnCompleted:"
                + " when the job has ended; it stays in flight until then, 12 hours at most, and"
                + " comes back if the job failed. Default: OnStored.")
        @Nullable Acknowledge acknowledge,
    @JsonPropertyDescription(
            "How often a message that waits for the end of its job is kept from coming back, in"
                + " seconds, 1 to 3600. Default: 45.")
        @Min(1) @Max(3600) @Nullable Integer heartbeatSeconds,
    @JsonPropertyDescription(
            "What jobs get that their messages do not say; a message's own value wins. Default: as"
                + " each field says.")
        @Nullable JobDefaults jobs,
    @JsonPropertyDescription(
            "Engines that messages may ask for; a message that asks for another goes to the"
                + " dead-letter queue. Default: all.")
        @Size(min = 1, max = 8) @Nullable List<EngineName> engines,
    @JsonPropertyDescription(
            "How messages that are no LayoutJobs become some. Default: only LayoutJobs are taken.")
        @Nullable Mappings mappings,
    @JsonPropertyDescription(
            "With so many jobs of this queue waiting or running, messages stay in the queue, 1 to"
                + " 100000. Default: 500.")
        @Min(1) @Max(100_000) @Nullable Integer maxPendingJobs,
    @JsonPropertyDescription(
            "Where messages go that can never become a job. Default: as each field says.")
        @Nullable DeadLetterQueue deadLetter,
    @JsonPropertyDescription("Who is told how jobs ended. Default: nobody.")
        @Nullable Replies replies,
    @JsonPropertyDescription(
            "True stops the receiving; what was received is finished. Default: false.")
        @Nullable Boolean suspend,
    @JsonIgnore @Nullable String unreadable) {

  /** {@link #heartbeatSeconds} where the spec does not say. */
  public static final int DEFAULT_HEARTBEAT_SECONDS = 45;

  /** {@link #maxPendingJobs} where the spec does not say. */
  public static final int DEFAULT_MAX_PENDING_JOBS = 500;

  /** A spec in the place of one that could not be read. */
  public static LayoutQueueSpec unreadable(String why) {
    return new LayoutQueueSpec(
        SqsQueue.UNKNOWN, null, null, null, null, null, null, null, null, null, null, null, why);
  }

  /** Whether receiving is to stop. */
  public boolean suspended() {
    return Boolean.TRUE.equals(suspend);
  }

  /** How messages are received, with every default. */
  public Receive receiving() {
    return receive == null ? Receive.DEFAULT : receive;
  }

  /** When a message is deleted. */
  public Acknowledge acknowledged() {
    return acknowledge == null ? Acknowledge.OnStored : acknowledge;
  }

  /** How often a message is kept from coming back. */
  public Duration heartbeat() {
    return Duration.ofSeconds(
        heartbeatSeconds == null ? DEFAULT_HEARTBEAT_SECONDS : heartbeatSeconds);
  }

  /** How many jobs may wait or run before receiving pauses. */
  public int mostPendingJobs() {
    return maxPendingJobs == null ? DEFAULT_MAX_PENDING_JOBS : maxPendingJobs;
  }

  /** What jobs get that their messages do not say. */
  public JobDefaults jobDefaults() {
    return jobs == null ? JobDefaults.NONE : jobs;
  }

  /** Engines that messages may ask for. */
  public Set<EngineName> acceptedEngines() {
    return engines == null || engines.isEmpty()
        ? EnumSet.allOf(EngineName.class)
        : EnumSet.copyOf(engines);
  }

  /** How messages that are no LayoutJobs become some. */
  public Mappings declaredMappings() {
    return mappings == null ? Mappings.NONE : mappings;
  }
}
