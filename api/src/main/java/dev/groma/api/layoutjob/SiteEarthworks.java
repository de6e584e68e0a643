package dev.groma.api.layoutjob;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import org.jspecify.annotations.Nullable;

/** Rules for the pads and volumes of a site. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SiteEarthworks(
    @JsonPropertyDescription(
            "How pads get their elevation that are not fixed: balanced or least. Default: balanced.")
        @Nullable PadElevationRule padElevation,
    @JsonPropertyDescription(
            "A balanced pad's fill for each cubic metre of its cut, both in place, 0.1 to 10; take"
                + " the compaction for a pad that neither needs nor leaves earth. Default: 1.")
        @Min(0) @Max(10) @Nullable Double balanceFactor,
    @JsonPropertyDescription(
            "Soil, which says swell and compaction: mixed, clay, sand, rock or loam. Default: mixed.")
        @Nullable Soil soil,
    @JsonPropertyDescription(
            "Loose volume of a cubic metre of cut, 0.5 to 3. Default: that of the soil, 1.10 for"
                + " mixed.")
        @Min(0) @Max(3) @Nullable Double swell,
    @JsonPropertyDescription(
            "Compacted fill that a cubic metre of cut makes, 0.3 to 2. Default: that of the soil,"
                + " 0.95 for mixed.")
        @Min(0) @Max(2) @Nullable Double compaction,
    @JsonPropertyDescription(
            "Whether side slopes around pads and along roads are counted too. Default: false.")
        @Nullable Boolean sideSlopes,
    @JsonPropertyDescription(
            "Horizontal metres of a side slope for each metre of height, 0.1 to 100. Default: 3.")
        @Min(0) @Max(100) @Nullable Double sideSlopeRatio) {}
