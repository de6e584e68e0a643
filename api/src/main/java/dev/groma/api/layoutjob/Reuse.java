package dev.groma.api.layoutjob;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import org.jspecify.annotations.Nullable;

/** Whether the answer of an earlier job will do. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Reuse(
    @JsonPropertyDescription(
            "IfSameInput takes the answer of a succeeded job of this namespace with the same"
                + " status.inputHash, where all inputs are inline or name an S3 version; Never runs."
                + " Default: Never.")
        @Nullable ReusePolicy policy,
    @JsonPropertyDescription(
            "How old that answer may be, in seconds since its completion, 0 to 31536000. Default:"
                + " 300.")
        @Min(0) @Max(31_536_000) @Nullable Integer maxAgeSeconds) {}
