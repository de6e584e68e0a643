package dev.groma.engine.rooms.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OrientationTest {

  @Test
  void agreesWithDecimalArithmeticNearTheLine() {
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      double ax = random.nextDouble() * 9;
      double ay = random.nextDouble() * 9;
      double bx = random.nextDouble() * 9;
      double by = random.nextDouble() * 9;
      double share = random.nextDouble();
      double cx = ax + share * (bx - ax) + random.nextInt(3) * Math.ulp(ax);
      double cy = ay + share * (by - ay) + random.nextInt(3) * Math.ulp(ay);

      int expected = slow(ax, ay, bx, by, cx, cy);

      assertThat(Orientation.of(ax, ay, bx, by, cx, cy))
          .as(() -> ax + " " + ay + ", " + bx + " " + by)
          .isEqualTo(expected);
      assertThat(Orientation.of(bx, by, ax, ay, cx, cy)).isEqualTo(-expected);
      assertThat(Orientation.of(bx, by, cx, cy, ax, ay)).isEqualTo(expected);
    }
  }

  @Test
  void pointsOnALatticeLineAreOnTheLine() {
    for (int i = 0; i < 100; i++) {
      assertThat(Orientation.of(0, 0, 0.1 * 1024, 0.3 * 1024, 0.1 * i, 0.1 * i * 3))
          .isEqualTo(slow(0, 0, 0.1 * 1024, 0.3 * 1024, 0.1 * i, 0.1 * i * 3));
      assertThat(Orientation.of(0, 0, 1024, 3072, i, 3 * i)).isZero();
    }
  }

  private static int slow(double ax, double ay, double bx, double by, double cx, double cy) {
    BigDecimal left = minus(ax, cx).multiply(minus(by, cy));
    BigDecimal right = minus(ay, cy).multiply(minus(bx, cx));
    return left.subtract(right).signum();
  }

  private static BigDecimal minus(double a, double b) {
    return new BigDecimal(a).subtract(new BigDecimal(b));
  }
}
