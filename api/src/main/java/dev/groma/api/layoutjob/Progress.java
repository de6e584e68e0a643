package dev.groma.api.layoutjob;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/** How far a running attempt is, as its runner says. */
public record Progress(
    @JsonPropertyDescription("Share of the work that is done, 0 to 100.")
        @Required
        @Min(0) @Max(100) int percent,
    @JsonPropertyDescription("What the runner is doing, such as reading walls.")
        @Required
        @Size(max = 128) String stage,
    @JsonPropertyDescription("When the runner said so.") @Required @Size(max = 32) String updatedAt,
    @JsonPropertyDescription("Number of the attempt that said so.") @Required @Min(1) int attempt) {}
