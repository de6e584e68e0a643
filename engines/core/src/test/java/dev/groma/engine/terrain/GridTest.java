package dev.groma.engine.terrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.groma.engine.geometry.Bounds;
import org.junit.jupiter.api.Test;

class GridTest {

  private static final GridFrame FRAME = new GridFrame(5, 4, 500_000, 4_500_000, 10, 20);

  /** z = 3 + 0.1 dx - 0.05 dy + 0.001 dx dy from the origin: what bilinear ground holds exactly. */
  private static double ground(double x, double y) {
    double dx = x - FRAME.originX();
    double dy = y - FRAME.originY();
    return 3 + 0.125 * dx - 0.0625 * dy + 0.001953125 * dx * dy;
  }

  private static Grid grid() {
    float[] values = new float[FRAME.cells()];
    for (int row = 0; row < FRAME.rows(); row++) {
      for (int column = 0; column < FRAME.columns(); column++) {
        values[FRAME.index(column, row)] = (float) ground(FRAME.x(column), FRAME.y(row));
      }
    }
    return new Grid(FRAME, values, "EPSG:32633");
  }

  @Test
  void samplesABilinearSurfaceExactly() {
    Grid grid = grid();
    for (double x = 500_000; x <= 500_040; x += 2.5) {
      for (double y = 4_500_000; y >= 4_499_940; y -= 3) {
        assertThat(grid.sample(x, y)).isCloseTo(ground(x, y), within(1e-9));
      }
    }
  }

  @Test
  void extendsTheOuterCentresToTheBordersOfTheirCellsAndNoFarther() {
    Grid grid = grid();
    assertThat(FRAME.bounds()).isEqualTo(new Bounds(499_995, 4_499_930, 500_045, 4_500_010));
    assertThat(grid.sample(499_995, 4_500_010)).isEqualTo(grid.value(0, 0));
    assertThat(grid.sample(500_045, 4_499_930)).isEqualTo(grid.value(4, 3));
    assertThat(grid.sample(499_994.9, 4_500_000)).isNaN();
    assertThat(grid.sample(500_000, 4_499_929.9)).isNaN();
  }

  @Test
  void hasNoHeightWhereACentreWithWeightHasNoData() {
    Grid grid = grid();
    grid.values()[FRAME.index(2, 1)] = Float.NaN;
    assertThat(grid.noDataCells()).isEqualTo(1);
    assertThat(grid.sample(500_015, 4_499_990)).isNaN();
    assertThat(grid.sample(500_010, 4_499_980)).isEqualTo(grid.value(1, 1));
    assertThat(grid.sample(500_020, 4_499_960)).isEqualTo(grid.value(2, 2));
  }

  @Test
  void cropsToAPartThatLiesWhereItLay() {
    Grid grid = grid();
    Grid part = grid.crop(1, 2, 3, 2);
    assertThat(part.crs()).isEqualTo("EPSG:32633");
    assertThat(part.frame()).isEqualTo(new GridFrame(3, 2, 500_010, 4_499_960, 10, 20));
    assertThat(part.sample(500_017, 4_499_951)).isEqualTo(grid.sample(500_017, 4_499_951));
    assertThatIllegalArgumentException().isThrownBy(() -> grid.crop(3, 0, 3, 1));
  }

  @Test
  void knowsFramesThatNoArrayCanHold() {
    GridFrame large = new GridFrame(1 << 16, 1 << 16, 0, 0, 1, 1);
    assertThat(large.cellCount()).isEqualTo(1L << 32);
    assertThatExceptionOfType(ArithmeticException.class).isThrownBy(large::cells);
  }

  @Test
  void refusesFramesThatLieNowhere() {
    assertThatIllegalArgumentException().isThrownBy(() -> new GridFrame(0, 2, 0, 0, 1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new GridFrame(2, 2, 0, 0, 0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new GridFrame(2, 2, Double.NaN, 0, 1, 1));
  }
}
