package dev.groma.api.layoutjob;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/** What siteLayout planned. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SiteLayoutSummary(
    @JsonPropertyDescription("Capacity of all assets that a road reaches, in kW.") @Required @Min(0) double totalCapacityKw,
    @JsonPropertyDescription("Assets that have a place, the fixed ones included.") @Required @Min(0) long assetCount,
    @JsonPropertyDescription("Horizontal length of all roads, in metres.") @Required @Min(0) double roadLengthM,
    @JsonPropertyDescription("All cut, in place, in cubic metres.") @Required @Min(0) double cutVolumeM3,
    @JsonPropertyDescription("All fill, in place, in cubic metres.") @Required @Min(0) double fillVolumeM3,
    @JsonPropertyDescription("Whether the target is reached; true where there is none.") @Required
        boolean targetMet,
    @JsonPropertyDescription(
            "What binds where something is missing: area, slope, spacing, exclusions or access;"
                + " absent where nothing is.")
        @Size(max = 63) @Nullable String bindingCause,
    @JsonPropertyDescription("Warnings in report.html and earthworks.json.") @Required @Min(0) long warnings,
    @JsonPropertyDescription("Time the engine took, in seconds; a measurement, in no artifact.")
        @Min(0) @Nullable Double processingSeconds) {}
