package dev.groma.engine.sitelayout.parameters;

import com.fasterxml.jackson.databind.JsonNode;
import dev.groma.engine.BadParametersException;
import dev.groma.engine.json.ParameterReader;
import dev.groma.engine.sitelayout.asset.AssetType;
import dev.groma.engine.sitelayout.asset.Catalogue;
import dev.groma.engine.sitelayout.earthworks.EarthworkRules.Soil;
import dev.groma.engine.sitelayout.parameters.SiteLayoutParameters.AssetRequest;
import dev.groma.engine.sitelayout.parameters.SiteLayoutParameters.FixedAsset;
import dev.groma.engine.sitelayout.parameters.SiteLayoutParameters.PlaceParameters;
import dev.groma.engine.sitelayout.parameters.SiteLayoutParameters.PositionXy;
import dev.groma.engine.sitelayout.parameters.SiteLayoutParameters.TerrainParameters;
import dev.groma.engine.sitelayout.roads.RoadRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the block of a job, fills in defaults, and reports everything that is wrong with it. */
public final class ParametersReader {

  private static final Map<String, Soil> SOILS = soils();
  private static final int LONGEST_NAME = 63;

  private final ParameterReader reader;

  private ParametersReader(ParameterReader reader) {
    this.reader = reader;
  }

  /**
   * Swell and compaction of usual soils, loose cubic metres for one in place and for one filled.
   */
  private static Map<String, Soil> soils() {
    Map<String, Soil> soils = new LinkedHashMap<>();
    soils.put("mixed", Soil.MIXED);
    soils.put("clay", Soil.ofLooseFactor(1.25, 1.30));
    soils.put("sand", Soil.ofLooseFactor(1.10, 1.15));
    soils.put("rock", Soil.ofLooseFactor(1.50, 1.60));
    soils.put("loam", Soil.ofLooseFactor(1.15, 1.20));
    return soils;
  }

  /**
   * The parameters of a block.
   *
   * @param inputs members of the block that are inputs
   */
  public static SiteLayoutParameters read(JsonNode block, List<String> inputs)
      throws BadParametersException {
    ParameterReader reader = new ParameterReader(block, inputs);
    SiteLayoutParameters parameters = new ParametersReader(reader).read();
    reader.finish();
    return parameters;
  }

  private SiteLayoutParameters read() {
    PlaceParameters places =
        new PlaceParameters(
            text(reader, "crs", "EPSG:4326"),
            reader.text("workingCrs", null, LONGEST_NAME),
            reader.has("entry") ? reader.group("entry", List.of(), this::position) : null);
    TerrainParameters terrain = reader.group("terrain", List.of("dem"), ParametersReader::terrain);
    double target = reader.number("targetCapacityKw", 0, 0, 1e9);
    Catalogue catalogue = catalogue();
    List<FixedAsset> fixed = fixedAssets(catalogue);
    List<AssetRequest> assets = assets(catalogue, target);
    return new SiteLayoutParameters(
        places,
        terrain,
        target,
        assets,
        catalogue.types(),
        fixed,
        reader.number(
            "exclusionBufferMetres", SiteLayoutParameters.DEFAULT_EXCLUSION_BUFFER, 0, 1000),
        reader.group("roads", List.of(), ParametersReader::roads),
        reader.group("earthworks", List.of(), ParametersReader::earthworks));
  }

  private static String text(ParameterReader from, String name, String byDefault) {
    String text = from.text(name, byDefault, LONGEST_NAME);
    return text == null ? byDefault : text;
  }

  private PositionXy position(ParameterReader group) {
    for (String axis : List.of("east", "north")) {
      if (!group.has(axis)) {
        group.problem(axis, "must be given");
      }
    }
    return new PositionXy(group.number("east", 0, -1e8, 1e8), group.number("north", 0, -1e8, 1e8));
  }

  private static TerrainParameters terrain(ParameterReader group) {
    return new TerrainParameters(
        group.text("demCrs", null, LONGEST_NAME),
        optional(group, "resolutionMetres", 0.1, 1000),
        optional(group, "demErrorMetres", 0, 100),
        optional(group, "demCorrelationMetres", 0.1, 10_000));
  }

  private static @Nullable Double optional(
      ParameterReader group, String name, double least, double most) {
    return group.has(name) ? (Double) group.number(name, least, least, most) : null;
  }

  private Catalogue catalogue() {
    Catalogue catalogue = Catalogue.BUILT_IN;
    for (AssetType type : reader.groups("catalogue", 50, ParametersReader::assetType)) {
      catalogue = catalogue.with(type);
    }
    return catalogue;
  }

  /** A kind of the job's own, or a built-in one with other numbers. */
  private static AssetType assetType(ParameterReader group) {
    String name = text(group, "name", "");
    AssetType like = Catalogue.BUILT_IN.find(name).orElse(null);
    if (name.isEmpty()) {
      group.problem("name", "must be given");
    }
    if (like == null && !(group.has("lengthMetres") && group.has("widthMetres"))) {
      group.problem("lengthMetres", "must be given, and widthMetres, for a kind of your own");
    }
    AssetType base =
        like == null ? Catalogue.BUILT_IN.find(Catalogue.EQUIPMENT_PAD).orElseThrow() : like;
    double slope = group.number("maxSlopePercent", base.slope().percent(), 0, 1000);
    return new AssetType(
        name,
        new AssetType.Size(
            group.number("lengthMetres", base.size().length(), 0.1, 10_000),
            group.number("widthMetres", base.size().width(), 0.1, 10_000)),
        new AssetType.SlopeLimit(
            slope,
            Math.min(slope, group.has("maxSlopePercent") ? slope : base.slope().eastWestPercent())),
        new AssetType.Clearance(
            group.number("setbackMetres", base.clearance().setback(), 0, 10_000),
            group.number("spacingMetres", base.clearance().spacing(), 0, 10_000)),
        group.number("capacityKw", base.capacityKw(), 0, 1e9),
        group.flag("level", base.hasPad()) ? AssetType.Grading.LEVEL : AssetType.Grading.NONE,
        base.orientation());
  }

  private List<AssetRequest> assets(Catalogue catalogue, double target) {
    if (!reader.has("assets")) {
      return target > 0 ? defaultProgram() : List.of();
    }
    return reader.groups(
        "assets",
        50,
        group ->
            new AssetRequest(
                kind(group, catalogue),
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

  private static String kind(ParameterReader group, Catalogue catalogue) {
    if (!group.has("type")) {
      group.problem("type", "must be given");
    }
    Map<String, String> names = new LinkedHashMap<>();
    catalogue.types().forEach(type -> names.put(type.name(), type.name()));
    return group.choice("type", Catalogue.EQUIPMENT_PAD, names);
  }

  private List<FixedAsset> fixedAssets(Catalogue catalogue) {
    List<String> ids = new ArrayList<>();
    return reader.groups("fixedAssets", 200, group -> fixedAsset(group, catalogue, ids));
  }

  private FixedAsset fixedAsset(ParameterReader group, Catalogue catalogue, List<String> ids) {
    boolean ownSize = group.has("lengthMetres") || group.has("widthMetres");
    String type = ownSize && !group.has("type") ? Catalogue.EQUIPMENT_PAD : kind(group, catalogue);
    AssetType.Size size = catalogue.find(type).orElseThrow().size();
    String id = text(group, "id", "fixed-" + (ids.size() + 1));
    if (ids.contains(id)) {
      group.problem("id", "must be unique, is given twice: " + id);
    }
    ids.add(id);
    if (!group.has("position")) {
      group.problem("position", "must be given as {x, y}");
    }
    ElevationRule rule = group.choice("elevation", ElevationRule.BALANCED, rules());
    Double elevation = optional(group, "elevationMetres", -500, 9000);
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
            ? group.group("position", List.of(), this::position)
            : new PositionXy(0, 0),
        group.number("rotationDegrees", 0, -360, 360),
        rule,
        elevation);
  }

  private static Map<String, ElevationRule> rules() {
    Map<String, ElevationRule> rules = new LinkedHashMap<>();
    for (ElevationRule rule : ElevationRule.values()) {
      rules.put(rule.word(), rule);
    }
    return rules;
  }

  private static RoadRules roads(ParameterReader group) {
    RoadRules byDefault = RoadRules.DEFAULT;
    double grade = group.number("maxGradePercent", byDefault.maxGradePercent(), 0.1, 100);
    double impassable =
        group.number(
            "impassablePercent", Math.max(byDefault.impassablePercent(), grade), 0.1, 1000);
    if (impassable < grade) {
      group.problem("impassablePercent", "must be at least maxGradePercent, " + grade);
    }
    return new RoadRules(
        group.number("widthMetres", byDefault.width(), 0.5, 100),
        grade,
        Math.max(impassable, grade),
        group.number("minRadiusMetres", byDefault.minRadius(), 0, 1000),
        group.number("gradeWeight", byDefault.gradeWeight(), 0, 1000));
  }

  private static EarthworkParameters earthworks(ParameterReader group) {
    Map<String, ElevationRule> rules = rules();
    rules.remove(ElevationRule.FIXED.word());
    Soil soil = group.choice("soil", Soil.MIXED, SOILS);
    return new EarthworkParameters(
        group.choice("padElevation", ElevationRule.BALANCED, rules),
        group.number("balanceFactor", 1, 0.1, 10),
        group.number("swell", soil.swell(), 0.5, 3),
        group.number("compaction", soil.compaction(), 0.3, 2),
        group.flag("sideSlopes", false),
        group.number("sideSlopeRatio", EarthworkParameters.DEFAULT_SIDE_SLOPE_RATIO, 0.1, 100));
  }
}
