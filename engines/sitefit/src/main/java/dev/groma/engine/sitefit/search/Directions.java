package dev.groma.engine.sitefit.search;

import dev.groma.engine.sitefit.shape.Shape;
import java.util.Arrays;

/** The two terms of a score that depend on the rotation alone. */
final class Directions {

  private static final double QUARTER = Math.PI / 2;

  private final double[] houseDirection;
  private final double[] houseWeight;
  private final double[] parcelDirection;
  private final double[] parcelWeight;
  private final double convergence;

  /**
   * Of a house on a parcel.
   *
   * @param convergence degrees from the y axis counterclockwise to true north
   */
  Directions(Shape house, Shape parcel, double convergence) {
    houseDirection = directions(house);
    houseWeight = weights(house);
    parcelDirection = directions(parcel);
    parcelWeight = weights(parcel);
    this.convergence = Math.toRadians(convergence);
  }

  private static double[] directions(Shape shape) {
    double[] directions = new double[shape.size()];
    for (int edge = 0; edge < directions.length; edge++) {
      directions[edge] = shape.direction(edge);
    }
    return directions;
  }

  /** Lengths of straight runs over that of the longest. */
  private static double[] weights(Shape shape) {
    double[] weights = new double[shape.size()];
    double longest = 0;
    for (int edge = 0; edge < weights.length; edge++) {
      weights[edge] = shape.runLength(edge);
      longest = Math.max(longest, weights[edge]);
    }
    for (int edge = 0; edge < weights.length; edge++) {
      weights[edge] /= longest;
    }
    return weights;
  }

  /** How well the best side faces true south: 1 for the longest side, facing it exactly. */
  double orientation(double radians) {
    return sideScore(bestSide(radians), radians);
  }

  /** Degrees clockwise from true north of the outward normal of the side that counts. */
  double facade(double radians) {
    double normal = houseDirection[bestSide(radians)] + radians - QUARTER;
    double azimuth = Math.toDegrees(QUARTER + convergence - normal) % 360;
    return azimuth < 0 ? azimuth + 360 : azimuth;
  }

  private int bestSide(double radians) {
    int best = 0;
    for (int side = 1; side < houseDirection.length; side++) {
      if (sideScore(side, radians) > sideScore(best, radians)) {
        best = side;
      }
    }
    return best;
  }

  private double sideScore(int side, double radians) {
    double normal = houseDirection[side] + radians - QUARTER;
    double south = 3 * QUARTER + convergence;
    return houseWeight[side] * (1 + Math.cos(normal - south)) / 2;
  }

  /** How parallel the best pair of side and edge is: 1 for the longest of both, exactly. */
  double parallelism(double radians) {
    double best = 0;
    for (int side = 0; side < houseDirection.length; side++) {
      for (int edge = 0; edge < parcelDirection.length; edge++) {
        double weight = houseWeight[side] * parcelWeight[edge];
        if (weight > best) {
          double turn = houseDirection[side] + radians - parcelDirection[edge];
          double angle = Math.abs(Math.IEEEremainder(turn, Math.PI));
          best = Math.max(best, weight * (1 - angle / QUARTER));
        }
      }
    }
    return best;
  }

  /**
   * The rotations, in degrees, that bring a side of the house along an edge of the parcel, from
   * within; and from the other side too where both are so long that their term is worth it.
   */
  double[] aligned() {
    double[] aligned = new double[2 * houseDirection.length * parcelDirection.length];
    int size = 0;
    for (int side = 0; side < houseDirection.length; side++) {
      for (int edge = 0; edge < parcelDirection.length; edge++) {
        double degrees = Math.toDegrees(parcelDirection[edge] - houseDirection[side]);
        aligned[size++] = degrees;
        if (houseWeight[side] * parcelWeight[edge] >= 0.5) {
          aligned[size++] = degrees + 180;
        }
      }
    }
    return Arrays.copyOf(aligned, size);
  }
}
