package dev.groma.api.layoutjob;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The block of the siteLayout engine. Lengths are metres, slopes and grades percent; the engine,
 * not this type, holds the defaults.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SiteLayoutSpec(
    @JsonPropertyDescription(
            "The boundary of the site: KML, KMZ or GeoJSON polygons, many parts and holes allowed."
                + " Folders or names such as RA, exclusion, restricted hold areas to keep out of; AC,"
                + " entry, access the point where roads begin; ST, substation where one stands.")
        @Required
        InputSource boundary,
    @JsonPropertyDescription(
            "Further areas to keep out of: KML, KMZ or GeoJSON polygons. Default: none.")
        @Nullable InputSource exclusions,
    @JsonPropertyDescription("The ground and the grid to work on. Default: level ground.")
        @Nullable SiteTerrain terrain,
    @JsonPropertyDescription(
            "Coordinate system of GeoJSON inputs and of every position in this block, such as"
                + " EPSG:32633. KML is always in EPSG:4326. Default: EPSG:4326, x is the longitude.")
        @Size(max = 63) @Nullable String crs,
    @JsonPropertyDescription(
            "Coordinate system, in metres, in which everything is measured. Default: that of the"
                + " elevation model or else of crs, where its metres are metres within 0.15 %; else"
                + " the UTM zone of the site.")
        @Size(max = 63) @Nullable String workingCrs,
    @JsonPropertyDescription(
            "Where roads begin, in crs. Default: the entry of the boundary's file, else the point of"
                + " the boundary nearest to its middle.")
        @Nullable SitePosition entry,
    @JsonPropertyDescription("Capacity to reach, in kW, 0 to 1000000000. Default: 0, no target.")
        @Min(0) @Max(1_000_000_000) @Nullable Double targetCapacityKw,
    @JsonPropertyDescription(
            "What to build, at most 20 kinds. Default: with a target, a substation, an omBuilding, a"
                + " laydownYard and as many solarBlock as the target needs; without, nothing.")
        @Size(max = 20) @Nullable List<SiteAssetRequest> assets,
    @JsonPropertyDescription(
            "Kinds of your own, and built-in kinds with other numbers, at most 20. Built in are"
                + " substation, omBuilding, laydownYard, equipmentPad, solarBlock, bessBlock,"
                + " windTurbine. Default: the built-in ones.")
        @Size(max = 20) @Nullable List<SiteAssetType> catalogue,
    @JsonPropertyDescription(
            "Assets that stay where they are put, at most 50; they count towards assets. Default:"
                + " none.")
        @Size(max = 50) @Nullable List<SiteFixedAsset> fixedAssets,
    @JsonPropertyDescription(
            "Distance that assets and roads keep from exclusions, in metres, 0 to 1000. Default: 10.")
        @Min(0) @Max(1000) @Nullable Double exclusionBufferMetres,
    @JsonPropertyDescription("Rules for roads. Default: as each field says.")
        @Nullable SiteRoads roads,
    @JsonPropertyDescription("Rules for pads and volumes. Default: as each field says.")
        @Nullable SiteEarthworks earthworks) {}
