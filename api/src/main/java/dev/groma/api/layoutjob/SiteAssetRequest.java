package dev.groma.api.layoutjob;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/** A kind of asset that a siteLayout block asks for. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SiteAssetRequest(
    @JsonPropertyDescription("Name of the kind, built in or in the catalogue.")
        @Required
        @Size(min = 1, max = 63) String type,
    @JsonPropertyDescription(
            "How many, 0 to 10000. Default: for a kind with a capacity as many as the target needs,"
                + " for others 1.")
        @Min(0) @Max(10_000) @Nullable Integer count) {}
