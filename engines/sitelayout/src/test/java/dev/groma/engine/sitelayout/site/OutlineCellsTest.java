package dev.groma.engine.sitelayout.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.engine.EngineContext;
import dev.groma.engine.sitelayout.ground.Raster;
import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class OutlineCellsTest {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void whatIsLeftAreTheCellsFartherFromTheOutlineThanTheDistance(long seed) throws Exception {
    Random random = new Random(seed);
    Coordinate[] ring = new Coordinate[12];
    for (int i = 0; i < 11; i++) {
      double radius = 20 + 40 * random.nextDouble();
      ring[i] =
          new Coordinate(
              50 + radius * Math.cos(2 * Math.PI * i / 11),
              50 + radius * Math.sin(2 * Math.PI * i / 11));
    }
    ring[11] = ring[0].copy();
    Geometry hole = FACTORY.createPoint(new Coordinate(50, 50)).buffer(9);
    Geometry site = FACTORY.createPolygon(ring).difference(hole);
    Raster raster = new Raster(60, 40, -3, -4, 2, 3);
    double distance = 1 + 6 * random.nextDouble();
    BitSet cells = CellFill.of(site, raster);
    OutlineCells.clearNear(site, distance, raster, cells, EngineContext.silent());
    assertThat(cells.cardinality()).isPositive();
    for (int cell = 0; cell < raster.size(); cell++) {
      Geometry centre =
          FACTORY.createPoint(new Coordinate(raster.x(cell % 60), raster.y(cell / 60)));
      boolean far = site.covers(centre) && site.getBoundary().distance(centre) >= distance;
      assertThat(cells.get(cell)).as("seed %s, cell %s", seed, cell).isEqualTo(far);
    }
  }
}
