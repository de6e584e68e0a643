package dev.groma.api.layoutjob;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/** Another LayoutJob of the same namespace. */
public record JobIdentity(
    @JsonPropertyDescription("Name of the LayoutJob.") @Required @Size(min = 1, max = 253) String name,
    @JsonPropertyDescription("UID of the LayoutJob.") @Required @Size(min = 1, max = 63) String uid) {}
