package dev.groma.engine.sitelayout.roads;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The profile that moves least earth: of all elevations at the stations that never exceed a grade,
 * those with the least sum of |z - ground| weighted by length.
 *
 * <p>Exact, by the slope trick: the least cost up to a station is a convex, piecewise linear
 * function of the elevation there; a step to the next station pushes its falling and its rising
 * part apart by the rise that the grade allows, and adds |z - ground|. Both parts are heaps of
 * break points, so n stations take O(n log n). The same problem is known as Lipschitz isotonic
 * regression (P. K. Agarwal, J. M. Phillips and B. Sadri, 2010).
 */
public final class ProfileFit {

  private ProfileFit() {}

  /**
   * Fits a profile.
   *
   * @param distance from each station to the next, in metres; one fewer than stations, all above 0
   * @param ground elevation at each station
   * @param grade steepest allowed, metres a metre
   * @param first elevation of the first station, where it is given
   * @param last elevation of the last station, where it is given
   * @return elevations, or null where the ends are further apart than the grade allows
   */
  public static double @Nullable [] fit(
      double[] distance, double[] ground, double grade, OptionalDouble first, OptionalDouble last) {
    int stations = ground.length;
    if (first.isPresent() && last.isPresent() && !allows(distance, grade, first, last)) {
      return null;
    }
    Breaks falling = new Breaks(-1);
    Breaks rising = new Breaks(1);
    double[] low = new double[stations];
    double[] high = new double[stations];
    for (int i = 0; i < stations; i++) {
      if (i == 0 && first.isPresent()) {
        falling.add(first.getAsDouble(), Double.POSITIVE_INFINITY);
        rising.add(first.getAsDouble(), Double.POSITIVE_INFINITY);
      } else {
        addDistance(falling, rising, ground[i], weight(distance, i));
      }
      low[i] = falling.top();
      high[i] = rising.top();
      if (i + 1 < stations) {
        falling.shift(-grade * distance[i]);
        rising.shift(grade * distance[i]);
      }
    }
    return traceBack(low, high, distance, ground, grade, last);
  }

  private static boolean allows(
      double[] distance, double grade, OptionalDouble first, OptionalDouble last) {
    double length = 0;
    for (double step : distance) {
      length += step;
    }
    return Math.abs(first.getAsDouble() - last.getAsDouble()) <= grade * length;
  }

  /** Half of the way to either neighbour. */
  private static double weight(double[] distance, int station) {
    double before = station == 0 ? 0 : distance[station - 1];
    double after = station == distance.length ? 0 : distance[station];
    return (before + after) / 2;
  }

  private static void addDistance(Breaks falling, Breaks rising, double ground, double weight) {
    falling.add(ground, weight);
    falling.moveTo(rising, weight);
    rising.add(ground, weight);
    rising.moveTo(falling, weight);
  }

  /** Of the cheapest elevations of a station the one nearest to the ground that the next allows. */
  private static double[] traceBack(
      double[] low,
      double[] high,
      double[] distance,
      double[] ground,
      double grade,
      OptionalDouble last) {
    int end = ground.length - 1;
    double[] z = new double[ground.length];
    z[end] = last.isPresent() ? last.getAsDouble() : clamp(ground[end], low[end], high[end]);
    for (int i = end - 1; i >= 0; i--) {
      double rise = grade * distance[i];
      z[i] = clamp(clamp(ground[i], low[i], high[i]), z[i + 1] - rise, z[i + 1] + rise);
    }
    return z;
  }

  private static double clamp(double value, double low, double high) {
    return Math.max(Math.min(value, high), Math.min(low, high));
  }
}
