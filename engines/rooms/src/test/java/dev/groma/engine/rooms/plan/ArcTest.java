package dev.groma.engine.rooms.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.groma.engine.BadInputException;
import dev.groma.engine.EngineContext;
import dev.groma.engine.Input;
import dev.groma.engine.rooms.WallPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArcTest {

  private static WallPlan read(String members, double tolerance) throws Exception {
    String text = "{\"walls\":[{\"type\":\"arc\"," + members + "}]}";
    return PlanReader.read(Input.ofText("walls", text), tolerance, EngineContext.silent()).plan();
  }

  /** The quarter of the unit circle from (1, 0) to (0, 1) in every form there is. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"center\":[0,0],\"radius\":1,\"startAngle\":0,\"endAngle\":90",
        "\"center\":[0,0],\"radius\":1,\"startAngle\":-360,\"endAngle\":-270",
        "\"center\":[0,0],\"radius\":1,\"startAngle\":360,\"endAngle\":90",
        "\"start\":[1,0],\"end\":[0,1],\"bulge\":0.41421356237309503",
        "\"start\":[1,0],\"mid\":[0.7071067811865476,0.7071067811865476],\"end\":[0,1]",
        "\"start\":[1,0],\"mid\":[0.8,0.6],\"end\":[0,1]",
        "\"start\":[1,0],\"end\":[0,1],\"center\":[0,0]",
        "\"start\":[1,0],\"end\":[0,1],\"center\":[0,0],\"radius\":1",
        "\"start\":[1,0],\"end\":[0,1],\"radius\":1",
        "\"start\":[1,0],\"end\":[0,1],\"center\":[0,0],\"radius\":1,\"startAngle\":0,\"endAngle\":90",
      })
  void quarterCircleInEveryForm(String members) throws Exception {
    WallPlan plan = read(members, 0);
    assertThat(plan.segmentCount()).isEqualTo(16);
    assertThat(plan.x1(0)).isEqualTo(1);
    assertThat(plan.y1(0)).isEqualTo(0);
    assertThat(plan.x2(15)).isEqualTo(0);
    assertThat(plan.y2(15)).isEqualTo(1);
    for (int s = 0; s < 16; s++) {
      double angle = Math.PI / 2 * (s + 1) / 16;
      assertThat(plan.x2(s)).isCloseTo(Math.cos(angle), within(1e-12));
      assertThat(plan.y2(s)).isCloseTo(Math.sin(angle), within(1e-12));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        // members ~ the point half way
        "\"start\":[1,0],\"end\":[-1,0],\"bulge\":1 ~ 0 ~ 1",
        "\"start\":[1,0],\"end\":[-1,0],\"bulge\":-1 ~ 0 ~ -1",
        "\"start\":[1,0],\"end\":[0,1],\"bulge\":-2.414213562373095 ~ -0.70710678 ~ -0.70710678",
        "\"start\":[1,0],\"end\":[0,1],\"center\":[0,0],\"clockwise\":true ~ -0.70710678 ~ -0.70710678",
        "\"start\":[1,0],\"end\":[0,1],\"radius\":1,\"clockwise\":true ~ 0.29289322 ~ 0.29289322",
        "\"center\":[0,0],\"radius\":1,\"startAngle\":0,\"endAngle\":90,\"clockwise\":true ~ -0.70710678 ~ -0.70710678",
        "\"center\":[0,0],\"radius\":1,\"startAngle\":350,\"endAngle\":10 ~ 1 ~ 0",
        "\"start\":[1,0],\"mid\":[0,-1],\"end\":[0,1] ~ -0.70710678 ~ -0.70710678",
      })
  void turnsTheWayItSays(String members, double x, double y) throws Exception {
    WallPlan plan = read(members, 0);
    int middle = plan.segmentCount() / 2;
    assertThat(plan.segmentCount() % 2).isZero();
    assertThat(plan.x1(middle)).isCloseTo(x, within(1e-8));
    assertThat(plan.y1(middle)).isCloseTo(y, within(1e-8));
  }

  @Test
  void closesACircleExactly() throws Exception {
    WallPlan plan = read("\"center\":[0.1,0.2],\"radius\":3,\"startAngle\":17,\"endAngle\":377", 0);
    assertThat(plan.segmentCount()).isEqualTo(64);
    assertThat(plan.x2(63)).isEqualTo(plan.x1(0));
    assertThat(plan.y2(63)).isEqualTo(plan.y1(0));
    double area = 0;
    for (int s = 0; s < 64; s++) {
      area += (plan.x1(s) * plan.y2(s) - plan.x2(s) * plan.y1(s)) / 2;
    }
    assertThat(area / (9 * Math.PI)).isBetween(1 - 0.0017, 1.0);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.001, 0.01, 0.5, 7, 1e4})
  void staysWithinAQuarterOfTheTolerance(double tolerance) throws Exception {
    WallPlan plan =
        read("\"center\":[5,7],\"radius\":10,\"startAngle\":30,\"endAngle\":200", tolerance);
    double worst = 0;
    for (int s = 0; s < plan.segmentCount(); s++) {
      double x = (plan.x1(s) + plan.x2(s)) / 2;
      double y = (plan.y1(s) + plan.y2(s)) / 2;
      worst = Math.max(worst, 10 - Math.hypot(x - 5, y - 7));
    }
    assertThat(worst).isLessThanOrEqualTo(tolerance / 4 * (1 + 1e-9));
    assertThat(plan.segmentCount()).isGreaterThanOrEqualTo((int) Math.ceil(170 / 360.0 * 64));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "\"start\":[0,0],\"end\":[2,0],\"bulge\":0",
        "\"start\":[0,0],\"end\":[2,0],\"bulge\":1e-300",
        "\"start\":[0,0],\"end\":[2,0],\"mid\":[1,0]",
      })
  void isALineWhereItHasNoTurn(String members) throws Exception {
    WallPlan plan = read(members, 0);
    assertThat(plan.segmentCount()).isEqualTo(1);
    assertThat(plan.x2(0)).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "\"start\":[0,0],\"end\":[2,0] ~ walls[0]: an arc needs center, radius",
        "\"start\":[0,0],\"bulge\":1 ~ walls[0]: lacks the member end",
        "\"center\":[0,0],\"startAngle\":0,\"endAngle\":9 ~ walls[0]: lacks the member radius",
        "\"center\":[0,0],\"radius\":0,\"startAngle\":0,\"endAngle\":9 ~ walls[0].radius: must be above 0, was 0",
        "\"center\":[0,0],\"radius\":-2,\"startAngle\":0,\"endAngle\":9 ~ walls[0].radius: must be between 0 and 1000000000, was -2",
        "\"center\":[0,0],\"radius\":1,\"startAngle\":30,\"endAngle\":30 ~ walls[0].endAngle: must differ from startAngle; a full circle is 0 to 360",
        "\"center\":[0,0],\"radius\":1,\"startAngle\":0,\"endAngle\":400 ~ walls[0].endAngle: must be at most 360 degrees beyond startAngle, is 400",
        "\"center\":[0,0],\"radius\":1,\"startAngle\":0,\"endAngle\":90,\"end\":[0,2] ~ walls[0].end: lies 1 away from where center, radius and angles put it",
        "\"start\":[0,0],\"end\":[4,0],\"radius\":1.5 ~ walls[0].radius: must be at least half the distance from start to end, which is 2, was 1.5",
        "\"start\":[1,0],\"end\":[0,2],\"center\":[0,0] ~ walls[0].center: must be a radius away from both ends, is 1 from start and 2 from end",
        "\"start\":[1,0],\"end\":[1,0],\"center\":[0,0] ~ walls[0].end: must differ from start; write a circle with startAngle 0, endAngle 360",
        "\"start\":[0,0],\"end\":[1,0],\"mid\":[2,0] ~ walls[0].mid: must lie between start and end on the arc; write a circle by its center",
        "\"start\":[0,0],\"end\":[1,0],\"mid\":[0.5,1],\"bulge\":1 ~ walls[0].mid: does not go with bulge; write one of them",
        "\"start\":[0,0],\"end\":[1,0],\"mid\":[0.5,1],\"radius\":1 ~ walls[0].radius: does not go with mid; write one of them",
      })
  void saysWhyItIsNone(String members, String expected) {
    assertThatThrownBy(() -> read(members, 0))
        .isInstanceOf(BadInputException.class)
        .extracting(e -> e.getMessage().replaceAll(" \\(line 1, column \\d+\\)", ""))
        .asString()
        .startsWith(expected);
  }
}
