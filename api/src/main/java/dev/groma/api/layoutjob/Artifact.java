package dev.groma.api.layoutjob;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/**
 * A file that the engine made. The same input, parameters and engine version give the same bytes.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Artifact(
    @JsonPropertyDescription("File name, such as rooms.geojson.")
        @Required
        @Size(min = 1, max = 253) String name,
    @JsonPropertyDescription(
            "Where the file is: s3://BUCKET/KEY, with ?versionId=VERSION where the bucket keeps"
                + " versions, configmap://NAMESPACE/NAME/KEY or volumeclaim://NAMESPACE/NAME/PATH.")
        @Size(max = Artifact.URI_MAX_LENGTH) @Nullable String uri,
    @JsonPropertyDescription("Media type, such as application/geo+json.")
        @Required
        @Size(min = 1, max = 127) String mediaType,
    @JsonPropertyDescription("Size in bytes.") @Required @Min(0) long bytes,
    @JsonPropertyDescription("SHA-256 of the bytes, 64 hexadecimal digits.")
        @Required
        @Pattern("^[0-9a-f]{64}$") @Size(min = 64, max = 64) String sha256) {

  /** The longest URI, in UTF-16 code units. */
  public static final int URI_MAX_LENGTH = 2048;
}
