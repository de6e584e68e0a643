package dev.groma.api.layoutjob;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The block of the siteFit engine. Lengths are in metres, angles in degrees counterclockwise; the
 * engine, not this type, holds the defaults.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SiteFitSpec(
    @JsonPropertyDescription(
            "Coordinate reference system of the parcel, such as EPSG:5514: projected and in metres."
                + " Default: that named in the parcel's document, else a plan in metres with north"
                + " up, which is not mapped to WGS84.")
        @Size(min = 1, max = 100) @Nullable String crs,
    @JsonPropertyDescription(
            "The parcel: one or more polygons, with holes, in coordinates of crs. Required.")
        @Required
        OutlineSource parcel,
    @JsonPropertyDescription(
            "The house: one polygon in metres of its own, x to the right and y up. It turns about the"
                + " origin of these coordinates. Required.")
        @Required
        OutlineSource house,
    @JsonPropertyDescription(
            "Least distance of the house from every edge of the parcel, in metres, 0 to 10000."
                + " Default: 0.")
        @Min(0) @Max(10_000) @Nullable Double setback,
    @JsonPropertyDescription(
            "Least distances for kinds of edges where they differ. Default: setback.")
        @Nullable Setbacks setbacks,
    @JsonPropertyDescription(
            "Which edges of the parcel lie at the street. Default: unknown, all edges are sides.")
        @Nullable Street street,
    @JsonPropertyDescription("Rotations that are tried. Default: the full turn by 1 degree.")
        @Nullable Rotation rotation,
    @JsonPropertyDescription("What counts how much in the score. Default: as each field says.")
        @Nullable Weights weights,
    @JsonPropertyDescription("Placements wanted, 1 to 50. Default: 5.") @Min(1) @Max(50) @Nullable Integer topK,
    @JsonPropertyDescription(
            "Largest allowed ratio of house area to parcel area, above 0 to 1. Default: 1.")
        @Min(0) @Max(1) @Nullable Double coverageRatioMax,
    @JsonPropertyDescription(
            "By how much the house may stick out, in metres, 0.0001 to 0.05: the rounding of the"
                + " outlines. Default: 0.002.")
        @Min(0) @Max(1) @Nullable Double tolerance) {

  /** Setbacks by kind of edge. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Setbacks(
      @JsonPropertyDescription("From the street, in metres, 0 to 10000. Default: setback.")
          @Min(0) @Max(10_000) @Nullable Double street,
      @JsonPropertyDescription("From sides, in metres, 0 to 10000. Default: setback.")
          @Min(0) @Max(10_000) @Nullable Double side,
      @JsonPropertyDescription(
              "From edges that face away from the street, in metres, 0 to 10000. Default: setback.")
          @Min(0) @Max(10_000) @Nullable Double rear,
      @JsonPropertyDescription("From holes, in metres, 0 to 10000. Default: setback.")
          @Min(0) @Max(10_000) @Nullable Double hole) {}

  /** Where the street is: exactly one of the members is set. */
  @ValidationRule(
      value = "has(self.edges) != has(self.point)",
      message = "exactly one is required: edges or point")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Street(
      @JsonPropertyDescription(
              "Numbers of the parcel's edges at the street: edge 0 runs from the first vertex to the"
                  + " second. Default: none; edges or point is required.")
          @Size(min = 1, max = 100) @Nullable List<Integer> edges,
      @JsonPropertyDescription(
              "A point on or near the street: the nearest edge, and edges that continue it within 15"
                  + " degrees, lie at it. Default: none; edges or point is required.")
          @Nullable Point point) {}

  /**
   * A point in the parcel's coordinates. Not x and y: to YAML 1.1, which the API server reads, a
   * bare y is true.
   */
  public record Point(
      @JsonPropertyDescription("Easting, -1000000000 to 1000000000. Required.")
          @Required
          @Min(-1_000_000_000) @Max(1_000_000_000) double east,
      @JsonPropertyDescription("Northing, -1000000000 to 1000000000. Required.")
          @Required
          @Min(-1_000_000_000) @Max(1_000_000_000) double north) {}

  /** A range of rotations. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Rotation(
      @JsonPropertyDescription("The least, in degrees, -360 to 360. Default: 0.")
          @Min(-360) @Max(360) @Nullable Double min,
      @JsonPropertyDescription(
              "The largest, in degrees, min to min + 360. Default: min + 360, at most 360.")
          @Min(-360) @Max(360) @Nullable Double max,
      @JsonPropertyDescription(
              "Step of the grid in degrees, 0.01 to 360. Rotations that bring a side of the house"
                  + " along an edge of the parcel are tried as well. Default: 1.")
          @Min(0) @Max(360) @Nullable Double step) {}

  /** Weights of the score's terms; only their ratios matter. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Weights(
      @JsonPropertyDescription("Of the distance from the parcel's boundary. Default: 0.3.")
          @Min(0) @Max(1_000_000) @Nullable Double clearance,
      @JsonPropertyDescription("Of the longest sides facing true south. Default: 0.2.")
          @Min(0) @Max(1_000_000) @Nullable Double orientation,
      @JsonPropertyDescription("Of nearness to the street. Default: 0.1.") @Min(0) @Max(1_000_000) @Nullable Double street,
      @JsonPropertyDescription("Of the largest circle left free. Default: 0.3.")
          @Min(0) @Max(1_000_000) @Nullable Double garden,
      @JsonPropertyDescription("Of sides parallel to the parcel's edges. Default: 0.1.")
          @Min(0) @Max(1_000_000) @Nullable Double parallelism) {}
}
