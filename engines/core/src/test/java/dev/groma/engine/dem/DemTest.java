package dev.groma.engine.dem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.groma.engine.CancelledException;
import dev.groma.engine.EngineContext;
import dev.groma.engine.Input;
import dev.groma.engine.Refusals;
import dev.groma.engine.crs.Crs;
import dev.groma.engine.crs.CrsLookup;
import dev.groma.engine.crs.LonLat;
import dev.groma.engine.crs.Position;
import dev.groma.engine.geometry.Bounds;
import dev.groma.engine.terrain.Grid;
import dev.groma.engine.terrain.GridFrame;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;

class DemTest {

  private static final EngineContext SILENT = EngineContext.silent();
  private static final long MANY = 1 << 22;

  private static Crs crs(String code) {
    return ((CrsLookup.Found) CrsLookup.of(code)).crs();
  }

  /** An ASCII grid over a box, from heights at the centres. */
  private static Input ascii(
      int columns, int rows, double west, double south, double cell, DoubleBinaryOperator ground) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "ncols %d nrows %d xllcorner %s yllcorner %s cellsize %s\n",
            columns,
            rows,
            west,
            south,
            cell));
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        double x = west + (column + 0.5) * cell;
        double y = south + (rows - row - 0.5) * cell;
        text.append((float) ground.applyAsDouble(x, y)).append(' ');
      }
    }
    return Input.ofText("dem", text.toString());
  }

  private static Input flat() {
    return ascii(100, 80, 500_000, 4_500_000, 10, (x, y) -> 100);
  }

  @Test
  void saysBySideAndMetresWhatIsNotCovered() throws Exception {
    Dem dem = Dem.open(flat(), "EPSG:32633");
    assertThat(dem.format()).isEqualTo(DemFormat.ESRI_ASCII);
    assertThat(dem.coverage(dem.frame().bounds()).isComplete()).isTrue();
    Bounds site = new Bounds(499_750, 4_500_100, 500_750, 4_500_900.5);
    assertThat(Refusals.of(() -> dem.read(site, MANY, SILENT)))
        .contains("does not cover the site", "65.5 %", "250 m in the west, 100.5 m in the north");
    Bounds elsewhere = new Bounds(600_000, 4_500_100, 600_100, 4_500_900);
    assertThat(Refusals.of(() -> dem.read(elsewhere, MANY, SILENT)))
        .contains("covers 0 %", "99100 m in the east");
  }

  @Test
  void measuresWhatIsMissingInMetresWhereCoordinatesAreDegrees() throws Exception {
    Dem dem = Dem.open(ascii(10, 10, 15, 40, 0.01, (x, y) -> 1), "EPSG:4326");
    Coverage coverage = dem.coverage(new Bounds(14.99, 39.98, 15.1, 40.1));
    assertThat(coverage.west()).isCloseTo(853.9, within(1.5));
    assertThat(coverage.south()).isCloseTo(2220.8, within(1.5));
    assertThat(coverage.east() + coverage.north()).isLessThan(1e-6);
  }

  @Test
  void refusesMoreCellsThanAllowedBeforeItReads() throws Exception {
    Dem dem = Dem.open(flat(), "EPSG:32633");
    assertThat(Refusals.of(() -> dem.read(dem.frame().bounds(), 7999, SILENT)))
        .contains("has 8,000 cells of the elevation model, more than the 7,999", "gdalwarp -tr");
  }

  @Test
  void needsACoordinateSystemAndNeverTwo() {
    assertThat(Refusals.of(() -> Dem.open(flat(), null))).contains("does not name", "EPSG:32633");
    assertThat(Refusals.of(() -> Dem.open(flat(), "EPSG:99999"))).contains("is not known");
    assertThat(Refusals.of(() -> Dem.open(flat(), "EPSG:5513"))).contains("EPSG:5514");
  }

  @Test
  void namesWhatItCannotRead() {
    byte[] png = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};
    assertThat(Refusals.of(() -> Dem.open(Input.ofBytes("dem", png), null))).contains("a picture");
    byte[] zip = "PK\3\4....".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(Refusals.of(() -> Dem.open(Input.ofBytes("dem", zip), null))).contains("unpack");
    assertThat(Refusals.of(() -> Dem.open(Input.ofText("dem", ""), null))).contains("is empty");
    assertThat(Refusals.of(() -> Dem.open(Input.ofText("dem", "1;2;3"), null)))
        .contains("no known format", "GeoTIFF, ESRI ASCII grid and HGT");
  }

  @Test
  void refusesNumbersThatOnlyStandForNoData() throws Exception {
    for (String number : new String[] {"-9999", "-32768", "3.4e38"}) {
      Input input =
          Input.ofText(
              "dem",
              "ncols 4 nrows 2 xllcorner 0 yllcorner 0 cellsize 1\n1 1 1 1 1 " + number + " 1 1");
      Dem dem = Dem.open(input, "EPSG:32633");
      assertThat(Refusals.of(() -> dem.read(dem.frame().bounds(), MANY, SILENT)))
          .contains("column 1, row 1: the height", "cannot be ground", "NODATA");
    }
  }

  @Test
  void putsAPlaneOnAnotherGridExactly() throws Exception {
    DoubleBinaryOperator plane = (x, y) -> 0.125 * (x - 500_000) - 0.25 * (y - 4_500_000);
    Dem dem = Dem.open(ascii(120, 110, 500_000, 4_500_000, 1, plane), "EPSG:32633");
    for (double cell : new double[] {0.5, 1, 3, 10}) {
      int columns = (int) (80 / cell);
      GridFrame target = new GridFrame(columns, columns, 500_015.25, 4_500_095.5, cell, cell);
      Grid grid = dem.onto(target, crs("EPSG:32633"), MANY, SILENT);
      assertThat(grid.frame()).isEqualTo(target);
      for (int row = 0; row < columns; row++) {
        for (int column = 0; column < columns; column++) {
          assertThat((double) grid.value(column, row))
              .isCloseTo(plane.applyAsDouble(target.x(column), target.y(row)), within(1e-4));
        }
      }
    }
  }

  @Test
  void resamplesDegreesThroughTheCoordinateSystemNotByStretching() throws Exception {
    Crs utm = crs("EPSG:32633");
    // Heights that are the easting and northing themselves, so that a shift shows as a height.
    Position middle = utm.fromWgs84(new LonLat(16.2, 40.1));
    for (boolean easting : new boolean[] {true, false}) {
      DoubleBinaryOperator ground =
          (lon, lat) -> {
            Position there = utm.fromWgs84(new LonLat(lon, lat));
            return easting ? there.x() - middle.x() : there.y() - middle.y();
          };
      Dem dem = Dem.open(ascii(180, 180, 16.175, 40.075, 1 / 3600.0, ground), "EPSG:4326");
      GridFrame target = new GridFrame(150, 150, middle.x() - 1500, middle.y() + 1500, 20, 20);
      Grid grid = dem.onto(target, utm, MANY, SILENT);
      for (int row = 0; row < 150; row += 7) {
        for (int column = 0; column < 150; column += 7) {
          double expected = easting ? target.x(column) - middle.x() : target.y(row) - middle.y();
          assertThat((double) grid.value(column, row)).isCloseTo(expected, within(0.01));
        }
      }
    }
  }

  @Test
  void isCancelledWhileItReads() throws Exception {
    Dem dem = Dem.open(flat(), "EPSG:32633");
    EngineContext cancelled =
        new EngineContext() {
          @Override
          public void progress(int percent, String stage) {}

          @Override
          public void checkCancelled() throws CancelledException {
            throw new CancelledException();
          }
        };
    assertThatThrownBy(() -> dem.read(dem.frame().bounds(), MANY, cancelled))
        .isInstanceOf(CancelledException.class);
  }
}
