package dev.groma.api.layoutjob;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/** The ground of a siteLayout block. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SiteTerrain(
    @JsonPropertyDescription(
            "The elevation model: GeoTIFF or BigTIFF (uncompressed, LZW, DEFLATE, PackBits), ESRI"
                + " ASCII grid, or HGT. It has to cover the boundary. Default: none, level ground.")
        @Nullable InputSource dem,
    @JsonPropertyDescription(
            "Coordinate system of an elevation model that does not name its own, such as EPSG:32633."
                + " Default: the one it names.")
        @Size(max = 63) @Nullable String demCrs,
    @JsonPropertyDescription(
            "Cell of the grid on which slopes, places and routes are found, in metres, 0.1 to 1000;"
                + " at most 12,000,000 cells. Volumes refer to the elevation model's own cells."
                + " Default: 10 for a site up to 10 km2, else 20.")
        @Max(1000) @Min(0) @Nullable Double resolutionMetres,
    @JsonPropertyDescription(
            "Standard deviation of an elevation, in metres, 0 to 100. Default: by the model's cell:"
                + " 0.1 up to 2.5 m, 0.82 up to 12 m, else 1.2.")
        @Min(0) @Max(100) @Nullable Double demErrorMetres,
    @JsonPropertyDescription(
            "Distance up to which errors of elevations are alike, in metres, 0.1 to 10000. Default:"
                + " three cells of the model.")
        @Min(0) @Max(10_000) @Nullable Double demCorrelationMetres) {}
