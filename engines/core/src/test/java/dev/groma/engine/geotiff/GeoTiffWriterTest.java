package dev.groma.engine.geotiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.groma.engine.EngineContext;
import dev.groma.engine.Input;
import dev.groma.engine.terrain.Grid;
import dev.groma.engine.terrain.GridFrame;
import dev.groma.engine.terrain.Window;
import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GeoTiffWriterTest {

  static Grid waves(int columns, int rows, String crs) {
    GridFrame frame = new GridFrame(columns, rows, 500_003, 4_500_001, 2, 3);
    float[] values = new float[frame.cells()];
    for (int i = 0; i < values.length; i++) {
      values[i] = i % 17 == 0 ? Float.NaN : (float) (5 * Math.sin(i / 31.0));
    }
    return new Grid(frame, values, crs);
  }

  static byte[] write(Grid grid, GeoTiffWriter.Compression compression) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    GeoTiffWriter.write(grid, compression, out);
    return out.toByteArray();
  }

  @ParameterizedTest
  @EnumSource
  void writesWhatTheReaderReads(GeoTiffWriter.Compression compression) throws Exception {
    for (int[] size : new int[][] {{1, 1}, {3, 2}, {700, 311}, {70_000, 2}}) {
      Grid grid = waves(size[0], size[1], "EPSG:32633");
      GeoTiff file = GeoTiff.open(Input.ofBytes("cutfill", write(grid, compression)));
      Grid back = file.read(Window.all(file.frame()), EngineContext.silent());
      assertThat(back.values()).isEqualTo(grid.values());
      assertThat(back.frame()).isEqualTo(grid.frame());
      assertThat(back.crs()).isEqualTo("EPSG:32633");
    }
  }

  @Test
  void givesTheSameBytesForTheSameGrid() throws Exception {
    Grid grid = waves(300, 300, "EPSG:4326");
    assertThat(write(grid, GeoTiffWriter.Compression.DEFLATE))
        .isEqualTo(write(grid, GeoTiffWriter.Compression.DEFLATE));
  }

  @Test
  void writesNoSystemThatItDoesNotKnow() throws Exception {
    Grid grid = waves(5, 5, null);
    GeoTiff file = GeoTiff.open(Input.ofBytes("a", write(grid, GeoTiffWriter.Compression.NONE)));
    assertThat(file.crs()).isNull();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> write(waves(5, 5, "EPSG:99999"), GeoTiffWriter.Compression.NONE));
  }
}
