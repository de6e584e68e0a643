package dev.groma.engine.sitefit.search;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Climbs by the method of H. H. Rosenbrock (The Computer Journal 3, 1960): steps along axes that
 * grow while they lead up, and turn round and shrink where they do not; after that the axes are
 * turned so that the first points where the climb has led. So it follows ridges, which is where the
 * best placements lie.
 */
final class Climb {

  private static final double GROWTH = 2;
  private static final double SHRINKAGE = -0.5;

  /** Axes are turned when steps have shrunk to this share of the way that they have led. */
  private static final double SPENT = 0.25;

  /** To begin with; along no walls that a plan is likely to have. */
  private static final double[][] OBLIQUE_3 = {
    {0.8, 0.6, 0}, {-0.36, 0.48, 0.8}, {0.48, -0.64, 0.6}
  };

  private static final double[][] OBLIQUE_2 = {{0.8, 0.6}, {-0.6, 0.8}};

  private final Slope slope;
  private Found best;
  private double[][] axes;
  private final double[] steps;

  /** Where a climb can lead. */
  interface Slope {

    /**
     * Tries a move.
     *
     * @param move metres along x and y, and, if it has a third number, of the farthest corner by
     *     turning
     * @return the placement, if it scores higher; else null
     */
    @Nullable Found higher(Found from, double[] move);
  }

  private Climb(Slope slope, Found start, double[][] axes, double firstStep) {
    this.slope = slope;
    best = start;
    this.axes = axes;
    steps = new double[axes.length];
    Arrays.fill(steps, firstStep);
  }

  /** Climbs by moving. */
  static Found byMoving(Slope slope, Found start, double firstStep, double lastStep) {
    return new Climb(slope, start, OBLIQUE_2, firstStep).to(lastStep);
  }

  /** Climbs by moving and turning. */
  static Found byTurning(Slope slope, Found start, double firstStep, double lastStep) {
    return new Climb(slope, start, OBLIQUE_3, firstStep).to(lastStep);
  }

  private Found to(double lastStep) {
    while (longestStep() >= lastStep) {
      double[] led = new double[steps.length];
      do {
        for (int i = 0; i < steps.length; i++) {
          step(i, led);
        }
      } while (longestStep() >= lastStep && longestStep() > SPENT * length(led));
      axes = turned(axes, led);
    }
    return best;
  }

  private void step(int axis, double[] led) {
    double[] move = new double[steps.length];
    for (int k = 0; k < move.length; k++) {
      move[k] = steps[axis] * axes[axis][k];
    }
    Found next = slope.higher(best, move);
    if (next == null) {
      steps[axis] *= SHRINKAGE;
    } else {
      best = next;
      led[axis] += steps[axis];
      steps[axis] *= GROWTH;
    }
  }

  private double longestStep() {
    double longest = 0;
    for (double step : steps) {
      longest = Math.max(longest, Math.abs(step));
    }
    return longest;
  }

  private static double length(double[] vector) {
    double squared = 0;
    for (double each : vector) {
      squared += each * each;
    }
    return Math.sqrt(squared);
  }

  /**
   * Turns the axes, by Gram and Schmidt: the first goes the whole way that was climbed, the second
   * what the other axes than the first have led, and so on. Where one has led nowhere all stay.
   */
  private static double[][] turned(double[][] axes, double[] led) {
    int size = led.length;
    double[][] turned = new double[size][size];
    for (int i = size - 1; i >= 0; i--) {
      for (int k = 0; k < size; k++) {
        turned[i][k] = led[i] * axes[i][k] + (i + 1 < size ? turned[i + 1][k] : 0);
      }
    }
    double shortest = 1e-6 * length(led);
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < i; j++) {
        double along = 0;
        for (int k = 0; k < size; k++) {
          along += turned[i][k] * turned[j][k];
        }
        for (int k = 0; k < size; k++) {
          turned[i][k] -= along * turned[j][k];
        }
      }
      double length = length(turned[i]);
      if (length <= shortest) {
        return axes;
      }
      for (int k = 0; k < size; k++) {
        turned[i][k] /= length;
      }
    }
    return turned;
  }
}
