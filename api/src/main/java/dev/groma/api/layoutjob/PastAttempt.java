package dev.groma.api.layoutjob;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/** An attempt that ended without an answer. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PastAttempt(
    @JsonPropertyDescription("Number of the attempt, from 1.") @Required @Min(1) int attempt,
    @JsonPropertyDescription(
            "Why it ended: a word from the catalogue in docs/reference/reasons.md.")
        @Required
        @Size(min = 1, max = 63) @Pattern("^[A-Z][A-Za-z0-9]*$") String reason,
    @JsonPropertyDescription("Node that it ran on; absent where it was not scheduled.")
        @Size(max = 253) @Nullable String node,
    @JsonPropertyDescription("When its container started; absent where it did not.") @Size(max = 32) @Nullable String startTime,
    @JsonPropertyDescription("When it ended, or was given up.") @Required @Size(max = 32) String endTime,
    @JsonPropertyDescription("The runner's exit code; absent where no runner ended.")
        @Min(0) @Max(255) @Nullable Integer exitCode) {}
