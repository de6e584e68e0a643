package dev.groma.api.layoutjob;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/** Why a job failed. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Failure(
    @JsonPropertyDescription("One CamelCase word from the catalogue in docs/reference/reasons.md.")
        @Required
        @Size(min = 1, max = 63) @Pattern("^[A-Z][A-Za-z0-9]*$") String reason,
    @JsonPropertyDescription("The same for a person: what is wrong, where, and what to do.")
        @Required
        @Size(max = 4096) String message,
    @JsonPropertyDescription(
            "Whether the same job may succeed the next time: raise spec.retry then.")
        @Required
        boolean retryable,
    @JsonPropertyDescription(
            "The runner's exit code as in docs/reference/exit-codes.md; absent where no runner ended.")
        @Min(0) @Max(255) @Nullable Integer exitCode) {}
