package dev.groma.api.layoutqueue;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How messages that are no LayoutJobs become some; a member that is absent takes none. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Mappings(
    @JsonPropertyDescription("Takes {\"walls\": [...]} as a roomDetection job. Default: not taken.")
        @Nullable RoomDetectionMapping roomDetection,
    @JsonPropertyDescription(
            "Takes {\"definition\": ..., \"version\": ..., \"inputs\": {\"parcel\": ..., \"house\":"
                + " ...}} as a siteFit job. Default: not taken.")
        @Nullable SiteFitMapping siteFit,
    @JsonPropertyDescription(
            "Takes {\"site_id\": ..., \"target_capacity_kw\": ..., \"use_terrain\": ...,"
                + " \"dem_resolution_m\": ...} as a siteLayout job. Default: not taken.")
        @Nullable SiteLayoutMapping siteLayout,
    @JsonPropertyDescription(
            "Takes word of a new object in S3 as a job with that object for its input, at most 20;"
                + " the first that fits counts. Default: not taken.")
        @Size(max = 20) @Nullable List<ObjectMapping> objects) {

  /** Only LayoutJobs are taken. */
  public static final Mappings NONE = new Mappings(null, null, null, null);
}
