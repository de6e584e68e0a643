package dev.groma.api.runner;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * An object in S3 that the runner fetches.
 *
 * @param bucket name of the bucket
 * @param key as it is stored, not URL-encoded
 * @param versionId of the object; the newest where it is absent
 * @param sha256 of the bytes, 64 lower-case hexadecimal digits; not verified where it is absent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RequestObject(
    @JsonProperty(required = true) String bucket,
    @JsonProperty(required = true) String key,
    @Nullable String versionId,
    @Nullable String sha256) {

  public RequestObject {
    RunnerDocuments.required(bucket, "bucket");
    RunnerDocuments.required(key, "key");
  }
}
