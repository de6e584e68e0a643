package dev.groma.api.layoutjob;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/** The summary of the one engine that ran. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Summary(
    @JsonPropertyDescription("What roomDetection found.")
        @Nullable RoomDetectionSummary roomDetection,
    @JsonPropertyDescription("What siteFit found.") @Nullable SiteFitSummary siteFit,
    @JsonPropertyDescription("What siteLayout planned.") @Nullable SiteLayoutSummary siteLayout) {

  /** The summary of roomDetection. */
  public static Summary of(RoomDetectionSummary rooms) {
    return new Summary(rooms, null, null);
  }

  /** The summary of siteFit. */
  public static Summary of(SiteFitSummary fit) {
    return new Summary(null, fit, null);
  }

  /** The summary of siteLayout. */
  public static Summary of(SiteLayoutSummary layout) {
    return new Summary(null, null, layout);
  }
}
