package dev.groma.api.layoutqueue;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Min;

/** How many messages a queue holds, as SQS counts them: approximately. */
public record QueueDepth(
    @JsonPropertyDescription("Messages that wait to be received.") @Min(0) long visible,
    @JsonPropertyDescription("Messages that were received and not deleted yet.") @Min(0) long inFlight,
    @JsonPropertyDescription("Messages whose delay is not over yet.") @Min(0) long delayed) {}
