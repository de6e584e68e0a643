package dev.groma.api.layoutjob;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import org.jspecify.annotations.Nullable;

/** Rules for the roads of a site. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SiteRoads(
    @JsonPropertyDescription("Width, in metres, 0.5 to 100. Default: 8.") @Min(0) @Max(100) @Nullable Double widthMetres,
    @JsonPropertyDescription(
            "Steepest grade of a finished road, in percent, 0.1 to 100. Default: 10.")
        @Min(0) @Max(100) @Nullable Double maxGradePercent,
    @JsonPropertyDescription(
            "Ground steeper than this along a road is not built on, in percent, 0.1 to 1000; at"
                + " least maxGradePercent. Default: 18.")
        @Min(0) @Max(1000) @Nullable Double impassablePercent,
    @JsonPropertyDescription("Radius of bends, in metres, 0 to 1000. Default: 25.")
        @Min(0) @Max(1000) @Nullable Double minRadiusMetres,
    @JsonPropertyDescription(
            "How much steep ground is avoided: a metre at the steepest grade costs 1 + gradeWeight"
                + " metres on the level, 0 to 1000. Default: 4.")
        @Min(0) @Max(1000) @Nullable Double gradeWeight) {}
