package dev.groma.api.layoutqueue;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import org.jspecify.annotations.Nullable;

/** Where the files of a site lie of which a message has only the number. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SiteLayoutMapping(
    @JsonPropertyDescription("The boundary: KML, KMZ or GeoJSON. Required.") @Required
        SiteFile boundary,
    @JsonPropertyDescription(
            "The elevation model of messages with use_terrain. Default: none, such messages go to the"
                + " dead-letter queue.")
        @Nullable SiteFile terrain) {}
