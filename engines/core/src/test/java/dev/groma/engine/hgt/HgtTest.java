package dev.groma.engine.hgt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.engine.EngineContext;
import dev.groma.engine.Input;
import dev.groma.engine.Refusals;
import dev.groma.engine.terrain.Grid;
import dev.groma.engine.terrain.GridFrame;
import dev.groma.engine.terrain.Window;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HgtTest {

  @TempDir Path folder;

  /** Heights that name their cell: 10 x row + column, modulo 1000. */
  private Input tile(int side, String name) throws Exception {
    ByteBuffer bytes = ByteBuffer.allocate(2 * side * side);
    for (int row = 0; row < side; row++) {
      for (int column = 0; column < side; column++) {
        bytes.putShort((short) (row == 7 && column == 9 ? -32768 : (10 * row + column) % 1000));
      }
    }
    return Input.ofFile("dem", Files.write(folder.resolve(name), bytes.array()));
  }

  @ParameterizedTest
  @CsvSource({"1201,N45W112.hgt,-112,46", "3601,s01e006.HGT,6,0", "1201,S90W180.hgt,-180,-89"})
  void liesWhereItsNameSays(int side, String name, double west, double north) throws Exception {
    Hgt tile = Hgt.open(tile(side, name));
    double cell = 1.0 / (side - 1);
    assertThat(tile.frame()).isEqualTo(new GridFrame(side, side, west, north, cell, cell));
    assertThat(tile.crs()).isEqualTo("EPSG:4326");
    Grid part = tile.read(new Window(5, 6, 10, 3), EngineContext.silent());
    assertThat(part.value(0, 0)).isEqualTo(65);
    assertThat(part.value(9, 2)).isEqualTo(94);
    assertThat(part.value(4, 1)).isNaN();
    assertThat(part.noDataCells()).isEqualTo(1);
  }

  @Test
  void cannotBePlacedWithoutAName() throws Exception {
    Input named = tile(1201, "terrain.hgt");
    assertThat(Refusals.of(() -> Hgt.open(named)))
        .contains("N45W112.hgt", "this one is called terrain.hgt");
    Input nameless = Input.ofBytes("dem", Files.readAllBytes(folder.resolve("terrain.hgt")));
    assertThat(Refusals.of(() -> Hgt.open(nameless))).contains("this one has none");
    Input nowhere = tile(1201, "N95E000.hgt");
    assertThat(Refusals.of(() -> Hgt.open(nowhere))).contains("there is no tile");
  }
}
