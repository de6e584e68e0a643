package dev.groma.engine.rooms.noding;

import dev.groma.engine.BadInputException;
import dev.groma.engine.Problem;
import dev.groma.engine.rooms.WallPlan;

/**
 * The local frame of a plan: moved near the origin and scaled, both without rounding, into -9..9.
 *
 * <p>The origin is zero, or, far from zero (Krovak: a million metres), a multiple of a power of two
 * that is not smaller than the plan. There every coordinate is a multiple of a unit in the last
 * place that also divides the origin, so the difference is exact, and so is the way back.
 *
 * @param originX in plan units
 * @param originY in plan units
 * @param size a power of two, not smaller than the plan's longer side: one unit of the frame
 * @param noise plan units below which coordinates carry no meaning
 */
public record Frame(double originX, double originY, double size, double noise) {

  /** Beyond it, areas in plan units would overflow. */
  public static final double LARGEST_COORDINATE = 1e150;

  /**
   * Noise over the largest coordinate: 8192 units in the last place, a micrometre at a million
   * metres. Chosen: a dozen operations (a turn, a conversion of units, a projection) lose a few
   * units each, and where two lines meet at an angle of a thousandth, that is a thousand units
   * along them.
   */
  private static final double NOISE = 0x1p-40;

  /**
   * A plan fewer than this many of its sizes away from zero stays where it is: moving it would
   * round its smallest coordinates, leaving it costs three bits.
   */
  private static final double NEAR = 8;

  /**
   * The frame of a plan.
   *
   * @throws BadInputException for coordinates beyond {@link #LARGEST_COORDINATE}
   */
  public static Frame of(WallPlan plan) throws BadInputException {
    double minX = Double.POSITIVE_INFINITY;
    double minY = Double.POSITIVE_INFINITY;
    double maxX = Double.NEGATIVE_INFINITY;
    double maxY = Double.NEGATIVE_INFINITY;
    for (int s = 0; s < plan.segmentCount(); s++) {
      minX = Math.min(minX, Math.min(plan.x1(s), plan.x2(s)));
      minY = Math.min(minY, Math.min(plan.y1(s), plan.y2(s)));
      maxX = Math.max(maxX, Math.max(plan.x1(s), plan.x2(s)));
      maxY = Math.max(maxY, Math.max(plan.y1(s), plan.y2(s)));
    }
    double largest = Math.max(Math.max(-minX, maxX), Math.max(-minY, maxY));
    if (plan.segmentCount() == 0 || largest == 0) {
      return new Frame(0, 0, 1, Double.MIN_NORMAL);
    }
    if (largest > LARGEST_COORDINATE) {
      throw new BadInputException(
          Problem.at(
              "",
              "coordinates must lie between -1e150 and 1e150, not as far out as "
                  + largest
                  + "; choose a larger unit"));
    }
    double noise = Math.max(NOISE * largest, Double.MIN_NORMAL);
    double extent = Math.max(Math.max(maxX - minX, maxY - minY), noise);
    double size = Math.scalb(1.0, Math.max(Math.getExponent(extent) + 1, -1000));
    return new Frame(origin(minX, maxX, size), origin(minY, maxY, size), size, noise);
  }

  private static double origin(double min, double max, double size) {
    double middle = Math.rint((min / 2 + max / 2) / size);
    return Math.abs(middle) < NEAR ? 0 : size * middle;
  }

  /** The ends of all segments in the frame: x1, y1, x2, y2 of each; no negative zeros. */
  public double[] toLocal(WallPlan plan) {
    double[] ends = new double[4 * plan.segmentCount()];
    for (int s = 0; s < plan.segmentCount(); s++) {
      ends[4 * s] = (plan.x1(s) - originX) / size + 0.0;
      ends[4 * s + 1] = (plan.y1(s) - originY) / size + 0.0;
      ends[4 * s + 2] = (plan.x2(s) - originX) / size + 0.0;
      ends[4 * s + 3] = (plan.y2(s) - originY) / size + 0.0;
    }
    return ends;
  }

  /** From frame to plan. */
  public double toPlanX(double x) {
    return x * size + originX;
  }

  /** From frame to plan. */
  public double toPlanY(double y) {
    return y * size + originY;
  }

  /** A length of the plan in units of the frame. */
  public double toLocalLength(double length) {
    return length / size;
  }

  /** A length in units of the frame as one of the plan. */
  public double toPlanLength(double length) {
    return length * size;
  }

  /** An area in square units of the frame as one of the plan. */
  public double toPlanArea(double area) {
    return area * size * size;
  }
}
