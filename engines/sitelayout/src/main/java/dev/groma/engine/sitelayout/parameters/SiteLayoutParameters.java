package dev.groma.engine.sitelayout.parameters;

import dev.groma.engine.sitelayout.asset.AssetType;
import dev.groma.engine.sitelayout.roads.RoadRules;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a site is to be laid out.
 *
 * @param places coordinate systems and the entry
 * @param terrain grid and errors of the elevations
 * @param targetCapacityKw capacity to reach; 0 for none
 * @param assets what to build, in the order given
 * @param catalogue every kind that may be used, the built-in ones and the job's own
 * @param fixedAssets what stays where it is put
 * @param exclusionBufferMetres distance that assets and roads keep from exclusions
 * @param roads rules for roads
 * @param earthworks rules for pads and volumes
 */
public record SiteLayoutParameters(
    PlaceParameters places,
    TerrainParameters terrain,
    double targetCapacityKw,
    List<AssetRequest> assets,
    List<AssetType> catalogue,
    List<FixedAsset> fixedAssets,
    double exclusionBufferMetres,
    RoadRules roads,
    EarthworkParameters earthworks) {

  /** Distance to exclusions by default: the reach of an excavator beside its track. */
  public static final double DEFAULT_EXCLUSION_BUFFER = 10;

  public SiteLayoutParameters {
    assets = List.copyOf(assets);
    catalogue = List.copyOf(catalogue);
    fixedAssets = List.copyOf(fixedAssets);
  }

  /**
   * Where things are.
   *
   * @param crs of the GeoJSON inputs and of every position in the parameters, such as {@code
   *     EPSG:4326}
   * @param workingCrs in which everything is measured; null to choose one
   * @param entry where roads begin; null to take it from the boundary's file, or the nearest point
   */
  public record PlaceParameters(
      String crs, @Nullable String workingCrs, @Nullable PositionXy entry) {}

  /** A position in {@link PlaceParameters#crs}: easting or longitude, northing or latitude. */
  public record PositionXy(double x, double y) {}

  /**
   * The grid and its errors; null stands for what is derived from the terrain.
   *
   * @param demCrs coordinate system of an elevation model that does not say so itself
   * @param resolutionMetres cell of the working grid
   * @param demErrorMetres standard deviation of an elevation
   * @param demCorrelationMetres distance up to which errors are alike
   */
  public record TerrainParameters(
      @Nullable String demCrs,
      @Nullable Double resolutionMetres,
      @Nullable Double demErrorMetres,
      @Nullable Double demCorrelationMetres) {}

  /**
   * A kind to build.
   *
   * @param type its name in the catalogue
   * @param count how many; null for as many as the target needs
   */
  public record AssetRequest(String type, @Nullable Integer count) {}

  /**
   * An asset that stays where it is put.
   *
   * @param id unique among the fixed assets
   * @param type its name in the catalogue
   * @param size its rectangle; the type's where none was given
   * @param position of its middle
   * @param rotationDegrees counterclockwise from grid east
   * @param elevation how its pad gets its elevation
   * @param elevationMetres the elevation where that is fixed
   */
  public record FixedAsset(
      String id,
      String type,
      AssetType.Size size,
      PositionXy position,
      double rotationDegrees,
      ElevationRule elevation,
      @Nullable Double elevationMetres) {}
}
