package dev.groma.engine.sitelayout.earthworks;

/**
 * How earth is moved and counted.
 *
 * @param padElevation how the elevation of pads is chosen that are not fixed
 * @param soil what becomes of a cubic metre of cut
 * @param sideSlopes whether batters around pads and along roads are counted
 * @param sideSlopeRatio horizontal metres of a batter for each metre of height
 */
public record EarthworkRules(
    PadElevation padElevation, Soil soil, boolean sideSlopes, double sideSlopeRatio) {

  /** Where the search for daylight ends: a batter this long is no batter but a hillside. */
  public static final double LONGEST_BATTER = 60;

  public EarthworkRules {
    if (!(sideSlopeRatio > 0 && sideSlopeRatio < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("sideSlopeRatio must be above 0, was " + sideSlopeRatio);
    }
  }

  /**
   * What becomes of a cubic metre of ground once it is dug.
   *
   * @param swell loose cubic metres that it makes on the lorry
   * @param compaction compacted cubic metres of fill that it makes
   */
  public record Soil(double swell, double compaction) {

    /** Mixed ground: 1.10 loose, 0.95 compacted. */
    public static final Soil MIXED = new Soil(1.10, 0.95);

    public Soil {
      if (!(swell > 0 && compaction > 0 && Double.isFinite(swell + compaction))) {
        throw new IllegalArgumentException(
            "no soil: swell " + swell + ", compaction " + compaction);
      }
    }

    /** The factor from loose volume to compacted fill, as tables of soils give it, turned round. */
    public static Soil ofLooseFactor(double swell, double looseForOneCompacted) {
      return new Soil(swell, swell / looseForOneCompacted);
    }
  }
}
