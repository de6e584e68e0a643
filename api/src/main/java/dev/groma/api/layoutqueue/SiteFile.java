package dev.groma.api.layoutqueue;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;

/** An object in S3 whose key holds the number of a site. */
@ValidationRule(
    value = "self.key.contains('{site_id}')",
    message = "the key must contain {site_id}, or all sites would have the same file")
public record SiteFile(
    @JsonPropertyDescription("Name of the bucket. Required.")
        @Required
        @Size(min = 3, max = 63) @Pattern("^[a-z0-9][a-z0-9.-]*[a-z0-9]$") String bucket,
    @JsonPropertyDescription(
            "Key of the object with {site_id} in the place of the site's number, such as"
                + " sites/{site_id}.kml. Required.")
        @Required
        @Size(min = 1, max = 512) @Pattern("^[^/\\x00-\\x1f\\x7f][^\\x00-\\x1f\\x7f]*$") String key) {

  /** What the number of a site stands in for. */
  public static final String SITE_ID = "{site_id}";

  /** The key of a site's file. */
  public String keyOf(String siteId) {
    return key.replace(SITE_ID, siteId);
  }
}
