package dev.groma.engine.geotiff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.engine.EngineContext;
import dev.groma.engine.Input;
import dev.groma.engine.Refusals;
import dev.groma.engine.terrain.Grid;
import dev.groma.engine.terrain.GridFrame;
import dev.groma.engine.terrain.Window;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class GeoTiffTest {

  private static final int COLUMNS = 61;
  private static final int ROWS = 47;

  private static Grid read(byte[] tiff) throws Exception {
    GeoTiff file = GeoTiff.open(Input.ofBytes("dem", tiff));
    return file.read(Window.all(file.frame()), EngineContext.silent());
  }

  private static String refusal(TiffBuilder tiff) {
    return Refusals.of(() -> read(tiff.build()));
  }

  /** Rough ground that every type can hold. */
  private static double[] ground(SampleType type) {
    Random random = new Random(6);
    double[] values = new double[COLUMNS * ROWS];
    for (int i = 0; i < values.length; i++) {
      double hill = 60 + 40 * Math.sin(i % COLUMNS / 9.0) + random.nextInt(20);
      values[i] =
          switch (type) {
            case UINT8 -> hill;
            case INT8 -> hill - 70;
            case UINT16 -> 40_000 + hill;
            case INT16 -> hill - 400;
            case UINT32 -> 3_000_000_000.0 + 256 * Math.rint(hill);
            case INT32 -> -100_000 + hill;
            case FLOAT32, FLOAT64 -> (float) (hill + random.nextDouble());
          };
      values[i] = type.isFloat() ? values[i] : Math.rint(values[i]);
    }
    return values;
  }

  private static TiffBuilder tiff() {
    return new TiffBuilder(COLUMNS, ROWS, ground(SampleType.FLOAT32));
  }

  private record Variant(
      SampleType type, Codec codec, int predictor, boolean tiled, ByteOrder order, boolean big) {

    byte[] build() {
      TiffBuilder tiff =
          new TiffBuilder(COLUMNS, ROWS, ground(type))
              .type(type)
              .codec(codec, predictor)
              .order(order)
              .big(big);
      return (tiled ? tiff.tiles(16, 32) : tiff.strips(5)).build();
    }
  }

  static Stream<Variant> variants() {
    List<Variant> all = new ArrayList<>();
    for (SampleType type : SampleType.values()) {
      for (Codec codec : Codec.values()) {
        boolean predicts = codec == Codec.LZW || codec == Codec.DEFLATE;
        for (int predictor = 1; predictor <= (predicts ? type.isFloat() ? 3 : 2 : 1); predictor++) {
          for (int bits = 0; bits < 8; bits++) {
            ByteOrder order = (bits & 1) == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
            all.add(new Variant(type, codec, predictor, (bits & 2) == 0, order, (bits & 4) == 0));
          }
        }
      }
    }
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("variants")
  void readsEveryTypeCodecPredictorOrderAndLayout(Variant variant) throws Exception {
    Grid grid = read(variant.build());
    double[] ground = ground(variant.type());
    for (int i = 0; i < ground.length; i++) {
      assertThat(grid.values()[i]).as("cell %d", i).isEqualTo((float) ground[i]);
    }
    assertThat(grid.crs()).isEqualTo("EPSG:32633");
    assertThat(grid.frame()).isEqualTo(new GridFrame(COLUMNS, ROWS, 500_000.5, 4_499_999.5, 1, 1));
  }

  @ParameterizedTest
  @MethodSource("variants")
  void agreesWithTwelveMonkeys(Variant variant) throws Exception {
    // It takes signed bytes for unsigned ones.
    if (variant.type() == SampleType.INT8) {
      return;
    }
    byte[] tiff = variant.build();
    ImageReader reader = ImageIO.getImageReadersByFormatName("TIFF").next();
    assertThat(reader.getClass().getName()).startsWith("com.twelvemonkeys");
    Raster raster;
    try (ImageInputStream stream = ImageIO.createImageInputStream(new ByteArrayInputStream(tiff))) {
      reader.setInput(stream);
      raster = reader.readRaster(0, null);
    } finally {
      reader.dispose();
    }
    Grid grid = read(tiff);
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column < COLUMNS; column++) {
        double theirs = raster.getSampleDouble(column, row, 0);
        theirs = variant.type() == SampleType.UINT32 && theirs < 0 ? theirs + 0x1p32 : theirs;
        assertThat(grid.value(column, row)).isEqualTo((float) theirs);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"0,0,61,47", "0,0,1,1", "60,46,1,1", "15,31,2,2", "7,3,40,40", "17,33,10,9"})
  void readsAWindowAsThePartOfTheWhole(int column, int row, int columns, int rows)
      throws Exception {
    for (Variant variant : variants().filter(v -> v.type() == SampleType.FLOAT32).toList()) {
      byte[] tiff = variant.build();
      Grid part =
          GeoTiff.open(Input.ofBytes("dem", tiff))
              .read(new Window(column, row, columns, rows), EngineContext.silent());
      Grid expected = read(tiff).crop(column, row, columns, rows);
      assertThat(part.values()).isEqualTo(expected.values());
      assertThat(part.frame()).isEqualTo(expected.frame());
    }
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void takesTheFirstOfSeveralBands(boolean apart) throws Exception {
    byte[] tiff = tiff().bands(3, apart).codec(Codec.DEFLATE, 3).tiles(16, 16).build();
    assertThat(read(tiff).values()).isEqualTo(read(tiff().build()).values());
    assertThat(GeoTiff.open(Input.ofBytes("dem", tiff)).notes())
        .containsExactly("of 3 bands the first was taken for heights");
  }

  @Test
  void movesPixelsThatArePointsByHalfACell() throws Exception {
    GridFrame frame = read(tiff().geoKeys(1024, 1, 1025, 2, 3072, 32633).build()).frame();
    assertThat(frame.originX()).isEqualTo(500_000);
    assertThat(frame.originY()).isEqualTo(4_500_000);
  }

  @Test
  void readsATransformationLikeScaleAndTiePoint() throws Exception {
    TiffBuilder tiff =
        tiff()
            .without(Tag.ModelPixelScale)
            .without(Tag.ModelTiepoint)
            .tag(
                Tag.ModelTransformation,
                1,
                0,
                0,
                500_000,
                0,
                -1,
                0,
                4_500_000,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                1);
    assertThat(read(tiff.build()).frame()).isEqualTo(read(tiff().build()).frame());
    tiff.tag(Tag.ModelTransformation, 1, 0.1, 0, 0, 0, -1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1);
    assertThat(refusal(tiff)).contains("turned, sheared or mirrored", "gdalwarp");
  }

  @Test
  void readsNoDataAndSparseTilesAsNoHeightNeverAsZero() throws Exception {
    double[] ground = ground(SampleType.FLOAT32);
    ground[5] = -3.4028230607370965e+38;
    ground[6] = Double.NaN;
    ground[7] = Double.POSITIVE_INFINITY;
    Grid grid =
        read(
            new TiffBuilder(COLUMNS, ROWS, ground)
                .text(Tag.GdalNoData, "-3.4028230607370965e+38")
                .build());
    assertThat(grid.noDataCells()).isEqualTo(3);
    assertThat(grid.value(5, 0)).isNaN();
    Grid sparse =
        read(tiff().tiles(64, 64).tag(Tag.TileOffsets, 0).tag(Tag.TileByteCounts, 0).build());
    assertThat(sparse.noDataCells()).isEqualTo(COLUMNS * ROWS);
  }

  @Test
  void appliesScaleOffsetAndFeet() throws Exception {
    double[] decimetres = new double[COLUMNS * ROWS];
    Arrays.fill(decimetres, 1234);
    String metadata =
        "<GDALMetadata><Item name=\"OFFSET\" sample=\"0\" role=\"offset\">100</Item>"
            + "<Item name=\"SCALE\" sample=\"0\" role=\"scale\">0.1</Item></GDALMetadata>";
    TiffBuilder tiff =
        new TiffBuilder(COLUMNS, ROWS, decimetres)
            .type(SampleType.INT16)
            .text(Tag.GdalMetadata, metadata);
    assertThat(read(tiff.build()).value(3, 3)).isEqualTo(223.4f);
    tiff.geoKeys(1024, 1, 1025, 1, 3072, 32633, 4099, 9002);
    assertThat(read(tiff.build()).value(3, 3)).isEqualTo((float) (223.4 * 0.3048));
  }

  @ParameterizedTest
  @CsvSource({
    "50000,ZSTD",
    "34887,LERC",
    "7,JPEG",
    "34712,JPEG 2000",
    "50001,WebP",
    "34925,LZMA",
    "4,CCITT",
    "60000,compression number 60000"
  })
  void refusesOtherCodecsByName(int number, String name) {
    assertThat(refusal(tiff().tag(Tag.Compression, number)))
        .startsWith("Compression: ")
        .contains(name, "is not read", "gdal_translate -co COMPRESS=DEFLATE");
  }

  @Test
  void refusesWhatHasNoHeights() {
    assertThat(refusal(tiff().tag(Tag.PhotometricInterpretation, 2))).contains("colours");
    assertThat(refusal(tiff().tag(Tag.BitsPerSample, 12))).contains("12 bits are not read");
    assertThat(refusal(tiff().tag(Tag.SampleFormat, 6))).contains("complex numbers");
    assertThat(refusal(tiff().without(Tag.ModelPixelScale))).contains("where it lies");
  }

  @Test
  void refusesBombsBeforeTheyTakeMemory() {
    assertThat(refusal(tiff().codec(Codec.DEFLATE, 1).tag(Tag.ImageWidth, 1 << 20)))
        .contains("more than the 67,108,864 that are read");
    assertThat(refusal(tiff().tag(Tag.ImageWidth, 1 << 30))).contains("must be between");
    assertThat(
            refusal(
                tiff()
                    .tiles(16, 16)
                    .codec(Codec.LZW, 1)
                    .tag(Tag.ImageWidth, 1 << 20)
                    .tag(Tag.ImageLength, 1 << 20)))
        .contains("up to 1,048,576 are read");
    assertThat(
            refusal(tiff().codec(Codec.PACKBITS, 1).tiles(4096, 4096).tag(Tag.TileByteCounts, 100)))
        .contains("should expand to 67,108,864, more than the 10,000 times");
  }

  @Test
  void saysWhatIsDamaged() {
    byte[] whole = tiff().build();
    byte[] cut = Arrays.copyOf(whole, whole.length - 1000);
    assertThat(Refusals.of(() -> read(cut))).contains("strip 0", "the file ends at", "fetch it");
    assertThat(refusal(tiff().codec(Codec.PACKBITS, 1).tag(Tag.StripByteCounts, 200)))
        .contains("strip 0: ends after");
    byte[] broken = tiff().codec(Codec.DEFLATE, 1).build();
    broken[broken.length - 5000] ^= 0x55;
    assertThat(Refusals.of(() -> read(broken))).contains("strip 0");
    assertThat(refusal(tiff().without(Tag.ModelTiepoint))).contains("where it lies");
  }
}
