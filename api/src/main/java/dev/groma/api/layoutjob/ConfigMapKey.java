package dev.groma.api.layoutjob;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/** A key of a ConfigMap in the job's own namespace. */
public record ConfigMapKey(
    @JsonPropertyDescription("Name of the ConfigMap, in the job's namespace. Required.")
        @Required
        @Size(min = 1, max = 253) @Pattern("^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$") String name,
    @JsonPropertyDescription("Key in its data or binaryData. Required.")
        @Required
        @Size(min = 1, max = 253) @Pattern("^[-._a-zA-Z0-9]+$") String key) {}
