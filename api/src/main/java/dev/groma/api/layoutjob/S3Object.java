package dev.groma.api.layoutjob;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** One object in S3, fetched by the runner. */
@ValidationRule(
    value = "!self.key.matches('(^|/)[.][.]?(/|$)')",
    message = "an S3 key must not have the segments . or ..")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record S3Object(
    @JsonPropertyDescription("Name of the bucket. Required.")
        @Required
        @Size(min = 3, max = 63) @Pattern("^[a-z0-9][a-z0-9.-]*[a-z0-9]$") String bucket,
    @JsonPropertyDescription(
            "Key of the object as it is stored, not URL-encoded, without a leading slash. Required.")
        @Required
        @Size(min = 1, max = 1024) @Pattern("^[^/\\x00-\\x1f\\x7f][^\\x00-\\x1f\\x7f]*$") String key,
    @JsonPropertyDescription(
            "Version of the object. With it a retry reads the same bytes. Default: the newest at the"
                + " time of reading.")
        @Size(min = 1, max = 1024) @Nullable String versionId,
    @JsonPropertyDescription(
            "SHA-256 of the bytes, 64 hexadecimal digits, verified before the engine sees them."
                + " Default: not verified.")
        @Size(min = 64, max = 64) @Pattern("^[0-9a-f]{64}$") @Nullable String sha256) {}
