package dev.groma.api.layoutqueue;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/** Which new objects become jobs, and which jobs. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ObjectMapping(
    @JsonPropertyDescription("Name of the bucket. Required.")
        @Required
        @Size(min = 3, max = 63) @Pattern("^[a-z0-9][a-z0-9.-]*[a-z0-9]$") String bucket,
    @JsonPropertyDescription("What the key begins with, such as plans/. Default: any key.")
        @Size(max = 512) @Nullable String prefix,
    @JsonPropertyDescription("What the key ends with, such as .json. Default: any key.")
        @Size(max = 128) @Nullable String suffix,
    @JsonPropertyDescription(
            "Which input of which engine the object is: roomDetection.walls, siteLayout.boundary or"
                + " siteFit.parcel. Required.")
        @Required
        ObjectInput input,
    @JsonPropertyDescription(
            "The rest of the engine's block, as it would stand in a LayoutJob, such as {unit: mm}."
                + " Default: empty.")
        @Nullable JsonNode parameters) {

  /** Whether an object becomes such a job. */
  public boolean fits(String objectBucket, String objectKey) {
    return bucket.equals(objectBucket)
        && (prefix == null || objectKey.startsWith(prefix))
        && (suffix == null || objectKey.endsWith(suffix));
  }
}
