package dev.groma.engine.sitelayout.parameters;

import dev.groma.engine.sitelayout.earthworks.EarthworkRules;
import dev.groma.engine.sitelayout.earthworks.EarthworkRules.Soil;
import dev.groma.engine.sitelayout.earthworks.PadElevation;

/**
 * Rules for pads and volumes.
 *
 * @param padElevation balanced or least
 * @param balanceFactor cubic metres of fill for a cubic metre of cut at which a pad is balanced
 * @param swell loose volume of a cubic metre of cut
 * @param compaction compacted fill that a cubic metre of cut makes
 * @param sideSlopes whether batters are counted
 * @param sideSlopeRatio horizontal metres of a batter for each metre of height
 */
public record EarthworkParameters(
    ElevationRule padElevation,
    double balanceFactor,
    double swell,
    double compaction,
    boolean sideSlopes,
    double sideSlopeRatio) {

  /** 3:1, which grass holds and mowers climb. */
  public static final double DEFAULT_SIDE_SLOPE_RATIO = 3;

  /** The rules in the words of the earthworks. */
  public EarthworkRules toRules() {
    return new EarthworkRules(
        elevation(padElevation, 0), new Soil(swell, compaction), sideSlopes, sideSlopeRatio);
  }

  /** A rule in the words of the earthworks. */
  public PadElevation elevation(ElevationRule rule, double fixed) {
    return switch (rule) {
      case BALANCED -> new PadElevation.Balanced(balanceFactor);
      case LEAST -> new PadElevation.Least();
      case FIXED -> new PadElevation.Fixed(fixed);
    };
  }
}
