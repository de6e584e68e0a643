package dev.groma.api.layoutjob;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/** Compute resources of the runner's container. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Resources(
    @JsonPropertyDescription("What a node must have free. Default: the operator's setting.")
        @Nullable ResourceAmounts requests,
    @JsonPropertyDescription(
            "What the runner may use at most. Default: no limit of cpu; memory as requested.")
        @Nullable ResourceAmounts limits,
    @JsonPropertyDescription(
            "What the next attempt gets when one ran out of memory. Default: twice the memory, up to"
                + " the operator's limit.")
        @Nullable OutOfMemory outOfMemory) {}
