package dev.groma.api.layoutjob;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/** An asset that stays where it is put. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SiteFixedAsset(
    @JsonPropertyDescription("A name for it, unique in the job. Default: fixed-1, fixed-2, ...")
        @Size(min = 1, max = 63) @Nullable String id,
    @JsonPropertyDescription(
            "Name of its kind. Default: equipmentPad where a length and a width are given; required"
                + " otherwise.")
        @Size(min = 1, max = 63) @Nullable String type,
    @JsonPropertyDescription(
            "Length along east before it is turned, in metres, 0.1 to 10000. Default: that of the"
                + " kind.")
        @Min(0) @Max(10_000) @Nullable Double lengthMetres,
    @JsonPropertyDescription(
            "Width along north before it is turned, in metres, 0.1 to 10000. Default: that of the"
                + " kind.")
        @Min(0) @Max(10_000) @Nullable Double widthMetres,
    @JsonPropertyDescription("Its middle, in crs.") @Required SitePosition position,
    @JsonPropertyDescription(
            "How far it is turned counterclockwise from east on the working grid, in degrees, -360"
                + " to 360. Default: 0.")
        @Min(-360) @Max(360) @Nullable Double rotationDegrees,
    @JsonPropertyDescription(
            "How its pad gets its elevation: balanced (cut times the balance factor equals fill),"
                + " least (cut and fill together are least), fixed (as elevationMetres says)."
                + " Default: balanced.")
        @Nullable PadElevationRule elevation,
    @JsonPropertyDescription(
            "Elevation of the pad, in metres, -500 to 9000; required where elevation is fixed."
                + " Default: none.")
        @Min(-500) @Max(9000) @Nullable Double elevationMetres) {}
