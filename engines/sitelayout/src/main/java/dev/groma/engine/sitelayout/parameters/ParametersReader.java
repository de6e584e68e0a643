package dev.groma.engine.sitelayout.parameters;

import com.fasterxml.jackson.databind.JsonNode;
import dev.groma.engine.BadParametersException;
import dev.groma.engine.json.ParameterReader;
import dev.groma.engine.sitelayout.earthworks.EarthworkRules.Soil;
import dev.groma.engine.sitelayout.parameters.SiteLayoutParameters.PlaceParameters;
import dev.groma.engine.sitelayout.parameters.SiteLayoutParameters.PositionXy;
import dev.groma.engine.sitelayout.parameters.SiteLayoutParameters.TerrainParameters;
import dev.groma.engine.sitelayout.roads.RoadRules;
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
            reader.has("entry")
                ? reader.group("entry", List.of(), ParametersReader::position)
                : null);
    TerrainParameters terrain = reader.group("terrain", List.of("dem"), ParametersReader::terrain);
    double target = reader.number("targetCapacityKw", 0, 0, 1e9);
    AssetsReader assets = new AssetsReader(reader);
    return new SiteLayoutParameters(
        places,
        terrain,
        target,
        assets.assets(target),
        assets.catalogue().types(),
        assets.fixedAssets(),
        reader.number(
            "exclusionBufferMetres", SiteLayoutParameters.DEFAULT_EXCLUSION_BUFFER, 0, 1000),
        reader.group("roads", List.of(), ParametersReader::roads),
        reader.group("earthworks", List.of(), ParametersReader::earthworks));
  }

  static String text(ParameterReader from, String name, String byDefault) {
    String text = from.text(name, byDefault, LONGEST_NAME);
    return text == null ? byDefault : text;
  }

  static PositionXy position(ParameterReader group) {
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

  static @Nullable Double optional(ParameterReader group, String name, double least, double most) {
    return group.has(name) ? (Double) group.number(name, least, least, most) : null;
  }

  static Map<String, ElevationRule> rules() {
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
