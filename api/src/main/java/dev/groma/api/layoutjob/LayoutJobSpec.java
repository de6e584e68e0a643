package dev.groma.api.layoutjob;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/**
 * What to analyse: exactly one engine's block, and what is common to all engines.
 *
 * @param roomDetection the block of the roomDetection engine
 * @param correlationId the submitter's own name for the job, 1 to 128 characters
 * @param unreadable why the stored spec does not fit this type; null when it does; never stored
 */
@ValidationRule(
    value = "[has(self.roomDetection)].filter(present, present).size() == 1",
    message = "exactly one engine block is required: roomDetection")
@ValidationRule(
    value = "self == oldSelf",
    message = "spec is immutable: create another LayoutJob to run something else")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LayoutJobSpec(
    @JsonPropertyDescription(
            "Finds the rooms in a plan of walls: their outlines, areas and neighbours. Exactly one"
                + " engine block is required.")
        @Nullable RoomDetectionSpec roomDetection,
    @JsonPropertyDescription(
            "A name of the submitter's own for this job, carried into every log line and into the"
                + " runner. Letters, digits and . _ : / - only, at most 128 characters. Default:"
                + " none.")
        @Size(min = 1, max = 128) @Pattern("^[A-Za-z0-9._:/-]+$") @Nullable String correlationId,
    @JsonIgnore @Nullable String unreadable) {

  /** A spec in the place of one that could not be read. */
  public static LayoutJobSpec unreadable(String why) {
    return new LayoutJobSpec(null, null, why);
  }
}
