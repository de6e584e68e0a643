package dev.groma.engine.sitelayout.roads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileFitTest {

  private static final OptionalDouble FREE = OptionalDouble.empty();

  @Test
  void groundWithinTheGradeIsFollowed() {
    double[] ground = {10, 10.4, 10.1, 9.8};
    assertThat(ProfileFit.fit(new double[] {5, 5, 5}, ground, 0.1, FREE, FREE)).isEqualTo(ground);
  }

  @Test
  void aStepIsClimbedAtTheGradeHalfInCutAndHalfOnFill() {
    double[] ground = new double[41];
    Arrays.fill(ground, 20, 41, 10);
    double[] distance = new double[40];
    Arrays.fill(distance, 10);
    double[] z = ProfileFit.fit(distance, ground, 0.1, FREE, FREE);
    assertThat(z[0]).isZero();
    assertThat(z[40]).isEqualTo(10);
    assertThat(cost(z, ground)).isCloseTo(10 * 10 / 4.0, within(1e-9));
  }

  @Test
  void givenEndsAreKeptAndEndsTooFarApartAreRefused() {
    double[] ground = {0, 0, 0};
    double[] distance = {50, 50};
    double[] z = ProfileFit.fit(distance, ground, 0.1, OptionalDouble.of(3), OptionalDouble.of(-4));
    assertThat(z).isNotNull();
    assertThat(z[0]).isEqualTo(3);
    assertThat(z[2]).isEqualTo(-4);
    assertThat(ProfileFit.fit(distance, ground, 0.1, OptionalDouble.of(6), OptionalDouble.of(-5)))
        .isNull();
  }

  /** A slow reference: dynamic programming over elevations in steps that the grade divides. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void noProfileMovesLessEarth(long seed) {
    Random random = new Random(seed);
    int stations = 30;
    double[] ground = new double[stations];
    for (int i = 1; i < stations; i++) {
      ground[i] = ground[i - 1] + random.nextInt(-5, 6);
    }
    double[] distance = new double[stations - 1];
    Arrays.fill(distance, 10);
    OptionalDouble first = seed % 2 == 0 ? OptionalDouble.of(ground[0] + 3) : FREE;
    double[] z = ProfileFit.fit(distance, ground, 0.1, first, FREE);
    assertThat(z).isNotNull();
    for (int i = 1; i < stations; i++) {
      assertThat(Math.abs(z[i] - z[i - 1])).isLessThanOrEqualTo(1 + 1e-9);
    }
    double own = cost(z, ground) - (first.isPresent() ? Math.abs(z[0] - ground[0]) / 2 : 0);
    assertThat(own).as("seed %s", seed).isCloseTo(slow(ground, first), within(1e-9));
  }

  /** Weighted as the fit weighs: the outer stations by half. */
  private static double cost(double[] z, double[] ground) {
    double sum = 0;
    for (int i = 0; i < z.length; i++) {
      double weight = i == 0 || i == z.length - 1 ? 0.5 : 1;
      sum += weight * Math.abs(z[i] - ground[i]);
    }
    return sum;
  }

  /** With a step of 1 a station and whole-metre ground some optimum is in whole metres. */
  private static double slow(double[] ground, OptionalDouble first) {
    int from = -200;
    double[] best = new double[401];
    for (int k = 0; k < best.length; k++) {
      double z = from + k;
      best[k] =
          first.isPresent()
              ? (z == first.getAsDouble() ? 0 : Double.POSITIVE_INFINITY)
              : 0.5 * Math.abs(z - ground[0]);
    }
    for (int i = 1; i < ground.length; i++) {
      double[] next = new double[401];
      double weight = i == ground.length - 1 ? 0.5 : 1;
      for (int k = 0; k < next.length; k++) {
        double least = best[k];
        if (k > 0) {
          least = Math.min(least, best[k - 1]);
        }
        if (k < 400) {
          least = Math.min(least, best[k + 1]);
        }
        next[k] = least + weight * Math.abs(from + k - ground[i]);
      }
      best = next;
    }
    return Arrays.stream(best).min().orElseThrow();
  }
}
