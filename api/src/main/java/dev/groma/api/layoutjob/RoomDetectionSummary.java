package dev.groma.api.layoutjob;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import org.jspecify.annotations.Nullable;

/** What roomDetection found. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RoomDetectionSummary(
    @JsonPropertyDescription("Rooms found.") @Required @Min(0) long roomsCount,
    @JsonPropertyDescription(
            "How well the drawing supports the rooms, 0 to 1: the mean of the rooms' confidences"
                + " weighted by area; 0 where there are no rooms.")
        @Required
        @Min(0) @Max(1) double confidenceScore,
    @JsonPropertyDescription(
            "Sum of the rooms' areas in square metres; absent for a plan in px, which has no scale.")
        @Min(0) @Nullable Double totalAreaM2,
    @JsonPropertyDescription("Time the engine took, in seconds; a measurement, in no artifact.")
        @Min(0) @Nullable Double processingSeconds) {}
