package dev.groma.engine.sitefit.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.groma.engine.geometry.Points;
import dev.groma.engine.ring.SoundPolygon;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The field against plain loops over all edges, inside, outside and beyond its grid. */
class DistanceFieldTest {

  private static Shape random(Random random) {
    int corners = 5 + random.nextInt(40);
    double[] xy = new double[2 * corners + 2];
    for (int i = 0; i <= corners; i++) {
      double angle = 2 * Math.PI * (i % corners) / corners;
      double radius = 10 + 8 * new Random(31L * corners + i % corners).nextDouble();
      xy[2 * i] = radius * Math.cos(angle);
      xy[2 * i + 1] = radius * Math.sin(angle);
    }
    Points hole = Points.of(-2, -2, -1, 3, 4, 2, -2, -2);
    return Shape.of(List.of(new SoundPolygon(Points.of(xy), List.of(hole))), 3, -5);
  }

  @Test
  void knowsTheDistanceAndTheSideOfEveryPoint() {
    Random random = new Random(1);
    for (int i = 0; i < 40; i++) {
      Shape shape = random(random);
      DistanceField field = new DistanceField(shape, 4);
      for (int j = 0; j < 500; j++) {
        double x = 60 * random.nextDouble() - 33;
        double y = 60 * random.nextDouble() - 25;
        double expected = shape.signedDistance(x, y);
        assertThat(field.signedDistance(x, y)).isCloseTo(expected, within(1e-12));
        Sounding sounding = field.sounding(x, y);
        assertThat(sounding.distance()).isCloseTo(expected, within(1e-12));
        double nearestX = x - sounding.x() * Math.abs(expected);
        double nearestY = y - sounding.y() * Math.abs(expected);
        assertThat(shape.squaredDistanceToBoundary(nearestX, nearestY)).isLessThan(1e-20);
      }
    }
  }

  @Test
  void boundsTheDistancesInASquare() {
    Random random = new Random(2);
    for (int i = 0; i < 400; i++) {
      Shape shape = random(random);
      DistanceField field = new DistanceField(shape, 4);
      double x = 20 * random.nextDouble() - 13;
      double y = 20 * random.nextDouble() - 5;
      double half = 2 * random.nextDouble() * random.nextDouble();
      double most = field.mostWithin(x, y, field.sounding(x, y), half);
      for (int j = 0; j < 50; j++) {
        double px = x + half * (2 * random.nextDouble() - 1);
        double py = y + half * (2 * random.nextDouble() - 1);
        assertThat(shape.signedDistance(px, py)).isLessThanOrEqualTo(most + 1e-12);
      }
    }
  }
}
