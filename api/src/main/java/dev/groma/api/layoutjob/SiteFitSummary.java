package dev.groma.api.layoutjob;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import org.jspecify.annotations.Nullable;

/** What siteFit found. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SiteFitSummary(
    @JsonPropertyDescription("Whether the house fits on the parcel.") @Required boolean feasible,
    @JsonPropertyDescription("Placements found.") @Required @Min(0) long placementsCount,
    @JsonPropertyDescription("Score of the best placement, 0 to 1; absent where nothing fits.")
        @Min(0) @Max(1) @Nullable Double bestScore,
    @JsonPropertyDescription(
            "Rotation of the best placement in degrees counterclockwise; absent where nothing fits.")
        @Min(-360) @Max(360) @Nullable Double rotationDegrees,
    @JsonPropertyDescription(
            "Distance of the best placement from the parcel's boundary in metres; absent where"
                + " nothing fits.")
        @Min(0) @Nullable Double clearanceM,
    @JsonPropertyDescription("Time the engine took, in seconds; a measurement, in no artifact.")
        @Min(0) @Nullable Double processingSeconds) {}
