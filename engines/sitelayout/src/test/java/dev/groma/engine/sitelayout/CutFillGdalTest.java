package dev.groma.engine.sitelayout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.groma.engine.Input;
import dev.groma.engine.testing.Gdal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code cutfill.tif} as GDAL reads it, against the plane that the ground is. */
class CutFillGdalTest {

  private static final int CELLS = 200;
  private static final double EAST = 0.0625;
  private static final double NORTH = -0.03125;
  private static final double PAD = 7.5;

  @TempDir Path folder;

  @BeforeAll
  static void requireGdal() throws Exception {
    Gdal.require();
  }

  /** Elevation at a place of the plane, whose floats are exact. */
  private static double ground(double easting, double northing) {
    return EAST * (easting - 450_000) + NORTH * (northing - 4_500_000);
  }

  private static String model() {
    StringBuilder text =
        new StringBuilder(
            "ncols 200\nnrows 200\nxllcenter 450000\nyllcenter 4500000\ncellsize 2\n");
    for (int row = CELLS - 1; row >= 0; row--) {
      for (int column = 0; column < CELLS; column++) {
        text.append(ground(450_000 + 2 * column, 4_500_000 + 2 * row)).append(' ');
      }
      text.append('\n');
    }
    return text.toString();
  }

  @Test
  void gdalReadsThePlaceTheSystemTheGapsAndEveryMetreOfCutAndFill() throws Exception {
    EngineRun run =
        EngineRun.of(
            """
            {"crs": "EPSG:32630", "terrain": {"demCrs": "EPSG:32630"}, "fixedAssets": [
              {"lengthMetres": 60, "widthMetres": 40, "position": {"east": 450200, "north": 4500200},
               "elevation": "fixed", "elevationMetres": 7.5}]}
            """,
            Input.ofText(
                "boundary",
                """
                {"type": "Polygon", "coordinates": [[[450010, 4500010], [450380, 4500010],
                  [450380, 4500380], [450010, 4500380], [450010, 4500010]]]}
                """),
            Input.ofText("dem", model()));
    Path tiff = Files.write(folder.resolve("cutfill.tif"), run.artifact("cutfill.tif"));
    JsonNode info = EngineRun.JSON.readTree(Gdal.run("gdalinfo", "-json", tiff.toString()));
    assertThat(info.at("/stac/proj:epsg").asInt()).isEqualTo(32630);
    assertThat(info.at("/bands/0/noDataValue").asText()).isEqualToIgnoringCase("nan");
    double west = info.at("/geoTransform/0").asDouble();
    double north = info.at("/geoTransform/3").asDouble();
    assertThat(info.at("/geoTransform/1").asDouble()).isEqualTo(2);
    assertThat(info.at("/geoTransform/5").asDouble()).isEqualTo(-2);
    // Cells of the file are cells of the model, whose edges lie on odd metres.
    assertThat((west - 449_999) % 2).isCloseTo(0, within(1e-6));
    assertThat((north - 4_499_999) % 2).isCloseTo(0, within(1e-6));

    Path raw = folder.resolve("cutfill.raw");
    Gdal.run("gdal_translate", "-q", "-of", "ENVI", tiff.toString(), raw.toString());
    var values =
        ByteBuffer.wrap(Files.readAllBytes(raw)).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    int columns = info.at("/size/0").asInt();
    int onThePad = 0;
    for (int at = 0; at < values.capacity(); at++) {
      double easting = west + 2 * (at % columns) + 1;
      double northing = north - 2 * (at / columns) - 1;
      if (Math.abs(easting - 450_200) < 30 && Math.abs(northing - 4_500_200) < 20) {
        double above = PAD - ground(easting, northing);
        assertThat((double) values.get(at)).isCloseTo(above, within(1e-6));
        onThePad++;
      }
    }
    assertThat(onThePad).isEqualTo(29 * 19);
    assertThat(Float.isNaN(values.get(0))).isTrue();
  }
}
