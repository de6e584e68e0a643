package dev.groma.engine.sitefit.shape;

/**
 * A distance from a boundary and which way it grows.
 *
 * @param distance metres: positive inside, negative outside
 * @param x of the unit vector from the nearest point of the boundary; 0 on the boundary
 * @param y of the same
 */
public record Sounding(double distance, double x, double y) {

  /**
   * In a square, no point is farther than this from both of two points: half the sum of two
   * distances bounds the smaller, and hardly changes between points that face each other.
   *
   * @param one from a point to the middle of the square, at least twice as far as to its corners
   * @param other the same for the other point
   * @param half of the square's side
   */
  public static double mostBetween(Sounding one, Sounding other, double half) {
    double slope = Math.abs(one.x + other.x) + Math.abs(one.y + other.y);
    // A distance d changes by its slope and by no more than the square of the motion over d.
    double bend = half * (1 / one.distance + 1 / other.distance);
    return (one.distance + other.distance + half * slope) / 2 + half * bend;
  }
}
