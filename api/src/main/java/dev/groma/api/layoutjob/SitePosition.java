package dev.groma.api.layoutjob;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;

/**
 * A position in the coordinate system of a siteLayout block. Not x and y: to YAML 1.1, which the
 * API server reads, a bare y is true.
 */
public record SitePosition(
    @JsonPropertyDescription("Easting in metres or longitude in degrees, -100000000 to 100000000.")
        @Required
        @Min(-100_000_000) @Max(100_000_000) double east,
    @JsonPropertyDescription("Northing in metres or latitude in degrees, -100000000 to 100000000.")
        @Required
        @Min(-100_000_000) @Max(100_000_000) double north) {}
