package dev.groma.api.layoutjob;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/** What the next attempt gets when one ran out of memory. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OutOfMemory(
    @JsonPropertyDescription(
            "Memory of the next attempt, as a multiple of this one's. From 1 to 16. Default: 2.")
        @Min(1) @Max(16) @Nullable Double factor,
    @JsonPropertyDescription(
            "The most memory that an attempt gets; an attempt that ran out of this much fails the"
                + " job. Default: the operator's setting.")
        @Size(max = 32) @Pattern("^[0-9]+([.][0-9]+)?(m|k|M|G|T|Ki|Mi|Gi|Ti)?$") @Nullable String limit) {}
