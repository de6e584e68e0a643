package dev.groma.engine.sitefit;

import org.jspecify.annotations.Nullable;

/**
 * One way to place the house.
 *
 * @param rotation degrees counterclockwise about the origin of the house's coordinates
 * @param x then added, in the frame of the {@link Site}
 * @param y then added
 * @param score 0 to 1
 * @param terms of the score
 * @param metrics in metres
 */
public record Placement(
    double rotation, double x, double y, double score, ScoreTerms terms, Metrics metrics) {

  /**
   * What was measured.
   *
   * @param clearance from the house to the parcel's boundary
   * @param streetDistance from the house to the street's edges; null without a street
   * @param garden the largest circle in the parcel that is free of the house, its centre in the
   *     frame of the {@link Site}
   * @param facade degrees clockwise from true north of the outward normal of the side that counts
   *     for the orientation: 180 faces south
   * @param coverageRatio house area over parcel area
   */
  public record Metrics(
      double clearance,
      @Nullable Double streetDistance,
      Circle garden,
      double facade,
      double coverageRatio) {}

  /** A circle. */
  public record Circle(double x, double y, double radius) {}
}
