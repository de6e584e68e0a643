package dev.groma.api.layoutjob;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;

/** A file in a PersistentVolumeClaim of the job's own namespace. */
@ValidationRule(
    value = "!self.path.matches('(^|/)[.][.]?(/|$)')",
    message = "a path in a volume must not have the segments . or ..")
public record VolumeFile(
    @JsonPropertyDescription("Name of the PersistentVolumeClaim, in the job's namespace. Required.")
        @Required
        @Size(min = 1, max = 253) @Pattern("^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$") String name,
    @JsonPropertyDescription(
            "Path of the file from the volume's top folder, without a leading slash. Required.")
        @Required
        @Size(min = 1, max = 1024) @Pattern("^[^/\\x00-\\x1f\\x7f][^\\x00-\\x1f\\x7f]*$") String path) {}
