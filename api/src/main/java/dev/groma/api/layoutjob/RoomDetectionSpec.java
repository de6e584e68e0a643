package dev.groma.api.layoutjob;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import org.jspecify.annotations.Nullable;

/**
 * The block of the roomDetection engine. Lengths are in {@link #unit}, areas in its square; the
 * engine, not this type, holds the defaults.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RoomDetectionSpec(
    @JsonPropertyDescription(
            "The walls: JSON of the form {\"walls\": [{\"type\": \"line\", \"start\": [x, y],"
                + " \"end\": [x, y]}]} or GeoJSON lines. At most 64 MiB and 1,000,000 segments.")
        @Required
        InputSource walls,
    @JsonPropertyDescription(
            "Unit of all coordinates and lengths: m, cm, mm, ft, in, or px for a drawing without a"
                + " scale. Default: m.")
        @Nullable LengthUnit unit,
    @JsonPropertyDescription(
            "Wall ends closer than this to another wall are joined to it. In the plan's unit, 0 to"
                + " 1000000. Default: 10 mm expressed in the unit; 0 for px.")
        @Min(0) @Max(1_000_000) @Nullable Double snapTolerance,
    @JsonPropertyDescription(
            "Gaps between loose wall ends up to this width are closed by virtual walls, which lowers"
                + " the confidence of the rooms they close. In the plan's unit, 0 to 1000000."
                + " Default: 0, never close a gap.")
        @Min(0) @Max(1_000_000) @Nullable Double doorGapMax,
    @JsonPropertyDescription(
            "Enclosed faces below this area are reported as tooSmall, not as rooms. In the square of"
                + " the plan's unit, 0 to 1000000000000. Default: 0, keep every room.")
        @Min(0) @Max(1_000_000_000_000L) @Nullable Double minRoomArea,
    @JsonPropertyDescription(
            "Enclosed faces thinner than this are the bodies of walls drawn with two lines, not"
                + " rooms. In the plan's unit, 0 to 1000000; 0 turns the distinction off. Default:"
                + " derived from the plan: none where walls are single lines.")
        @Min(0) @Max(1_000_000) @Nullable Double maxWallThickness) {}
