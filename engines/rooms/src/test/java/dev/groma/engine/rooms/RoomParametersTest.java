package dev.groma.engine.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.groma.engine.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoomParametersTest {

  @ParameterizedTest
  @CsvSource({
    "METRE, 0.01",
    "CENTIMETRE, 1",
    "MILLIMETRE, 10",
    "INCH, 0.3937",
    "FOOT, 0.0328",
    "PIXEL, 0"
  })
  void snapsTenMillimetresByDefaultInEveryUnit(LengthUnit unit, double expected) {
    RoomParameters defaults = RoomParameters.defaults(unit);

    assertThat(defaults.snapTolerance()).isCloseTo(expected, within(1e-4));
    assertThat(defaults.doorGapMax()).isZero();
    assertThat(defaults.minRoomArea()).isZero();
    assertThat(defaults.maxWallThickness()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "-0.001, 0, 0, 0.2, snapTolerance",
    "1.001, 0, 0, 0.2, snapTolerance",
    "NaN, 0, 0, 0.2, snapTolerance",
    "0.01, -1, 0, 0.2, doorGapMax",
    "0.01, 20.1, 0, 0.2, doorGapMax",
    "0.01, 0.01, 0, 0.2, doorGapMax",
    "0.01, 0, -1, 0.2, minRoomArea",
    "0.01, 0, Infinity, 0.2, minRoomArea",
    "0.01, 0, 0, 10.1, maxWallThickness",
    "0.01, 0, 0, -0.1, maxWallThickness"
  })
  void namesWhatIsOutOfRange(double snap, double gap, double area, double wall, String path) {
    assertThat(RoomParameters.problems(LengthUnit.METRE, snap, gap, area, wall))
        .extracting(Problem::path)
        .containsExactly(path);
    assertThatThrownBy(() -> new RoomParameters(LengthUnit.METRE, snap, gap, area, wall))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(path);
  }

  @Test
  void namesAllProblemsAtOnce() {
    assertThat(RoomParameters.problems(LengthUnit.MILLIMETRE, -1, -1, -1, -1.0)).hasSize(4);
  }

  @Test
  void boundsAreExpressedInTheUnit() {
    assertThat(RoomParameters.problems(LengthUnit.MILLIMETRE, 1000, 20_000, 0, 10_000.0)).isEmpty();
    assertThat(RoomParameters.problems(LengthUnit.MILLIMETRE, 1001, 0, 0, null)).hasSize(1);
    assertThat(RoomParameters.problems(LengthUnit.PIXEL, 1e9, 1e10, 1e20, 1e12)).isEmpty();
  }
}
