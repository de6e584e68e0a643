package dev.groma.engine.sitelayout.earthworks;

/**
 * A piece of the design surface: over this outline the ground becomes this plane.
 *
 * @param xy outline in metres, see {@link SurfaceIntegral#over}
 * @param design the plane
 * @param counts which of the two volumes belong to the design
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere, and handed over at birth
public record Facet(double[] xy, Plane design, Counts counts) {

  /** Which volumes a facet stands for. */
  public enum Counts {
    /** Pads and roads: what is above is cut, what is below filled. */
    BOTH,
    /** A batter that rises from a pad in cut: ground below it is left alone. */
    CUT,
    /** A batter that falls from a pad on fill: ground above it is left alone. */
    FILL
  }

  /** A facet of a pad or a road. */
  public static Facet of(double[] xy, Plane design) {
    return new Facet(xy, design, Counts.BOTH);
  }
}
