package dev.groma.engine.sitefit.search;

import dev.groma.engine.sitefit.RotationRange;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/** The rotations that are tried, in degrees. */
final class Rotations {

  /** Degrees; nearer ones are one and the same, but for rounding. */
  private static final double SAME = 1e-9;

  private Rotations() {}

  /** The grid of a range, and the aligned ones that lie in it: ascending, each once. */
  static double[] of(RotationRange range, double[] aligned) {
    int steps = (int) Math.floor((range.max() - range.min()) / range.step() + 1e-9);
    DoubleStream grid =
        DoubleStream.iterate(0, i -> i <= steps, i -> i + 1)
            .map(i -> range.min() + i * range.step());
    double[] sorted =
        DoubleStream.concat(
                grid.filter(degrees -> !range.isFullTurn() || degrees < range.max() - SAME),
                Arrays.stream(aligned).map(range::within).filter(degrees -> !Double.isNaN(degrees)))
            .sorted()
            .toArray();
    int kept = 0;
    for (double degrees : sorted) {
      if (kept == 0 || degrees - sorted[kept - 1] > SAME) {
        sorted[kept++] = degrees;
      }
    }
    return Arrays.copyOf(sorted, kept);
  }
}
