package dev.groma.engine.draw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.engine.geometry.Points;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

class LabelSpotTest {

  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  @Test
  void isTheMiddleOfARectangle() {
    LabelSpot spot =
        LabelSpot.find(Points.of(0, 0, 100, 0, 100, 60, 0, 60, 0, 0), List.of(), List.of(), 40, 15);
    assertThat(spot).isEqualTo(new LabelSpot(50, 30));
  }

  @Test
  void isNoneWhereTheLabelIsTooWideOrTooHigh() {
    Points shell = Points.of(0, 0, 100, 0, 100, 60, 0, 60, 0, 0);
    assertThat(LabelSpot.find(shell, List.of(), List.of(), 95, 10)).isNull();
    assertThat(LabelSpot.find(shell, List.of(), List.of(), 10, 61)).isNull();
  }

  @Test
  void keepsOutOfTheNotchOfAnEll() {
    Points ell = Points.of(0, 0, 100, 0, 100, 20, 20, 20, 20, 100, 0, 100, 0, 0);
    LabelSpot spot = LabelSpot.find(ell, List.of(), List.of(), 50, 12);
    assertThat(spot).isNotNull();
    assertThat(spot.y()).isBetween(6.0, 14.0);
    assertThat(spot.x()).isBetween(25.0, 75.0);
  }

  @Test
  void keepsOffIslands() {
    Points shell = Points.of(0, 0, 100, 0, 100, 100, 0, 100, 0, 0);
    Points hole = Points.of(20, 30, 20, 70, 95, 70, 95, 30, 20, 30);
    LabelSpot spot = LabelSpot.find(shell, List.of(hole), List.of(), 40, 10);
    assertThat(spot).isNotNull();
    assertThat(Math.abs(spot.y() - 50)).isGreaterThan(25);
  }

  @Test
  void keepsOffLinesInTheRoom() {
    Points shell = Points.of(0, 0, 100, 0, 100, 40, 0, 40, 0, 0);
    Points line = Points.of(40, -10, 40, 50);
    LabelSpot spot = LabelSpot.find(shell, List.of(), List.of(line), 50, 10);
    assertThat(spot).isEqualTo(new LabelSpot(70, 20));
    assertThat(LabelSpot.find(shell, List.of(), List.of(line), 60, 10)).isNull();
  }

  /** Random star-shaped polygons with a hole: a label at the spot lies inside, says JTS. */
  @Test
  void putsEveryLabelInside() {
    Random random = new Random(42);
    int found = 0;
    for (int round = 0; round < 2_000; round++) {
      double[] shell = star(random, random.nextInt(3, 40), 40, 100);
      double[] hole = star(random, random.nextInt(3, 12), 2, 25);
      double width = random.nextDouble(5, 60);
      double height = random.nextDouble(4, 20);
      LabelSpot spot =
          LabelSpot.find(Points.of(shell), List.of(Points.of(hole)), List.of(), width, height);
      if (spot == null) {
        continue;
      }
      found++;
      Polygon polygon =
          GEOMETRY.createPolygon(
              ring(shell), new org.locationtech.jts.geom.LinearRing[] {ring(hole)});
      Geometry label =
          GEOMETRY.toGeometry(
              new Envelope(
                  spot.x() - width / 2,
                  spot.x() + width / 2,
                  spot.y() - height / 2,
                  spot.y() + height / 2));
      assertThat(polygon.covers(label)).as("round %d: %s in %s", round, label, polygon).isTrue();
    }
    assertThat(found).isGreaterThan(1_000);
  }

  private static double[] star(Random random, int corners, double inner, double outer) {
    List<Double> xy = new ArrayList<>();
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * i / corners;
      double radius = random.nextDouble(inner, outer);
      xy.add(radius * Math.cos(angle));
      xy.add(radius * Math.sin(angle));
    }
    xy.add(xy.get(0));
    xy.add(xy.get(1));
    return xy.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static org.locationtech.jts.geom.LinearRing ring(double[] xy) {
    Coordinate[] points = new Coordinate[xy.length / 2];
    for (int i = 0; i < points.length; i++) {
      points[i] = new Coordinate(xy[2 * i], xy[2 * i + 1]);
    }
    LineString ring = GEOMETRY.createLinearRing(points);
    return (org.locationtech.jts.geom.LinearRing) ring;
  }
}
