package dev.groma.api.layoutjob;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** Where in a volume artifacts go. */
@ValidationRule(
    value = "!has(self.path) || !self.path.matches('(^|/)[.][.]?(/|$)')",
    message = "a path in a volume must not have the segments . or ..")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VolumeFolder(
    @JsonPropertyDescription("Name of the PersistentVolumeClaim, in the job's namespace. Required.")
        @Required
        @Size(min = 1, max = 253) @Pattern("^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$") String name,
    @JsonPropertyDescription(
            "Folder from the volume's top, without a leading slash; namespace, UID of the job and"
                + " number of the attempt follow. Default: the top folder.")
        @Size(max = 512) @Pattern("^([^/\\x00-\\x1f\\x7f][^\\x00-\\x1f\\x7f]*)?$") @Nullable String path) {}
