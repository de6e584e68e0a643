package dev.groma.api.layoutjob;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/** A kind of asset: a rectangle with rules. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SiteAssetType(
    @JsonPropertyDescription(
            "Name; that of a built-in kind gives it other numbers and keeps the rest.")
        @Required
        @Size(min = 1, max = 63) String name,
    @JsonPropertyDescription(
            "Length along east before it is turned, in metres, 0.1 to 10000. Default: that of the"
                + " built-in kind; required for a kind of your own.")
        @Min(0) @Max(10_000) @Nullable Double lengthMetres,
    @JsonPropertyDescription(
            "Width along north before it is turned, in metres, 0.1 to 10000. Default: that of the"
                + " built-in kind; required for a kind of your own.")
        @Min(0) @Max(10_000) @Nullable Double widthMetres,
    @JsonPropertyDescription(
            "Steepest ground below it, in percent, 0 to 1000. Default: that of the built-in kind,"
                + " else 6.")
        @Min(0) @Max(1000) @Nullable Double maxSlopePercent,
    @JsonPropertyDescription(
            "Steepest ground below it along east and west, in percent, 0 to 1000, at most"
                + " maxSlopePercent. Default: the same, for solarBlock at most 10.")
        @Min(0) @Max(1000) @Nullable Double maxEastWestSlopePercent,
    @JsonPropertyDescription(
            "Distance to the boundary, in metres, 0 to 10000. Default: that of the built-in kind,"
                + " else 75.")
        @Min(0) @Max(10_000) @Nullable Double setbackMetres,
    @JsonPropertyDescription(
            "Distance to other assets, in metres, 0 to 10000; of two assets the larger holds."
                + " Default: that of the built-in kind, else 75.")
        @Min(0) @Max(10_000) @Nullable Double spacingMetres,
    @JsonPropertyDescription(
            "What it adds to the capacity, in kW, 0 to 1000000000. Default: that of the built-in"
                + " kind, else 0.")
        @Min(0) @Max(1_000_000_000) @Nullable Double capacityKw,
    @JsonPropertyDescription(
            "Whether the ground below it is made level. Default: that of the built-in kind, else"
                + " true.")
        @Nullable Boolean level) {}
