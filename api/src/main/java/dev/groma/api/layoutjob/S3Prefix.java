package dev.groma.api.layoutjob;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** Where in S3 artifacts go. */
@ValidationRule(
    value = "!has(self.prefix) || !self.prefix.matches('(^|/)[.][.]?(/|$)')",
    message = "an S3 prefix must not have the segments . or ..")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record S3Prefix(
    @JsonPropertyDescription("Name of the bucket. Required.")
        @Required
        @Size(min = 3, max = 63) @Pattern("^[a-z0-9][a-z0-9.-]*[a-z0-9]$") String bucket,
    @JsonPropertyDescription(
            "Start of every key, such as ridge/; namespace, UID of the job, number of the attempt and"
                + " the artifact's name follow. Default: empty.")
        @Size(max = 512) @Pattern("^([^/\\x00-\\x1f\\x7f][^\\x00-\\x1f\\x7f]*)?$") @Nullable String prefix) {}
