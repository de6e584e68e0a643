package dev.groma.engine.sitelayout.output;

import dev.groma.engine.sitelayout.asset.AssetType;
import dev.groma.engine.sitelayout.asset.Catalogue;

/** The colours of assets on maps: fills calm, outlines dark. */
final class AssetColours {

  static final String BOUNDARY = "#2b333b";
  static final String EXCLUSION = "#b3424a";
  static final String ROAD = "#5a5048";
  static final String ROAD_SURFACE = "#fff4d6";
  static final String OUTLINE = "#22303f";

  private AssetColours() {}

  /** The fill of a kind. */
  static String fill(AssetType type) {
    return switch (type.name()) {
      case Catalogue.SOLAR_BLOCK -> "#5b7fa6";
      case Catalogue.SUBSTATION -> "#c9543f";
      case Catalogue.OM_BUILDING -> "#8a5aa0";
      case Catalogue.LAYDOWN_YARD -> "#c8a24a";
      case Catalogue.BESS_BLOCK -> "#4e9a86";
      case Catalogue.WIND_TURBINE -> "#3f8fb5";
      default -> "#8b8f94";
    };
  }

  /** A kind in words: {@code solarBlock} becomes {@code solar block}. */
  static String words(AssetType type) {
    return switch (type.name()) {
      case Catalogue.OM_BUILDING -> "O&M building";
      case Catalogue.BESS_BLOCK -> "battery block";
      default ->
          type.name().replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(java.util.Locale.ROOT);
    };
  }
}
