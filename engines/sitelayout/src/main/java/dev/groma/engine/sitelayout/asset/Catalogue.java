package dev.groma.engine.sitelayout.asset;

import dev.groma.engine.sitelayout.asset.AssetType.Clearance;
import dev.groma.engine.sitelayout.asset.AssetType.Grading;
import dev.groma.engine.sitelayout.asset.AssetType.Orientation;
import dev.groma.engine.sitelayout.asset.AssetType.Size;
import dev.groma.engine.sitelayout.asset.AssetType.SlopeLimit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The kinds of assets that a layout may use.
 *
 * @param types each name once
 */
public record Catalogue(List<AssetType> types) {

  /** A substation of a utility-scale site with its yard. */
  public static final String SUBSTATION = "substation";

  /** Operation and maintenance building. */
  public static final String OM_BUILDING = "omBuilding";

  /** Where material lies during construction. */
  public static final String LAYDOWN_YARD = "laydownYard";

  /** For an inverter, a transformer, a container. */
  public static final String EQUIPMENT_PAD = "equipmentPad";

  /** Rows of modules on single-axis trackers. */
  public static final String SOLAR_BLOCK = "solarBlock";

  /** Battery containers in rows. */
  public static final String BESS_BLOCK = "bessBlock";

  /** A turbine with its crane pad. */
  public static final String WIND_TURBINE = "windTurbine";

  /**
   * From row to row, in metres: a module of 2.38 m in portrait on a tracker covers 35 % of the
   * ground, the middle of the usual 0.30 to 0.40.
   */
  public static final double SOLAR_ROW_PITCH = 6.8;

  /**
   * The built-in kinds. Substation, building, yard and pad: sizes, slopes and distances as
   * utility-scale developers plan them. Solar block: 2 ha at 0.75 MWdc/ha (0.6 to 0.9 are usual),
   * trackers up to 15 % along their axis and 10 % across; 20 m between blocks leave room for a
   * road. BESS block: two columns of five units of 9.12 x 1.65 m and 1.9 MW, 0.91 m apart, an aisle
   * of 6 m and 3.05 m (10 ft) around. Wind turbine: a crane pad of 40 x 25 m, 5 rotor diameters of
   * 120 m apart, a tip height of 180 m from the boundary.
   */
  public static final Catalogue BUILT_IN =
      new Catalogue(
          List.of(
              pad(SUBSTATION, 120, 120, 5, 100, 150, 0),
              pad(OM_BUILDING, 40, 20, 5, 50, 50, 0),
              pad(LAYDOWN_YARD, 80, 60, 6, 75, 50, 0),
              pad(EQUIPMENT_PAD, 50, 50, 6, 75, 75, 0),
              new AssetType(
                  SOLAR_BLOCK,
                  new Size(100, 200),
                  new SlopeLimit(15, 10),
                  new Clearance(15, 20),
                  1500,
                  Grading.NONE,
                  Orientation.NORTH),
              pad(BESS_BLOCK, 31, 18, 5, 15, 20, 19_000),
              pad(WIND_TURBINE, 40, 25, 12, 180, 600, 4200)));

  public Catalogue {
    types = List.copyOf(types);
    if (types.stream().map(AssetType::name).distinct().count() != types.size()) {
      throw new IllegalArgumentException("each name at most once");
    }
  }

  private static AssetType pad(
      String name,
      double length,
      double width,
      double slope,
      double setback,
      double spacing,
      double capacityKw) {
    return new AssetType(
        name,
        new Size(length, width),
        SlopeLimit.of(slope),
        new Clearance(setback, spacing),
        capacityKw,
        Grading.LEVEL,
        Orientation.ANY);
  }

  /** The kind of this name. */
  public Optional<AssetType> find(String name) {
    return types.stream().filter(type -> type.name().equals(name)).findFirst();
  }

  /** The same with one kind more, or with another one in the place of its name. */
  public Catalogue with(AssetType type) {
    List<AssetType> all = new ArrayList<>(types);
    all.removeIf(other -> other.name().equals(type.name()));
    all.add(type);
    return new Catalogue(all);
  }
}
