package dev.groma.engine.geotiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.groma.engine.EngineContext;
import dev.groma.engine.Input;
import dev.groma.engine.Refusals;
import dev.groma.engine.terrain.Grid;
import dev.groma.engine.terrain.Window;
import dev.groma.engine.testing.Gdal;
import dev.groma.engine.testing.SharedFiles;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** GDAL reads what we write, and we read what it writes. */
class GdalTest {

  @TempDir Path folder;

  @BeforeAll
  static void requireGdal() {
    Gdal.require();
  }

  private static Grid read(Path file) throws Exception {
    GeoTiff tiff = GeoTiff.open(Input.ofFile("dem", file));
    return tiff.read(Window.all(tiff.frame()), EngineContext.silent());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-co TILED=YES",
        "-co TILED=YES -co BLOCKXSIZE=64 -co BLOCKYSIZE=32 -co COMPRESS=LZW",
        "-co TILED=YES -co COMPRESS=LZW -co PREDICTOR=3",
        "-co TILED=YES -co COMPRESS=LZW -co PREDICTOR=2",
        "-co COMPRESS=DEFLATE -co PREDICTOR=3 -co BIGTIFF=YES",
        "-co COMPRESS=DEFLATE -co PREDICTOR=2 -co ENDIANNESS=BIG",
        "-co COMPRESS=DEFLATE -co PREDICTOR=3 -co ENDIANNESS=BIG -co BLOCKYSIZE=17",
        "-co COMPRESS=PACKBITS -co BIGTIFF=YES -co ENDIANNESS=BIG",
        "-ot Float64 -co COMPRESS=LZW -co PREDICTOR=3",
        "-ot Int16 -co COMPRESS=LZW -co PREDICTOR=2",
        "-ot UInt16 -co COMPRESS=DEFLATE -co PREDICTOR=2 -co TILED=YES",
        "-ot Int32 -co COMPRESS=LZW -co PREDICTOR=2",
        "-ot UInt32 -co COMPRESS=PACKBITS",
        "-ot Byte -scale 370 420 0 255 -co COMPRESS=LZW",
        "-co COMPRESS=DEFLATE -mo AREA_OR_POINT=Point",
        "-of COG -co COMPRESS=DEFLATE -co PREDICTOR=YES -co BLOCKSIZE=128",
        "-co COMPRESS=LZW -b 1 -b 1 -co INTERLEAVE=BAND",
        "-co COMPRESS=LZW -b 1 -b 1 -co INTERLEAVE=PIXEL"
      })
  void readsWhatGdalWritesAsGdalDoes(String options) throws Exception {
    Path written = folder.resolve("dem.tif");
    Gdal.translate(SharedFiles.of("sitelayout/dem/dem.tif"), written, options.split(" "));
    Grid ours = read(written);
    assertThat(ours.values()).usingElementComparator(GdalTest::compare).isEqualTo(raw(written));
    assertThat(ours.crs()).isEqualTo("EPSG:26915");
    JsonNode info = new ObjectMapper().readTree(Gdal.run("gdalinfo", "-json", written.toString()));
    assertSameFrame(ours, info);
  }

  private static int compare(Float ours, Float theirs) {
    return Math.abs(ours - theirs) <= 1e-6 ? 0 : Float.compare(ours, theirs);
  }

  /** The first band as GDAL reads it. */
  private float[] raw(Path tiff) throws Exception {
    Path raw = folder.resolve("dem.raw");
    Gdal.translate(tiff, raw, "-of", "ENVI", "-ot", "Float32", "-b", "1");
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(raw)).order(ByteOrder.LITTLE_ENDIAN);
    float[] values = new float[bytes.capacity() / 4];
    bytes.asFloatBuffer().get(values);
    return values;
  }

  private static void assertSameFrame(Grid ours, JsonNode info) {
    JsonNode transform = info.get("geoTransform");
    assertThat(ours.frame().bounds().minX()).isCloseTo(transform.get(0).asDouble(), within(1e-6));
    assertThat(ours.frame().cellWidth()).isCloseTo(transform.get(1).asDouble(), within(1e-9));
    assertThat(ours.frame().bounds().maxY()).isCloseTo(transform.get(3).asDouble(), within(1e-6));
    assertThat(-ours.frame().cellHeight()).isCloseTo(transform.get(5).asDouble(), within(1e-9));
    assertThat(info.get("size").get(0).asInt()).isEqualTo(ours.frame().columns());
    assertThat(info.get("size").get(1).asInt()).isEqualTo(ours.frame().rows());
  }

  @Test
  void readsDegreesAndPixelsThatArePointsAsGdalDoes() throws Exception {
    Path ascii = SharedFiles.of("sitelayout/dem/west_bijou_escarpment_snippet.asc");
    Path tiff = folder.resolve("dem.tif");
    Gdal.translate(ascii, tiff, "-a_srs", "EPSG:4326", "-mo", "AREA_OR_POINT=Point");
    Grid ours = read(tiff);
    assertThat(ours.crs()).isEqualTo("EPSG:4326");
    assertSameFrame(
        ours, new ObjectMapper().readTree(Gdal.run("gdalinfo", "-json", tiff.toString())));
  }

  @Test
  void refusesWhatGdalCompressesWithZstd() throws Exception {
    Path written = folder.resolve("dem.tif");
    Path dem = SharedFiles.of("sitelayout/dem/dem.tif");
    Gdal.translate(dem, written, "-co", "COMPRESS=ZSTD", "-co", "TILED=YES");
    assertThat(Refusals.of(() -> read(written))).contains("ZSTD compression is not read");
    Gdal.translate(dem, written, "-co", "COMPRESS=LERC");
    assertThat(Refusals.of(() -> read(written))).contains("LERC compression is not read");
  }

  @Test
  void readsSparseTilesAsNoHeight() throws Exception {
    Path sparse = folder.resolve("sparse.tif");
    Gdal.run(
        "gdal_create -q -outsize 300 200 -ot Float32 -a_srs EPSG:32633 -a_ullr 0 200 300 0 -co"
            .concat(" TILED=YES -co SPARSE_OK=TRUE -co COMPRESS=LZW ")
            .concat(sparse.toString())
            .split(" "));
    assertThat(read(sparse).noDataCells()).isEqualTo(60_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"EPSG:32633", "EPSG:4326", "EPSG:5514"})
  void writesWhatGdalReads(String crs) throws Exception {
    for (GeoTiffWriter.Compression compression : GeoTiffWriter.Compression.values()) {
      Grid grid = GeoTiffWriterTest.waves(300, 211, crs);
      Path written = folder.resolve("cutfill.tif");
      Files.write(written, GeoTiffWriterTest.write(grid, compression));
      assertThat(raw(written)).isEqualTo(grid.values());
      JsonNode info =
          new ObjectMapper().readTree(Gdal.run("gdalinfo", "-json", written.toString()));
      assertSameFrame(grid, info);
      assertThat(info.get("stac").get("proj:epsg").asInt())
          .isEqualTo(Integer.parseInt(crs.substring(5)));
      assertThat(info.get("bands").get(0).get("noDataValue").asText()).isEqualToIgnoringCase("nan");
      assertThat(info.get("metadata").get("").get("AREA_OR_POINT").asText()).isEqualTo("Area");
    }
  }
}
