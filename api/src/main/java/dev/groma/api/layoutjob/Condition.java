package dev.groma.api.layoutjob;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/** One condition of an object, as Kubernetes' API conventions have them; one per type. */
public record Condition(
    @JsonPropertyDescription("Which condition this is: the key of the list.")
        @Required
        @Size(min = 1, max = 63) @Pattern("^[A-Z][A-Za-z]*$") String type,
    @JsonPropertyDescription("True, False or Unknown.") @Required @Pattern("^(True|False|Unknown)$") String status,
    @JsonPropertyDescription("One CamelCase word from the catalogue in docs/reference/reasons.md.")
        @Required
        @Size(min = 1, max = 63) @Pattern("^[A-Z][A-Za-z0-9]*$") String reason,
    @JsonPropertyDescription("The same for a person, with what to do next.")
        @Required
        @Size(max = 4096) String message,
    @JsonPropertyDescription("When the status last changed.") @Required @Size(max = 32) String lastTransitionTime,
    @JsonPropertyDescription("The metadata.generation that this condition is about.") @Min(0) long observedGeneration) {}
