package dev.groma.engine.sitefit.search;

import dev.groma.engine.number.Decimals;
import dev.groma.engine.sitefit.Placement;
import java.util.Comparator;

/** The order of placements: by score, and equal scores by rotation, x and y, or by a seed. */
final class TieOrder {

  /** Scores that are written alike are alike. */
  private static final Decimals SCORE = new Decimals(6);

  private TieOrder() {}

  /** The order under a seed; 0 stands for none. */
  static Comparator<Placement> of(long seed) {
    Comparator<Placement> byScore =
        Comparator.comparingDouble(placement -> -SCORE.round(placement.score()));
    Comparator<Placement> byPlace =
        Comparator.comparingDouble(Placement::rotation)
            .thenComparingDouble(Placement::x)
            .thenComparingDouble(Placement::y);
    return seed == 0
        ? byScore.thenComparing(byPlace)
        : byScore.thenComparingLong(placement -> mix(seed, placement)).thenComparing(byPlace);
  }

  /** Scrambles seed and place, by the finaliser of SplitMix64. */
  private static long mix(long seed, Placement placement) {
    long bits =
        seed
            + 0x9E3779B97F4A7C15L * Math.round(placement.rotation() * 1e6)
            + 0xD1B54A32D192ED03L * Math.round(placement.x() * 1e3)
            + 0x8CB92BA72F3D8DD7L * Math.round(placement.y() * 1e3);
    bits = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
    return bits ^ (bits >>> 31);
  }
}
