package dev.groma.engine.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.engine.BadInputException;
import dev.groma.engine.EngineContext;
import dev.groma.engine.Input;
import dev.groma.engine.Problem;
import dev.groma.engine.dem.Dem;
import dev.groma.engine.geotiff.GeoTiffSamples;
import dev.groma.engine.kml.KmlLimits;
import dev.groma.engine.terrain.Grid;
import dev.groma.engine.terrain.GridFrame;
import dev.groma.engine.testing.Zips;
import dev.groma.engine.vector.VectorFile;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Damaged files of every format: each is read, or refused with words; nothing else is thrown, and
 * no reading takes memory out of proportion. The rounds are seeded; {@code GROMA_FUZZ_ROUNDS} asks
 * for more.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class ReaderFuzzTest {

  /** One decoded block of a TIFF is the most that a file of a few kilobytes may ask for. */
  private static final long MOST_ALLOCATED = 160L << 20;

  private static final KmlLimits LIMITS = new KmlLimits(1 << 20, 64, 1000, 10_000, 1000);

  @FunctionalInterface
  private interface Reading {
    void read(Input input) throws Exception;
  }

  private static int rounds() {
    String given = System.getenv("GROMA_FUZZ_ROUNDS");
    return given == null ? 2000 : Integer.parseInt(given);
  }

  private static void fuzz(List<byte[]> originals, Reading reading) throws Exception {
    for (byte[] original : originals) {
      reading.read(new Bytes(original));
      int refused = 0;
      for (int round = 0; round < rounds(); round++) {
        byte[] damaged = new Mutator(round).mutate(original);
        refused += isRefused(damaged, round, reading) ? 1 : 0;
      }
      assertThat(refused).as("damage that was noticed").isGreaterThan(rounds() / 20);
    }
  }

  private static boolean isRefused(byte[] damaged, int round, Reading reading) {
    long before = allocated();
    boolean refused = false;
    try {
      reading.read(new Bytes(damaged));
    } catch (BadInputException refusal) {
      refused = true;
      for (Problem problem : refusal.problems().first()) {
        assertThat(problem.message()).isNotBlank().hasSizeLessThan(1000);
      }
    } catch (Exception | Error other) {
      String file = Base64.getEncoder().encodeToString(damaged);
      throw new AssertionError("round " + round + ", file " + file, other);
    }
    assertThat(allocated() - before).as("bytes in round %d", round).isLessThan(MOST_ALLOCATED);
    return refused;
  }

  private static long allocated() {
    return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getCurrentThreadAllocatedBytes();
  }

  /** With a file name, for the format that needs one. */
  private record Bytes(byte[] all) implements Input {
    @Override
    public String name() {
      return "input";
    }

    @Override
    public long size() {
      return all.length;
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(all);
    }

    @Override
    public String fileName() {
      return "N45W112.hgt";
    }
  }

  /** The first cells, and all of it where that is little; then onto a grid in metres. */
  private static void readDem(Input input) throws Exception {
    Dem dem = Dem.open(input, dem(input));
    GridFrame frame = dem.frame();
    GridFrame corner = frame.part(0, 0, Math.min(50, frame.columns()), Math.min(50, frame.rows()));
    Grid grid = dem.read(corner.bounds(), 10_000, EngineContext.silent());
    assertThat(grid.values()).hasSize(grid.frame().cells());
    assertThat(dem.coverage(frame.bounds().grown(1)).describe()).isNotBlank();
  }

  private static String dem(Input input) throws Exception {
    try (InputStream stream = input.open()) {
      String head = new String(stream.readNBytes(2), StandardCharsets.ISO_8859_1);
      return head.equals("II") || head.equals("MM") || input.size() > 1_000_000
          ? null
          : "EPSG:32633";
    }
  }

  @Test
  void geoTiff() throws Exception {
    fuzz(GeoTiffSamples.ofEveryKind(), ReaderFuzzTest::readDem);
  }

  @Test
  void esriAscii() throws Exception {
    String text =
        "NCOLS 5\nNROWS 4\nXLLCORNER 500000\nYLLCENTER 4500000\nCELLSIZE 10\nNODATA_VALUE -9999\n"
            + "1 2 3 4 5.5\n1e1 -2 3 4 5\n1 2 -9999 4 5\n1 2 3 4 5\n";
    fuzz(List.of(text.getBytes(StandardCharsets.UTF_8)), ReaderFuzzTest::readDem);
  }

  @Test
  void kml() throws Exception {
    String text =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <kml xmlns="http://www.opengis.net/kml/2.2" xmlns:gx="http://www.google.com/kml/ext/2.2">
        <Document><name>Plan</name><Folder><name>AA</name>
        <Placemark id="a"><name>A &amp; B</name><ExtendedData><Data name="use"><value>x</value></Data>
        <SchemaData schemaUrl="#a"><SimpleData name="use">y</SimpleData></SchemaData></ExtendedData>
        <MultiGeometry><Polygon><outerBoundaryIs><LinearRing><coordinates>
        -105.0,40.0,0 -105.005,40.0,0 -105.005,40.005,0 -105.0,40.0,0
        </coordinates></LinearRing></outerBoundaryIs><innerBoundaryIs><LinearRing><coordinates>
        -105.002,40.002 -105.003,40.002 -105.003,40.003 -105.002,40.002
        </coordinates></LinearRing></innerBoundaryIs></Polygon>
        <LineString><coordinates>1,2,3 4,5,6</coordinates></LineString></MultiGeometry></Placemark>
        <Placemark><gx:Track><gx:coord>1 2 3</gx:coord><gx:coord>2 3 4</gx:coord></gx:Track></Placemark>
        <NetworkLink><Link><href>x</href></Link></NetworkLink></Folder></Document></kml>
        """;
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    byte[] wide = text.replace("UTF-8", "UTF-16").getBytes(StandardCharsets.UTF_16);
    byte[] zip = Zips.of("files/", "", "files/a.txt", "readme", "doc.kml", text);
    String json =
        "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":"
            + "{\"name\":\"a\",\"use\":7},\"geometry\":{\"type\":\"MultiPolygon\",\"coordinates\":"
            + "[[[[0,0],[1,0],[1,1],[0,0]],[[0.5,0.1],[0.6,0.1],[0.6,0.2],[0.5,0.1]]]]}}]}";
    fuzz(
        List.of(utf8, wide, zip, json.getBytes(StandardCharsets.UTF_8)),
        input -> VectorFile.read(input, LIMITS, Set.of("use"), EngineContext.silent()));
  }

  @Test
  void hgt() throws Exception {
    byte[] tile = new byte[2 * 1201 * 1201];
    readDem(new Bytes(tile));
    for (int round = 0; round < 50; round++) {
      byte[] damaged = new Mutator(round).mutate(tile);
      boolean refused = isRefused(damaged, round, ReaderFuzzTest::readDem);
      assertThat(refused || damaged.length == tile.length).isTrue();
    }
  }
}
