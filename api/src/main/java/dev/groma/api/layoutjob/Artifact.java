package dev.groma.api.layoutjob;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/**
 * A file that the engine made. The same input, parameters and engine version give the same bytes.
 */
public record Artifact(
    @JsonPropertyDescription("File name, such as rooms.geojson.")
        @Required
        @Size(min = 1, max = 253) String name,
    @JsonPropertyDescription("Media type, such as application/geo+json.")
        @Required
        @Size(min = 1, max = 127) String mediaType,
    @JsonPropertyDescription("Size in bytes.") @Required @Min(0) long bytes,
    @JsonPropertyDescription("SHA-256 of the bytes, 64 hexadecimal digits.")
        @Required
        @Pattern("^[0-9a-f]{64}$") @Size(min = 64, max = 64) String sha256) {}
