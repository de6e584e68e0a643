package dev.groma.api.layoutjob;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import org.jspecify.annotations.Nullable;

/**
 * The wait between attempts: a random time up to a bound that doubles with each failure (full
 * jitter, as in "Exponential Backoff And Jitter" of the AWS Architecture Blog).
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Backoff(
    @JsonPropertyDescription(
            "The bound after the first failure, in seconds, 0 to 3600. Default: 10.")
        @Min(0) @Max(3600) @Nullable Integer initialSeconds,
    @JsonPropertyDescription("The largest bound, in seconds, 0 to 86400. Default: 300.")
        @Min(0) @Max(86_400) @Nullable Integer maxSeconds) {}
