package dev.groma.engine.ascii;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.engine.EngineContext;
import dev.groma.engine.Input;
import dev.groma.engine.Refusals;
import dev.groma.engine.terrain.Grid;
import dev.groma.engine.terrain.GridFrame;
import dev.groma.engine.terrain.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EsriAsciiTest {

  private static Grid read(String text) throws Exception {
    EsriAscii file = EsriAscii.open(Input.ofText("dem", text));
    return file.read(Window.all(file.frame()), EngineContext.silent());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ncols 3\nnrows 2\nxllcorner 10\nyllcorner 20\ncellsize 2\n1 2 3\n4 5 6\n",
        "NROWS 2\r\nNCOLS 3\r\nCELLSIZE 2\r\nYLLCENTER 21\r\nXLLCENTRE 11\r\n1 2 3 4\r\n5 6",
        "ncols 3.0 nrows 2 dx 2 dy 2.0 xllcorner 1e1 yllcorner 2.0E+1 nodata_value nan 1 2 3 4 5 6",
        "ncols 3\rnrows 2\rxllcorner 10\ryllcorner 20\rcellsize 2\r1.0\t2\t+3\r4e0 .5e1 60e-1"
      })
  void readsKeysInAnyCaseAndOrderCornerOrCentre(String text) throws Exception {
    Grid grid = read(text);
    assertThat(grid.frame()).isEqualTo(new GridFrame(3, 2, 11, 23, 2, 2));
    assertThat(grid.values()).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(grid.crs()).isNull();
  }

  @Test
  void readsNoDataAsNoHeight() throws Exception {
    Grid grid =
        read("ncols 3 nrows 1 xllcorner 0 yllcorner 0 cellsize 1 NODATA_value -9999 1 -9999.0 NaN");
    assertThat(grid.noDataCells()).isEqualTo(2);
    assertThat(grid.value(0, 0)).isEqualTo(1);
  }

  @Test
  void readsAWindowAndStillCountsTheWhole() throws Exception {
    String text = "ncols 3 nrows 3 xllcorner 0 yllcorner 0 cellsize 1\n1 2 3\n4 5 6\n7 8";
    EsriAscii file = EsriAscii.open(Input.ofText("dem", text + " 9"));
    assertThat(file.read(new Window(1, 1, 2, 1), EngineContext.silent()).values())
        .containsExactly(5, 6);
    assertThat(Refusals.of(() -> read(text))).contains("row 3 of 3, column 3 of 3", "cut off");
    assertThat(Refusals.of(() -> read(text + " 9 10")))
        .contains("line 4, column 7", "more than the 9 declared");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ncols 3 nrows 2 cellsize 1 xllcorner 0 1 2 3 4 5 6 | lacks yllcenter",
        "ncols 3 nrows 2 cellsize 0 xllcorner 0 yllcorner 0 1 2 3 4 5 6 | must be above 0",
        "ncols 2.5 nrows 2 cellsize 1 xllcorner 0 yllcorner 0 1 2 3 4 5 6 | whole number",
        "ncols 3 nrows 2 cellsize 1,5 xllcorner 0 yllcorner 0 1 2 3 4 5 6 | decimals with a point",
        "ncols 3 nrows 2 cellsize 1 xllcorner 0 yllcorner 0 1 2 x 4 5 6 | column 56",
        "ncols 3 ncols 2 cellsize 1 xllcorner 0 yllcorner 0 1 2 3 4 5 6 | given twice",
        "ncols 3 proj utm | is not a known key",
        "ncols | has no value",
        "ncols 9999999 nrows 9999999 cellsize 1 xllcorner 0 yllcorner 0 1 | can hold"
      })
  void saysWhatIsWrongAndWhere(String text, String words) {
    assertThat(Refusals.of(() -> read(text))).contains(words);
  }
}
