package dev.groma.engine.sitefit.search;

import dev.groma.engine.geometry.Bounds;
import dev.groma.engine.sitefit.fit.TurnedHouse;

/**
 * A position where the house fits.
 *
 * @param degrees the rotation
 * @param house at this rotation
 * @param x of the pivot
 * @param y of the pivot
 * @param garden beside it
 * @param score of the placement
 */
record Found(
    double degrees, TurnedHouse house, double x, double y, Garden.Free garden, double score) {

  /**
   * How far the footprints differ: the farthest that a corner of one lies from the other. Moving
   * one of them by a metre changes it by a metre at most.
   */
  double difference(TurnedHouse other, double otherX, double otherY) {
    double there = farthestCorner(house, x - otherX, y - otherY, other);
    double back = farthestCorner(other, otherX - x, otherY - y, house);
    return Math.max(there, back);
  }

  /** Whether the boxes around the footprints alone show that they differ by so much. */
  boolean differsClearly(TurnedHouse other, double otherX, double otherY, double much) {
    Bounds here = house.bounds();
    Bounds there = other.bounds();
    return Math.abs(here.minX() + x - there.minX() - otherX) >= much
        || Math.abs(here.minY() + y - there.minY() - otherY) >= much
        || Math.abs(here.maxX() + x - there.maxX() - otherX) >= much
        || Math.abs(here.maxY() + y - there.maxY() - otherY) >= much;
  }

  private static double farthestCorner(TurnedHouse from, double x, double y, TurnedHouse to) {
    double farthest = 0;
    for (int corner = 0; corner < from.size(); corner++) {
      farthest = Math.max(farthest, to.signedDistanceTo(from.x(corner) + x, from.y(corner) + y));
    }
    return farthest;
  }
}
