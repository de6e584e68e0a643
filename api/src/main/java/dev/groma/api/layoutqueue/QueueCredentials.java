package dev.groma.api.layoutqueue;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/** Credentials other than the bridge's own. */
public record QueueCredentials(
    @JsonPropertyDescription(
            "A Secret of the LayoutQueue's namespace with the keys AWS_ACCESS_KEY_ID and"
                + " AWS_SECRET_ACCESS_KEY, and AWS_SESSION_TOKEN if need be. Required.")
        @Required
        @Size(min = 1, max = 253) @Pattern("^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$") String secretName) {}
