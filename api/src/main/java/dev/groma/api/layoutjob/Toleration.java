package dev.groma.api.layoutjob;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/** A taint of nodes that the runner's Pod puts up with, as in a Pod. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Toleration(
    @JsonPropertyDescription("Key of the taint. Default: every key, with operator Exists.")
        @Size(max = 317) @Nullable String key,
    @JsonPropertyDescription("Exists or Equal. Default: Equal.")
        @Size(max = 16) @Pattern("^(Exists|Equal)$") @Nullable String operator,
    @JsonPropertyDescription("Value of the taint, for operator Equal. Default: empty.")
        @Size(max = 63) @Nullable String value,
    @JsonPropertyDescription("NoSchedule, PreferNoSchedule or NoExecute. Default: every effect.")
        @Size(max = 32) @Pattern("^(NoSchedule|PreferNoSchedule|NoExecute)$") @Nullable String effect,
    @JsonPropertyDescription(
            "How long a NoExecute taint is put up with, in seconds, 0 to 604800. Default: for ever.")
        @Min(0) @Max(604_800) @Nullable Long tolerationSeconds) {}
