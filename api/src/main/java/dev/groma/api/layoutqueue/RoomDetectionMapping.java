package dev.groma.api.layoutqueue;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.groma.api.layoutjob.LengthUnit;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import org.jspecify.annotations.Nullable;

/** What a message with walls does not say. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RoomDetectionMapping(
    @JsonPropertyDescription("Unit of the walls' coordinates: m, cm, mm, ft, in or px. Default: m.")
        @Nullable LengthUnit unit,
    @JsonPropertyDescription(
            "Wall ends closer than this to another wall are joined to it. In the plan's unit, 0 to"
                + " 1000000. Default: 10 mm expressed in the unit; 0 for px.")
        @Min(0) @Max(1_000_000) @Nullable Double snapTolerance,
    @JsonPropertyDescription(
            "Gaps between loose wall ends up to this width are closed by virtual walls. In the plan's"
                + " unit, 0 to 1000000. Default: 0, never close a gap.")
        @Min(0) @Max(1_000_000) @Nullable Double doorGapMax) {}
