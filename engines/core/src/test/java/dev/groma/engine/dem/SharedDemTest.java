package dev.groma.engine.dem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.groma.engine.EngineContext;
import dev.groma.engine.Input;
import dev.groma.engine.terrain.Grid;
import dev.groma.engine.terrain.Window;
import dev.groma.engine.testing.SharedFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real elevation models, and what GDAL said of them. */
class SharedDemTest {

  private static JsonNode expected() throws Exception {
    return new ObjectMapper().readTree(SharedFiles.of("sitelayout/dem/expected.json").toFile());
  }

  private static Grid read(String file, String crs) throws Exception {
    Dem dem = Dem.open(Input.ofFile("dem", SharedFiles.of("sitelayout/dem/" + file)), crs);
    return dem.read(dem.frame().bounds(), 1 << 20, EngineContext.silent());
  }

  private static double[] leastMostMean(Grid grid) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    double sum = 0;
    for (float value : grid.values()) {
      if (!Float.isNaN(value)) {
        least = Math.min(least, value);
        most = Math.max(most, value);
        sum += value;
      }
    }
    return new double[] {least, most, sum / (grid.values().length - grid.noDataCells())};
  }

  @Test
  void readsTheGeoTiffAsExpected() throws Exception {
    JsonNode expected = expected().get("dem");
    Grid grid = read("dem.tif", null);
    assertThat(grid.crs()).isEqualTo("EPSG:26915");
    assertThat(grid.frame().columns()).isEqualTo(400);
    assertThat(grid.frame().rows()).isEqualTo(400);
    assertThat(grid.frame().bounds().minX())
        .isCloseTo(expected.get("origin").get(0).asDouble(), within(1e-6));
    assertThat(grid.frame().bounds().maxY())
        .isCloseTo(expected.get("origin").get(1).asDouble(), within(1e-6));
    double[] statistics = leastMostMean(grid);
    assertThat(statistics[0]).isEqualTo(expected.get("z_min").asDouble());
    assertThat(statistics[1]).isEqualTo(expected.get("z_max").asDouble());
    assertThat(statistics[2]).isCloseTo(expected.get("z_mean").asDouble(), within(1e-9));
    for (JsonNode sample : expected.get("samples")) {
      assertThat((double) grid.value(sample.get("col").asInt(), sample.get("row").asInt()))
          .isEqualTo(sample.get("value").asDouble());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "DEM-kootenai_37x50_1x1.asc,50,37,1,1850,537.360,543.810,539.846",
    "bijou_gully_subset_5m_edit_dx_filled.asc,105,77,4.988744589,8085,1673.068,1729.865,1709.865",
    "west_bijou_escarpment_snippet.asc,129,67,0.000277777778,8643,1690,1807,1746.585"
  })
  void readsTheAsciiGridsAsExpected(
      String file,
      int columns,
      int rows,
      double cell,
      int valid,
      double least,
      double most,
      double mean)
      throws Exception {
    Grid grid = read(file, cell < 0.1 ? "EPSG:4326" : "EPSG:32611");
    assertThat(grid.frame().columns()).isEqualTo(columns);
    assertThat(grid.frame().rows()).isEqualTo(rows);
    assertThat(grid.frame().cellWidth()).isEqualTo(cell);
    assertThat(grid.values().length - grid.noDataCells()).isEqualTo(valid);
    assertThat(leastMostMean(grid)).containsExactly(new double[] {least, most, mean}, within(6e-4));
    JsonNode expected = expected().get("ascii").get(file);
    assertThat(grid.frame().bounds().minX())
        .isCloseTo(expected.get("gt").get(0).asDouble(), within(1e-9));
    assertThat(grid.frame().bounds().maxY())
        .isCloseTo(expected.get("gt").get(3).asDouble(), within(1e-6));
    JsonNode samples = expected.get("samples");
    assertThat(samples).hasSizeGreaterThan(0);
    for (JsonNode sample : samples) {
      assertThat((double) grid.value(sample.get("col").asInt(), sample.get("row").asInt()))
          .isEqualTo(sample.get("value").asDouble());
    }
  }

  @Test
  void readsAWindowOfTheGeoTiffWithoutTheRest() throws Exception {
    Grid whole = read("dem.tif", null);
    Dem dem = Dem.open(Input.ofFile("dem", SharedFiles.of("sitelayout/dem/dem.tif")), null);
    Window window = new Window(120, 250, 150, 9);
    Grid part =
        dem.read(
            window.frameIn(dem.frame()).bounds().grown(-0.5), 160 * 20, EngineContext.silent());
    int column = (int) Math.round(whole.frame().column(part.frame().originX()));
    int row = (int) Math.round(whole.frame().row(part.frame().originY()));
    assertThat(part.values())
        .isEqualTo(whole.crop(column, row, part.frame().columns(), part.frame().rows()).values());
  }
}
