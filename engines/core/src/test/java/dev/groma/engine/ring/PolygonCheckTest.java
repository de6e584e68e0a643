package dev.groma.engine.ring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.engine.ProblemList;
import dev.groma.engine.geojson.Geometry;
import dev.groma.engine.geojson.Line;
import dev.groma.engine.geometry.Points;
import dev.groma.engine.json.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PolygonCheckTest {

  private final ProblemList problems = new ProblemList();
  private final List<String> notes = new ArrayList<>();

  private static Line line(String path, double... xy) {
    return new Line(Points.of(xy), new Place(path, 1, 2));
  }

  private @Nullable SoundPolygon check(double[] shell, double[]... holes) {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < holes.length; i++) {
      lines.add(line("coordinates[" + (i + 1) + "]", holes[i]));
    }
    return new PolygonCheck(problems, notes)
        .check(new Geometry.Rings(line("coordinates[0]", shell), lines));
  }

  private static double[] xy(double... xy) {
    return xy;
  }

  private String problem() {
    return problems.toProblems().describe();
  }

  @Test
  void leavesASoundPolygonAsItIs() {
    SoundPolygon polygon =
        check(xy(0, 0, 9, 0, 9, 9, 0, 9, 0, 0), xy(1, 1, 1, 2, 2, 2, 2, 1, 1, 1));
    assertThat(polygon).isNotNull();
    assertThat(polygon.area()).isEqualTo(80);
    assertThat(notes).isEmpty();
  }

  @Test
  void turnsAndClosesRingsAndLeavesRepeatedPointsOutWithANote() {
    SoundPolygon polygon = check(xy(0, 0, 0, 9, 0, 9, 9, 9, 9, 0));
    assertThat(polygon).isNotNull();
    assertThat(polygon.shell().size()).isEqualTo(5);
    assertThat(polygon.area()).isEqualTo(81);
    assertThat(notes)
        .containsExactly(
            "coordinates[0] (line 1, column 2): the ring was open; it was closed by repeating its"
                + " first vertex",
            "coordinates[0][2] (line 1, column 2): repeats the vertex beside it and was left out",
            "coordinates[0] (line 1, column 2): the ring runs clockwise and was turned");
  }

  @Test
  void namesTheEdgesOfACrossing() {
    assertThat(check(xy(0, 0, 4, 4, 4, 0, 0, 4, 0, 0))).isNull();
    assertThat(problem())
        .startsWith("coordinates[0][0] (line 1, column 2): the ring meets itself: the edge from")
        .contains("vertex 0 to 1", "vertex 2 to 3", "[2, 2]");
  }

  @Test
  void namesAVertexThatTouchesAnEdge() {
    assertThat(check(xy(0, 0, 8, 0, 8, 8, 4, 0, 0, 8, 0, 0))).isNull();
    assertThat(problem()).contains("[4, 0]");
  }

  @Test
  void namesASpike() {
    assertThat(check(xy(0, 0, 8, 0, 12, 0, 8, 0, 8, 8, 0, 8, 0, 0))).isNull();
    assertThat(problem()).contains("turns back on itself at vertex 2");
  }

  @Test
  void refusesRingsWithoutAnInside() {
    assertThat(check(xy(0, 0, 1, 1, 0, 0))).isNull();
    assertThat(problem()).contains("3 or more different vertices");
    assertThat(check(xy(5, 5, 5, 5, 5, 5, 5, 5))).isNull();
    assertThat(problem()).contains("has 1");
  }

  @Test
  void namesTheHoleThatIsNotInside() {
    assertThat(check(xy(0, 0, 9, 0, 9, 9, 0, 9, 0, 0), xy(20, 1, 21, 1, 21, 2, 20, 1))).isNull();
    assertThat(problem()).startsWith("coordinates[1][").contains("outside of its shell");
  }

  @Test
  void namesTheHoleThatCrossesTheShell() {
    assertThat(check(xy(0, 0, 9, 0, 9, 9, 0, 9, 0, 0), xy(8, 1, 12, 1, 12, 2, 8, 1))).isNull();
    assertThat(problem()).startsWith("coordinates[1][").contains("crosses");
  }

  @Test
  void namesTheHoleInAHole() {
    assertThat(
            check(
                xy(0, 0, 9, 0, 9, 9, 0, 9, 0, 0),
                xy(1, 1, 8, 1, 8, 8, 1, 8, 1, 1),
                xy(2, 2, 3, 2, 3, 3, 2, 2)))
        .isNull();
    assertThat(problem()).contains("inside of another hole");
  }
}
