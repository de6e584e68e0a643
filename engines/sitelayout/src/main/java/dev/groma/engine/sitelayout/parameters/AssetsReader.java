package dev.groma.engine.sitelayout.parameters;

import dev.groma.engine.json.ParameterReader;
import dev.groma.engine.number.Decimals;
import dev.groma.engine.sitelayout.asset.AssetType;
import dev.groma.engine.sitelayout.asset.Catalogue;
import dev.groma.engine.sitelayout.parameters.SiteLayoutParameters.AssetRequest;
import dev.groma.engine.sitelayout.parameters.SiteLayoutParameters.FixedAsset;
import dev.groma.engine.sitelayout.parameters.SiteLayoutParameters.PositionXy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what is to be built: the catalogue, how many of each kind, what stays where it is. */
final class AssetsReader {

  private final ParameterReader reader;
  private final Catalogue catalogue;

  /** A reader of a block; reads its catalogue. */
  AssetsReader(ParameterReader reader) {
    this.reader = reader;
    catalogue = catalogue(reader);
  }

  /** The built-in kinds and the job's own. */
  Catalogue catalogue() {
    return catalogue;
  }

  private static Catalogue catalogue(ParameterReader reader) {
    Catalogue catalogue = Catalogue.BUILT_IN;
    for (AssetType type : reader.groups("catalogue", 50, AssetsReader::assetType)) {
      catalogue = catalogue.with(type);
    }
    return catalogue;
  }

  /** A kind of the job's own, or a built-in one with other numbers. */
  private static AssetType assetType(ParameterReader group) {
    String name = ParametersReader.text(group, "name", "");
    AssetType like = Catalogue.BUILT_IN.find(name).orElse(null);
    if (name.isEmpty()) {
      group.problem("name", "must be given");
    }
    if (like == null && !(group.has("lengthMetres") && group.has("widthMetres"))) {
      group.problem("lengthMetres", "must be given, and widthMetres, for a kind of your own");
    }
    AssetType base =
        like == null ? Catalogue.BUILT_IN.find(Catalogue.EQUIPMENT_PAD).orElseThrow() : like;
    return new AssetType(
        name,
        new AssetType.Size(
            group.number("lengthMetres", base.size().length(), 0.1, 10_000),
            group.number("widthMetres", base.size().width(), 0.1, 10_000)),
        slopeLimit(group, base.slope()),
        new AssetType.Clearance(
            group.number("setbackMetres", base.clearance().setback(), 0, 10_000),
            group.number("spacingMetres", base.clearance().spacing(), 0, 10_000)),
        group.number("capacityKw", base.capacityKw(), 0, 1e9),
        group.flag("level", base.hasPad()) ? AssetType.Grading.LEVEL : AssetType.Grading.NONE,
        base.orientation());
  }

  /** A kind that has its own limit across keeps it, also where the other one is raised. */
  private static AssetType.SlopeLimit slopeLimit(ParameterReader group, AssetType.SlopeLimit base) {
    double slope = group.number("maxSlopePercent", base.percent(), 0, 1000);
    boolean isOneForAll = base.eastWestPercent() == base.percent();
    double byDefault = isOneForAll ? slope : Math.min(slope, base.eastWestPercent());
    double eastWest = group.number("maxEastWestSlopePercent", byDefault, 0, 1000);
    if (eastWest > slope) {
      group.problem(
          "maxEastWestSlopePercent",
          "must be at most maxSlopePercent, " + new Decimals(2).format(slope));
    }
    return new AssetType.SlopeLimit(slope, Math.min(eastWest, slope));
  }

  /**
   * What to build; for a target without a list what a solar site needs.
   *
   * @param target in kW
   */
  List<AssetRequest> assets(double target) {
    if (!reader.has("assets")) {
      return target > 0 ? defaultProgram() : List.of();
    }
    return reader.groups(
        "assets",
        50,
        group ->
            new AssetRequest(
                kind(group),
                group.has("count") ? (Integer) group.count("count", 1, 0, 10_000) : null));
  }

  /** What a solar site needs. */
  private static List<AssetRequest> defaultProgram() {
    return List.of(
        new AssetRequest(Catalogue.SUBSTATION, 1),
        new AssetRequest(Catalogue.OM_BUILDING, 1),
        new AssetRequest(Catalogue.LAYDOWN_YARD, 1),
        new AssetRequest(Catalogue.SOLAR_BLOCK, null));
  }

  private String kind(ParameterReader group) {
    if (!group.has("type")) {
      group.problem("type", "must be given");
    }
    Map<String, String> names = new LinkedHashMap<>();
    catalogue.types().forEach(type -> names.put(type.name(), type.name()));
    return group.choice("type", Catalogue.EQUIPMENT_PAD, names);
  }

  /** What stays where it is put. */
  List<FixedAsset> fixedAssets() {
    List<String> ids = new ArrayList<>();
    return reader.groups("fixedAssets", 200, group -> fixedAsset(group, ids));
  }

  private FixedAsset fixedAsset(ParameterReader group, List<String> ids) {
    boolean ownSize = group.has("lengthMetres") || group.has("widthMetres");
    String type = ownSize && !group.has("type") ? Catalogue.EQUIPMENT_PAD : kind(group);
    AssetType.Size size = catalogue.find(type).orElseThrow().size();
    String id = ParametersReader.text(group, "id", "fixed-" + (ids.size() + 1));
    if (ids.contains(id)) {
      group.problem("id", "must be unique, is given twice: " + id);
    }
    ids.add(id);
    if (!group.has("position")) {
      group.problem("position", "must be given as {east, north}");
    }
    ElevationRule rule =
        group.choice("elevation", ElevationRule.BALANCED, ParametersReader.rules());
    Double elevation = ParametersReader.optional(group, "elevationMetres", -500, 9000);
    if ((rule == ElevationRule.FIXED) != (elevation != null)) {
      group.problem("elevationMetres", "must be given where elevation is fixed, and only there");
    }
    return new FixedAsset(
        id,
        type,
        new AssetType.Size(
            group.number("lengthMetres", size.length(), 0.1, 10_000),
            group.number("widthMetres", size.width(), 0.1, 10_000)),
        group.has("position")
            ? group.group("position", List.of(), ParametersReader::position)
            : new PositionXy(0, 0),
        group.number("rotationDegrees", 0, -360, 360),
        rule,
        elevation);
  }
}
