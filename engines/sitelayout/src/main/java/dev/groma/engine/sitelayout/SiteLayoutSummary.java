package dev.groma.engine.sitelayout;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The few numbers that say what was planned.
 *
 * @param totalCapacityKw capacity of all assets that a road reaches
 * @param assetCount assets that have a place, the fixed ones included
 * @param roadLengthM horizontal length of all roads
 * @param cutVolumeM3 all cut, in place
 * @param fillVolumeM3 all fill, in place
 * @param targetMet whether the target is reached; true where there is none
 * @param bindingCause what binds where something is missing: area, slope, spacing, exclusions,
 *     access
 * @param warnings how many warnings the report has
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SiteLayoutSummary(
    double totalCapacityKw,
    long assetCount,
    double roadLengthM,
    double cutVolumeM3,
    double fillVolumeM3,
    boolean targetMet,
    @Nullable String bindingCause,
    long warnings) {}
