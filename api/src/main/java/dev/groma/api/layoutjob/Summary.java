package dev.groma.api.layoutjob;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/** The summary of the one engine that ran. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Summary(
    @JsonPropertyDescription("What roomDetection found.")
        @Nullable RoomDetectionSummary roomDetection,
    @JsonPropertyDescription("What siteLayout planned.") @Nullable SiteLayoutSummary siteLayout) {

  /** What roomDetection found. */
  public Summary(@Nullable RoomDetectionSummary roomDetection) {
    this(roomDetection, null);
  }
}
