package dev.groma.engine.dem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.engine.crs.Crs;
import dev.groma.engine.crs.CrsLookup;
import dev.groma.engine.crs.LonLat;
import dev.groma.engine.crs.Position;
import dev.groma.engine.terrain.GridFrame;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WarpTest {

  private static Crs crs(String code) {
    return ((CrsLookup.Found) CrsLookup.of(code)).crs();
  }

  @ParameterizedTest
  @CsvSource({
    "EPSG:32633,EPSG:4326,15.2,40",
    "EPSG:32633,EPSG:4326,17.9,60",
    "EPSG:32733,EPSG:4326,12.1,-35",
    "EPSG:32633,EPSG:5514,15.5,50",
    "EPSG:32633,EPSG:3857,13,55",
    "EPSG:32615,EPSG:26915,-93.9,46.5"
  })
  void staysWithinTwoMillimetresOfTheProjection(
      String target, String source, double longitude, double latitude) {
    Crs from = crs(target);
    Crs to = crs(source);
    Position corner = from.fromWgs84(new LonLat(longitude, latitude));
    GridFrame frame = new GridFrame(300, 200, corner.x(), corner.y(), 10, 10);
    Warp warp = new Warp(frame, from, to);
    double metresX = to.isGeographic() ? DegreeLength.ofLongitude(latitude) : to.metresPerUnit();
    double metresY = to.isGeographic() ? DegreeLength.ofLatitude(latitude) : to.metresPerUnit();
    for (double row = -0.5; row <= 199.5; row += 3.7) {
      for (double column = -0.5; column <= 299.5; column += 3.7) {
        LonLat place = from.toWgs84(corner.x() + 10 * column, corner.y() - 10 * row);
        Position exact = to.fromWgs84(place);
        double off =
            Math.hypot(
                (warp.x(column, row) - exact.x()) * metresX,
                (warp.y(column, row) - exact.y()) * metresY);
        assertThat(off).isLessThan(0.002);
      }
    }
  }
}
